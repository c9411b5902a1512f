// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace factline::verification {

/// One word, mark or quoted text of SQL.
struct Token {
    enum class Kind {
        Word,   ///< a keyword, a name or a number
        Quoted, ///< a name in quotes, here without them
        Text,   ///< what stands between '...', unescaped
        Mark,   ///< one of ( ) , ; and so on, or an operator of several characters
    };
    Kind kind = Kind::Word;
    std::string text;
    std::size_t at = 0, end = 0; ///< where it stands

    bool is(std::string_view word) const; ///< a word, whatever its case
    bool isMark(std::string_view mark) const { return kind == Kind::Mark && text == mark; }
    bool isName() const { return kind == Kind::Quoted || (kind == Kind::Word && !isNumber()); }
    bool isNumber() const;
};

/// The tokens of SQL; comments and the bodies of functions are left away. A text that ends too early is read
/// to its end.
std::vector<Token> tokensOf(std::string_view sql);

} // namespace factline::verification
