// SPDX-License-Identifier: Apache-2.0
#include "contract/encoding.h"

#include <cstdint>
#include <cstring>

#include "base/utf8.h"

namespace factline::contract {

namespace {

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

std::optional<BadCharacter> badCharacter(char32_t c) {
    if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F) return BadCharacter::Control;
    if (turnsDirection(c)) return BadCharacter::Reordering;
    // takes no room and belongs to no script
    if (c == 0xAD || c == 0x200B || (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF)
        return BadCharacter::Invisible;
    return std::nullopt;
}

std::optional<BadBytes> findBadBytes(std::string_view text, std::size_t from) {
    for (std::size_t at = from; at < text.size();) {
        if (at + 8 <= text.size() && plainAscii(text.data() + at)) {
            at += 8;
            continue;
        }
        const auto [value, size] = codePointAt(text, at);
        if (size == 0) return BadBytes{at, 1, BadCharacter::NotUtf8, 0};
        const bool orderMark = at == 0 && value == 0xFEFF;
        if (const auto kind = badCharacter(value); kind && !orderMark)
            return BadBytes{at, size, *kind, value};
        at += size;
    }
    return std::nullopt;
}

} // namespace factline::contract
