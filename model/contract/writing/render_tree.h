// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

#include "contract/tree.h"

namespace factline::contract {

/// How a file is laid out.
struct Layout {
    std::size_t step = 2; ///< columns a level
    std::string lineBreak = "\n";
    std::size_t width = 110; ///< what is longer goes over several lines, where it can
};

/// A tree on one line: `{poll: 500ms, work: 20ms}`, `[order]`, `500ms`.
std::string flowText(const Tree& tree);

/// `key: value` in a flow mapping.
std::string flowEntry(const Tree::Entry& entry);

/// What follows `key:` (or a dash) for a key at `column`: a blank and the value on the same line, or a line
/// break and the lines of a block. No line break at its end.
std::string afterColon(const Tree& value, std::size_t column, std::size_t lineStart, const Layout& layout);

/// `key: value` at `column`, without the blanks before it and without a line break at its end.
std::string blockEntry(const Tree::Entry& entry, std::size_t column, const Layout& layout);

/// `- value` at `column`, in the same way.
std::string blockItem(const Tree& item, std::size_t column, const Layout& layout);

} // namespace factline::contract
