// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "contract/syntax_tree.h"
#include "contract/tree.h"

namespace factline::contract {

/// How a scalar is to be written.
struct Quoting {
    bool flow = false;                 ///< between brackets, where more has to be quoted
    NodeStyle like = NodeStyle::Plain; ///< keeps these quotes where the text allows
};

/// A text as one line of YAML: plain where YAML reads the same from it, else in quotes.
std::string quotedText(std::string_view text, Quoting quoting);

/// A scalar of a tree on one line; words of the language stay plain.
std::string scalarText(const Tree& scalar, Quoting quoting);

/// Whether a text can be written as a literal block (`|`) that reads back the same.
bool fitsLiteral(std::string_view text);

/// A literal block, indicator and lines, each line at `column`; no line break at its end.
std::string literal(std::string_view text, std::size_t column, std::string_view lineBreak);

} // namespace factline::contract
