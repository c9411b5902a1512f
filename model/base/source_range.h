// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

namespace factline {

/// A place in a text file. Lines and columns count from 1 (0: unknown); columns count Unicode code points.
/// Offsets count bytes from 0; `end` is one past the last byte.
struct SourceRange {
    std::string file;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    bool operator==(const SourceRange&) const = default;
};

} // namespace factline
