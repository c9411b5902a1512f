// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace factline::contract {

/// Bytes of a file to be replaced: [begin, end) becomes `text`. An insertion where begin == end.
struct TextPatch {
    std::uint32_t file = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::string text;
};

/// The bytes [begin, end) of a file with the patches that lie in there. Insertions at one place keep their
/// order and come before a replacement that begins there. Nothing where patches overlap.
std::optional<std::string> patched(std::string_view text, std::uint32_t file, std::uint32_t begin,
                                   std::uint32_t end, std::vector<TextPatch> patches);

} // namespace factline::contract
