// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include <QImage>

#include "picture/writing/deflate_block.h"

namespace factline::picture {

/// Rows of a PNG as tokens, and the Adler-32 and number of the bytes that they stand for.
struct PixelTokens {
    std::vector<Token> tokens;
    std::uint32_t checksum = 1;
    std::uint64_t length = 0;
};

/// The rows of a band, four bytes a pixel with alpha (Format_ARGB32), else three (Format_RGB32). Whole pixels
/// are compared, not bytes: most repeat the one above or before, and those cost next to nothing.
PixelTokens pixelTokens(QImage band, bool alpha);

} // namespace factline::picture
