// SPDX-License-Identifier: Apache-2.0
#include "generate/names.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>

#include <fmt/format.h>

#include "base/utf8.h"
#include "generate/ascii_name.h"
#include "generate/generate.h"

namespace factline::generate {

namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
bool isLower(char c) {
    return c >= 'a' && c <= 'z';
}
bool isUpper(char c) {
    return c >= 'A' && c <= 'Z';
}
bool isWord(char c) {
    return isDigit(c) || isLower(c) || isUpper(c);
}
unsigned byteOf(char c) {
    return static_cast<unsigned char>(c);
}

// C++20 keywords, alternative tokens, and the names that the generated code's own scopes use.
constexpr auto reserved = std::to_array<std::string_view>({"alignas",
                                                           "alignof",
                                                           "and",
                                                           "and_eq",
                                                           "asm",
                                                           "auto",
                                                           "bitand",
                                                           "bitor",
                                                           "bool",
                                                           "break",
                                                           "case",
                                                           "catch",
                                                           "char",
                                                           "char16_t",
                                                           "char32_t",
                                                           "char8_t",
                                                           "class",
                                                           "co_await",
                                                           "co_return",
                                                           "co_yield",
                                                           "compl",
                                                           "concept",
                                                           "const",
                                                           "const_cast",
                                                           "consteval",
                                                           "constexpr",
                                                           "constinit",
                                                           "consumer",
                                                           "continue",
                                                           "decltype",
                                                           "default",
                                                           "delete",
                                                           "do",
                                                           "double",
                                                           "dynamic_cast",
                                                           "else",
                                                           "enum",
                                                           "errno",
                                                           "explicit",
                                                           "export",
                                                           "extern",
                                                           "false",
                                                           "float",
                                                           "for",
                                                           "friend",
                                                           "goto",
                                                           "if",
                                                           "inline",
                                                           "int",
                                                           "linux",
                                                           "long",
                                                           "main",
                                                           "mutable",
                                                           "namespace",
                                                           "new",
                                                           "nlohmann",
                                                           "noexcept",
                                                           "not",
                                                           "not_eq",
                                                           "nullptr",
                                                           "operator",
                                                           "or",
                                                           "or_eq",
                                                           "private",
                                                           "protected",
                                                           "public",
                                                           "register",
                                                           "reinterpret_cast",
                                                           "requires",
                                                           "return",
                                                           "short",
                                                           "signed",
                                                           "sizeof",
                                                           "static",
                                                           "static_assert",
                                                           "static_cast",
                                                           "std",
                                                           "stderr",
                                                           "stdin",
                                                           "stdout",
                                                           "struct",
                                                           "switch",
                                                           "template",
                                                           "this",
                                                           "thread_local",
                                                           "throw",
                                                           "true",
                                                           "try",
                                                           "typedef",
                                                           "typeid",
                                                           "typename",
                                                           "union",
                                                           "unix",
                                                           "unsigned",
                                                           "using",
                                                           "virtual",
                                                           "void",
                                                           "volatile",
                                                           "wchar_t",
                                                           "while",
                                                           "xor",
                                                           "xor_eq"});
static_assert(std::ranges::is_sorted(reserved));

std::string safe(std::string identifier) {
    while (!identifier.empty() && identifier.back() == '_')
        identifier.pop_back();
    if (identifier.empty()) identifier = "unnamed";
    if (isDigit(identifier.front())) identifier.insert(0, "n");
    if (std::ranges::binary_search(reserved, std::string_view(identifier))) identifier += '_';
    return identifier;
}

/// The words of a name in small letters, `separator` between them and before each capital behind a small one.
std::string lowerWords(std::string_view name, char separator) {
    const std::string text = asciiName(name);
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool startsWord = isUpper(c) && i > 0 && (isLower(text[i - 1]) || isDigit(text[i - 1]));
        if ((startsWord || !isWord(c)) && !result.empty() && result.back() != separator) result += separator;
        if (isWord(c)) result += isUpper(c) ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return result;
}

} // namespace

std::string pathComponent(std::string_view name) {
    std::string result;
    for (std::size_t i = 0; i < name.size() && result.size() < 180; ++i) {
        const char c = name[i];
        const bool inner = i > 0 && i + 1 < name.size();
        // '_' is kept only where it cannot be taken for an escaped byte
        const bool plainUnderscore =
            c == '_' && !(i + 2 < name.size() && std::isxdigit(static_cast<int>(byteOf(name[i + 1]))) &&
                          std::isxdigit(static_cast<int>(byteOf(name[i + 2]))));
        if (const CodePoint letter = codePointAt(name, i); letter.size > 1 && isForeignLetter(letter.value)) {
            result += name.substr(i, letter.size);
            i += letter.size - 1;
        } else if (isWord(c) || plainUnderscore || (inner && (c == '-' || c == '.'))) {
            result += c;
        } else {
            result += fmt::format("_{:02x}", byteOf(c));
        }
    }
    if (result.size() >= 180) { // longer than a file system takes: the whole name still tells two apart
        std::uint64_t hash = 14695981039346656037U;
        for (const char c : name)
            hash = (hash ^ byteOf(c)) * 1099511628211U;
        result += fmt::format("-{:016x}", hash);
    }
    return result.empty() ? "_" : result;
}

std::string sqlLiteral(std::string_view text) {
    std::string result = text.find('\\') == std::string_view::npos ? "'" : "E'";
    for (const char c : text) {
        if (c == '\0') continue; // PostgreSQL text cannot hold it
        if (c == '\'' || c == '\\') result += c;
        result += c;
    }
    return result + '\'';
}

std::string cppLiteral(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            result += {'\\', c};
        else if (c < ' ' || byteOf(c) > 126 || c == '?')
            result += fmt::format("\\{:03o}", byteOf(c));
        else
            result += c;
    }
    return result + '"';
}

std::string commentText(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\r') continue;
        if (byteOf(c) > 127)
            if (const CodePoint point = codePointAt(text, i); turnsDirection(point.value)) {
                i += point.size - 1;
                continue;
            }
        if (c == '/' && !result.empty() && result.back() == '*') result += ' ';
        if (c == '*' && !result.empty() && result.back() == '/') result += ' ';
        result += byteOf(c) < 32 || c == 127 ? ' ' : c;
    }
    while (!result.empty() && result.back() == ' ')
        result.pop_back();
    if (!result.empty() && result.back() == '\\') result += '.';
    return result;
}

std::string snakeIdentifier(std::string_view name) {
    return safe(lowerWords(name, '_'));
}

std::string kebabName(std::string_view name, std::size_t longest) {
    std::string result = lowerWords(name, '-').substr(0, longest);
    while (!result.empty() && result.back() == '-')
        result.pop_back();
    return result.empty() ? "unnamed" : result;
}

std::string pascalIdentifier(std::string_view name) {
    std::string result;
    bool start = true;
    for (const char c : asciiName(name)) {
        if (isWord(c)) result += start && isLower(c) ? static_cast<char>(c - 'a' + 'A') : c;
        start = !isWord(c);
    }
    return safe(std::move(result));
}

std::string memberIdentifier(std::string_view name) {
    std::string result;
    for (const char c : asciiName(name)) {
        if (isWord(c))
            result += c;
        else if (!result.empty() && result.back() != '_')
            result += '_';
    }
    return safe(std::move(result));
}

NameScope::Taken NameScope::take(const std::string& wish, const std::string& name) {
    const auto [first, isFree] = m_taken.try_emplace(wish, name);
    if (isFree) return {wish, {}};
    // Two '_' side by side are reserved in C++.
    const bool joined = !wish.empty() && wish.back() == m_separator;
    int& number = m_next.try_emplace(wish, 2).first->second;
    for (;; ++number) {
        std::string other =
            joined ? fmt::format("{}{}", wish, number) : fmt::format("{}{}{}", wish, m_separator, number);
        if (m_taken.try_emplace(other, name).second)
            return {other,
                    Phrase::of("`{}` is already the name that generated code has for `{}`, so this is `{}` "
                               "there; give one of the two another name",
                               wish, first->second, other)};
    }
}

} // namespace factline::generate
