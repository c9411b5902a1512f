// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/phrase.h"

namespace factline::generate {

/// `text` as an SQL string literal that means the same under every setting of standard_conforming_strings.
std::string sqlLiteral(std::string_view text);

/// `text` as a C++ string literal; what is not printable ASCII is written as octal.
std::string cppLiteral(std::string_view text);

/// `text` fit for one line of a comment: line ends become spaces, a backslash at the end gets a full stop
/// after it, the ends of block comments are broken up, and nothing turns the direction of the text.
std::string commentText(std::string_view text);

/// A name as a C++ identifier in snake case ("completed-orders" -> "completed_orders"), in the ASCII letters
/// of asciiName; never a keyword, never empty, never reserved.
std::string snakeIdentifier(std::string_view name);

/// The same in PascalCase ("completed-orders" -> "CompletedOrders"); names that are already so stay.
std::string pascalIdentifier(std::string_view name);

/// The same with its own capitals ("orderId" stays).
std::string memberIdentifier(std::string_view name);

/// The same words with '-' between them, in at most `longest` characters: a label of RFC 1123.
std::string kebabName(std::string_view name, std::size_t longest);

/// Hands out the names of one scope: the first that asks gets its wish, later ones a number behind it.
class NameScope {
public:
    explicit NameScope(char separator = '_')
        : m_separator(separator) {}

    /// What a name became, and a sentence about the other one that had it first; empty: nobody had.
    struct Taken {
        std::string identifier;
        Phrase clash;
    };

    /// An identifier for `name` that is `wish` if it can be.
    Taken take(const std::string& wish, const std::string& name);

private:
    char m_separator;
    std::map<std::string, std::string> m_taken; ///< identifier -> who has it
    std::map<std::string, int> m_next;          ///< for each wish, the number to try first
};

} // namespace factline::generate
