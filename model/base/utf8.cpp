// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.h"

namespace factline {

CodePoint codePointAt(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) -> char32_t {
        return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
    };
    const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    const auto part = [&](std::size_t i) -> char32_t { return byte(i) & 0x3FU; };
    const char32_t lead = byte(0);
    if (lead < 0x80) return {lead, 1};
    if (lead >= 0xC2 && lead <= 0xDF && follows(1)) return {(lead & 0x1FU) << 6U | part(1), 2};
    if (lead >= 0xE0 && lead <= 0xEF && follows(1) && follows(2)) {
        const char32_t value = (lead & 0x0FU) << 12U | part(1) << 6U | part(2);
        if (value < 0x800 || (value >= 0xD800 && value <= 0xDFFF)) return {};
        return {value, 3};
    }
    if (lead >= 0xF0 && lead <= 0xF4 && follows(1) && follows(2) && follows(3)) {
        const char32_t value = (lead & 0x07U) << 18U | part(1) << 12U | part(2) << 6U | part(3);
        if (value < 0x10000 || value > 0x10FFFF) return {};
        return {value, 4};
    }
    return {};
}

bool turnsDirection(char32_t c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

} // namespace factline
