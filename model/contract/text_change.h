// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace factline::contract {

/// What is different between two texts, in bytes: all before `begin` is the same, and all from `end` on of
/// the one is what stands from `newEnd` on in the other.
struct TextChange {
    std::size_t begin = 0, end = 0, newEnd = 0;
};

TextChange changeOf(std::string_view before, std::string_view after);

} // namespace factline::contract
