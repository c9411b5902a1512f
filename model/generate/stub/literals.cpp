// SPDX-License-Identifier: Apache-2.0
#include "generate/stub/literals.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/utf8.h"

namespace factline::generate::stub {

namespace {

std::string escaped(char32_t c, bool pairs) {
    const auto value = static_cast<std::uint32_t>(c);
    if (value < 0x10000) return fmt::format("\\u{:04x}", value);
    if (!pairs) return fmt::format("\\U{:08x}", value);
    const std::uint32_t rest = value - 0x10000;
    return fmt::format("\\u{:04x}\\u{:04x}", 0xD800 + rest / 1024, 0xDC00 + rest % 1024);
}

bool standsForItself(char c) {
    return c >= ' ' && c <= '~' && c != '"' && c != '\\';
}

std::string literal(std::string_view text, bool pairs) {
    std::string result = "\"";
    if (std::ranges::all_of(text, standsForItself)) return (result += text) += '"'; // most are
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint point = codePointAt(text, i);
        const char32_t c = point.size > 0 ? point.value : U'\uFFFD';
        i += std::max<std::size_t>(point.size, 1);
        if (c == U'"' || c == U'\\')
            result += {'\\', static_cast<char>(c)};
        else if (c == U'\n')
            result += "\\n"; // Java reads the number of a line's end as that end
        else if (c == U'\r')
            result += "\\r";
        else if (c < 32 || c > 126)
            result += escaped(c, pairs);
        else
            result += static_cast<char>(c);
    }
    return result + '"';
}

} // namespace

std::string wideLiteral(std::string_view text) {
    return literal(text, false);
}

std::string pairLiteral(std::string_view text) {
    return literal(text, true);
}

std::string avoiding(std::string identifier, std::span<const std::string_view> words) {
    if (std::ranges::binary_search(words, std::string_view(identifier))) identifier += '_';
    return identifier;
}

std::string lowerFront(std::string identifier) {
    if (!identifier.empty() && identifier.front() >= 'A' && identifier.front() <= 'Z')
        identifier.front() = static_cast<char>(identifier.front() - 'A' + 'a');
    return identifier;
}

} // namespace factline::generate::stub
