// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace factline::contract {

/// Why characters cannot stand in a file.
enum class BadCharacter {
    NotUtf8,    ///< no character at all
    Control,    ///< other than tab and line break
    Reordering, ///< turns the direction of a text: what is read is not what is shown
    Invisible,  ///< takes no room: two names that look the same are not
};

/// A character that cannot stand in a file, where it is, and why.
struct BadBytes {
    std::size_t begin = 0;
    std::size_t size = 0;
    BadCharacter kind = BadCharacter::NotUtf8;
    char32_t value = 0; ///< the code point, where there is one
};

/// The first one from `from` on; a byte order mark at the begin of the file is none.
std::optional<BadBytes> findBadBytes(std::string_view text, std::size_t from);

/// Why this character cannot stand in a file; nothing: it can.
std::optional<BadCharacter> badCharacter(char32_t c);

} // namespace factline::contract
