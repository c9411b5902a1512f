// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace factline::picture {

/// A byte as it is, or a copy of 3 to 258 bytes that stand 1 to 32,768 bytes before.
struct Token {
    std::uint16_t length = 0; ///< of the copy; 0: a byte
    std::uint16_t value = 0;  ///< the byte, or the copy's distance less one
};

/// A piece of a deflate stream that ends on a whole byte, so that pieces can be joined: one block with codes
/// made for these tokens (RFC 1951, 3.2.7), then an empty one unless it is the last.
std::string deflateBlock(std::span<const Token> tokens, bool last);

} // namespace factline::picture
