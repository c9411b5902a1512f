// SPDX-License-Identifier: Apache-2.0
#include "contract/encoding.h"

#include <cstdint>
#include <cstring>

namespace factline::contract {

namespace {

// Length of the well-formed UTF-8 sequence at `at` (Unicode 15, table 3-7); 0 where there is none.
std::size_t sequenceLength(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) -> unsigned {
        return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
    };
    const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    const unsigned lead = byte(0);
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return follows(1) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        if (!follows(1) || !follows(2)) return 0;
        if (lead == 0xE0 && byte(1) < 0xA0) return 0; // overlong
        if (lead == 0xED && byte(1) > 0x9F) return 0; // surrogates
        return 3;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        if (!follows(1) || !follows(2) || !follows(3)) return 0;
        if (lead == 0xF0 && byte(1) < 0x90) return 0;
        if (lead == 0xF4 && byte(1) > 0x8F) return 0;
        return 4;
    }
    return 0;
}

bool isControl(unsigned char c) {
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F;
}

// Eight bytes at once: all between 0x20 and 0x7E, so nothing to look at.
bool plainAscii(const char* bytes) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, 8);
    constexpr std::uint64_t high = 0x8080808080808080ULL;
    const std::uint64_t belowSpace = (word - 0x2020202020202020ULL) & ~word & high;
    const std::uint64_t isDelete = ((word ^ 0x7F7F7F7F7F7F7F7FULL) - 0x0101010101010101ULL) & high;
    return ((word & high) | belowSpace | isDelete) == 0;
}

} // namespace

std::optional<BadBytes> findBadBytes(std::string_view text, std::size_t from) {
    for (std::size_t at = from; at < text.size();) {
        if (at + 8 <= text.size() && plainAscii(text.data() + at)) {
            at += 8;
            continue;
        }
        const std::size_t length = sequenceLength(text, at);
        if (length == 0) return BadBytes{at, 1, false};
        if (length == 1 && isControl(static_cast<unsigned char>(text[at]))) return BadBytes{at, 1, true};
        at += length;
    }
    return std::nullopt;
}

} // namespace factline::contract
