// SPDX-License-Identifier: Apache-2.0
#include "lint/report.h"

#include <algorithm>
#include <fmt/format.h>

namespace factline::lint {

namespace {

/// The character that UTF-8 text begins with and its length in bytes; 0 for one that needs no escape here.
struct Unseen {
    unsigned code = 0;
    std::size_t length = 1;
};

Unseen unseenAt(std::string_view text) {
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<unsigned>(static_cast<unsigned char>(text[i])) : 0U;
    };
    const unsigned first = byte(0);
    if (first < 0x20 || first == 0x7f) return {first, 1};
    if (first == 0xc2 && byte(1) >= 0x80 && byte(1) < 0xa0) return {byte(1), 2};
    if (first != 0xe2 || (byte(1) != 0x80 && byte(1) != 0x81)) return {};
    const unsigned code = 0x2000 + ((byte(1) & 0x3f) << 6) + (byte(2) & 0x3f);
    const bool ends = code == 0x2028 || code == 0x2029;
    const bool turns = (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
    return ends || turns ? Unseen{code, 3} : Unseen{};
}

std::string escaped(unsigned code) {
    switch (code) {
    case '\n':
        return "\\n";
    case '\r':
        return "\\r";
    case '\t':
        return "\\t";
    default:
        return code < 0x100 ? fmt::format("\\x{:02x}", code) : fmt::format("\\u{:04x}", code);
    }
}

} // namespace

std::string onOneLine(std::string text) {
    const auto plain = [](char c) { return c >= 0x20 && c < 0x7f; };
    if (std::ranges::all_of(text, plain)) return text;
    std::string result;
    for (std::string_view rest = text; !rest.empty();) {
        const bool nul = rest.front() == '\0';
        const Unseen unseen = unseenAt(rest);
        if (unseen.code || nul)
            result += escaped(unseen.code);
        else
            result += rest.front();
        rest.remove_prefix(std::min(unseen.length, rest.size()));
    }
    return result;
}

} // namespace factline::lint
