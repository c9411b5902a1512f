// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace factline::generate {

/// `text` as an SQL string literal that means the same under every setting of standard_conforming_strings.
std::string sqlLiteral(std::string_view text);

/// `text` as a C++ string literal; what is not printable ASCII is written as octal.
std::string cppLiteral(std::string_view text);

/// `text` fit for one line of a comment: line ends become spaces, a backslash at the end gets a full stop
/// after it, and the ends of block comments are broken up.
std::string commentText(std::string_view text);

/// A name as a C++ identifier in snake case ("completed-orders" -> "completed_orders"); never a keyword,
/// never empty, never reserved; foreign bytes become their hexadecimal number.
std::string snakeIdentifier(std::string_view name);

/// The same in PascalCase ("completed-orders" -> "CompletedOrders"); names that are already so stay.
std::string pascalIdentifier(std::string_view name);

/// The same with its own capitals ("orderId" stays).
std::string memberIdentifier(std::string_view name);

/// Hands out the names of one scope: the first asks gets its wish, later ones a number behind it.
class NameScope {
public:
    std::string take(std::string wish);

private:
    std::set<std::string> m_taken;
    std::map<std::string, int> m_next; ///< for each wish, the number to try first
};

} // namespace factline::generate
