// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace factline::contract {

/// A byte sequence that is no text, and what it is.
struct BadBytes {
    std::size_t begin = 0;
    std::size_t size = 0;
    bool control = false; ///< a control character; else no valid UTF-8
};

/// The first bytes from `from` on that are no valid UTF-8, or a control character other than tab and line
/// break.
std::optional<BadBytes> findBadBytes(std::string_view text, std::size_t from);

} // namespace factline::contract
