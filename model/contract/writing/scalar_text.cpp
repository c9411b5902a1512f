// SPDX-License-Identifier: Apache-2.0
#include "contract/writing/scalar_text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <fmt/format.h>

#include "base/utf8.h"
#include "contract/encoding.h"

namespace factline::contract {

namespace {

// What YAML 1.1 or 1.2 readers take for null, a truth value, a merge key or a default key.
constexpr std::array<std::string_view, 12> words{"~",  "null", "true", "false", "yes", "no",
                                                 "on", "off",  "y",    "n",     "<<",  "="};

bool isWord(std::string_view text) {
    return std::ranges::any_of(words, [&](std::string_view word) {
        return std::ranges::equal(text, word,
                                  [](unsigned char a, unsigned char b) { return std::tolower(a) == b; });
    });
}

/// Numbers in all their forms, dates, times: anything that is made of their characters and has a digit or is
/// .inf.
bool looksNumeric(std::string_view text) {
    const unsigned char first = static_cast<unsigned char>(text.front());
    if (std::isdigit(first) == 0 && first != '+' && first != '-' && first != '.') return false;
    return std::ranges::all_of(text, [](unsigned char c) {
        return std::isxdigit(c) != 0 ||
               std::string_view("xXoO_.:+-TZ infNAN").find(static_cast<char>(c)) != std::string_view::npos;
    });
}

/// Control characters, those that YAML takes for line breaks or drops, and what no reader could see; the code
/// point's length in bytes or 0.
std::size_t unprintable(std::string_view rest) {
    const auto c = static_cast<unsigned char>(rest.front());
    if (c < 0x20 || c == 0x7F) return 1;
    if (c == 0xC2 && rest.size() > 1 && static_cast<unsigned char>(rest[1]) < 0xA0)
        return 2; // U+0080..U+009F
    if (c < 0x80) return 0;
    if (rest.starts_with("\u2028") || rest.starts_with("\u2029")) return 3;
    const auto [value, size] = codePointAt(rest, 0);
    return badCharacter(value) ? size : 0;
}

bool hasUnprintable(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i)
        if (unprintable(text.substr(i)) > 0) return true;
    return false;
}

bool plainWorks(std::string_view text, bool flow) {
    if (text.empty() || text.front() == ' ' || text.back() == ' ' || text.back() == ':') return false;
    if (std::string_view("-?:,[]{}#&*!|>'\"%@`=").find(text.front()) != std::string_view::npos) return false;
    if (text.starts_with("...") || text.find(": ") != std::string_view::npos ||
        text.find(" #") != std::string_view::npos)
        return false;
    if (flow && text.find_first_of(",:?#[]{}") != std::string_view::npos) return false;
    return !isWord(text) && !looksNumeric(text) && !hasUnprintable(text);
}

std::string singleQuoted(std::string_view text) {
    std::string out = "'";
    for (const char c : text) {
        if (c == '\'') out += '\'';
        out += c;
    }
    return out + '\'';
}

std::string escaped(char32_t c) {
    const auto number = static_cast<unsigned>(c);
    return number < 0x100 ? fmt::format("\\x{:02X}", number) : fmt::format("\\u{:04X}", number);
}

std::string doubleQuoted(std::string_view text) {
    std::string out = "\"";
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        const std::size_t length = unprintable(text.substr(i));
        if (c == '"' || c == '\\')
            (out += '\\') += static_cast<char>(c);
        else if (c == '\n')
            out += "\\n";
        else if (c == '\t')
            out += "\\t";
        else if (c == '\r')
            out += "\\r";
        else if (length > 0)
            out += escaped(codePointAt(text, i).value);
        else
            out += static_cast<char>(c);
        if (length > 1) i += length - 1;
    }
    return out + '"';
}

} // namespace

std::string quotedText(std::string_view text, Quoting quoting) {
    if (quoting.like == NodeStyle::SingleQuoted && !hasUnprintable(text)) return singleQuoted(text);
    if (quoting.like != NodeStyle::DoubleQuoted && plainWorks(text, quoting.flow)) return std::string(text);
    return doubleQuoted(text);
}

std::string scalarText(const Tree& scalar, Quoting quoting) {
    const bool quotes = quoting.like == NodeStyle::SingleQuoted || quoting.like == NodeStyle::DoubleQuoted;
    if (scalar.kind == Tree::Kind::Word && !quotes) return scalar.text;
    return quotedText(scalar.text, quoting);
}

bool fitsLiteral(std::string_view text) {
    if (text.find('\n') == std::string_view::npos || text.front() == ' ' || text.front() == '\n')
        return false;
    if (text.ends_with("\n\n")) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\n' && unprintable(text.substr(i)) > 0) return false;
        if (text[i] == ' ' && (i + 1 == text.size() || text[i + 1] == '\n')) return false; // editors eat it
    }
    return true;
}

std::string literal(std::string_view text, std::size_t column, std::string_view lineBreak) {
    std::string out = "|-";
    if (text.ends_with('\n')) {
        out = "|";
        text.remove_suffix(1);
    }
    while (true) {
        const auto end = text.find('\n');
        const auto line = text.substr(0, end);
        out += lineBreak;
        if (!line.empty()) out.append(column, ' ').append(line);
        if (end == std::string_view::npos) return out;
        text.remove_prefix(end + 1);
    }
}

} // namespace factline::contract
