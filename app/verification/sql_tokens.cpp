// SPDX-License-Identifier: Apache-2.0
#include "verification/sql_tokens.h"

#include <algorithm>

namespace factline::verification {

namespace {

char upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// Letters of any script are letters.
bool isInWord(char c) {
    return (upper(c) >= 'A' && upper(c) <= 'Z') || isDigit(c) || c == '_' || static_cast<signed char>(c) < 0;
}

bool isInOperator(char c) {
    return std::string_view("+-*/<>=~!@#%^&|?").find(c) != std::string_view::npos;
}

/// A quoted text from `at` on, without its marks; `at` goes behind them. A doubled mark stands for itself,
/// and so does what follows a backslash where that escapes.
std::string quoted(std::string_view sql, std::size_t& at, bool escapes) {
    const char mark = sql[at++];
    std::string text;
    for (; at < sql.size(); ++at) {
        if (escapes && sql[at] == '\\' && at + 1 < sql.size()) {
            ++at;
        } else if (sql[at] == mark) {
            if (at + 1 == sql.size() || sql[at + 1] != mark) break;
            ++at;
        }
        text += sql[at];
    }
    at = std::min(at + 1, sql.size());
    return text;
}

std::size_t endOf(std::string_view sql, std::size_t at, bool (*belongs)(char)) {
    while (at < sql.size() && belongs(sql[at]) && sql.substr(at, 2) != "--")
        ++at;
    return at;
}

} // namespace

bool Token::is(std::string_view word) const {
    return kind == Kind::Word && std::ranges::equal(text, word, {}, upper, upper);
}

bool Token::isNumber() const {
    return kind == Kind::Word && !text.empty() && isDigit(text.front());
}

std::vector<Token> tokensOf(std::string_view sql) {
    using enum Token::Kind;
    std::vector<Token> tokens;
    for (std::size_t at = 0; at < sql.size();) {
        const std::size_t begin = at;
        const char c = sql[at];
        const auto take = [&](Token::Kind kind, std::size_t end) {
            tokens.push_back({kind, std::string(sql.substr(begin, end - begin)), begin, end});
            at = end;
        };
        if (sql.substr(at, 2) == "--") {
            at = std::min(sql.find('\n', at), sql.size());
        } else if (sql.substr(at, 2) == "$$") {
            const auto end = sql.find("$$", at + 2);
            at = end == std::string_view::npos ? sql.size() : end + 2;
        } else if (c == '\'' || c == '"' || c == '`' || (upper(c) == 'E' && sql.substr(at + 1, 1) == "'")) {
            const bool escapes = upper(c) == 'E';
            if (escapes) ++at;
            std::string text = quoted(sql, at, escapes);
            tokens.push_back({c == '"' || c == '`' ? Quoted : Text, std::move(text), begin, at});
        } else if (isInWord(c)) {
            take(Word, endOf(sql, at, isInWord));
        } else if (isInOperator(c)) {
            take(Mark, endOf(sql, at, isInOperator));
        } else if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
            ++at;
        } else {
            take(Mark, at + 1);
        }
    }
    return tokens;
}

} // namespace factline::verification
