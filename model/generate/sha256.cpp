// SPDX-License-Identifier: Apache-2.0
#include "generate/sha256.h"

#include <array>

#include <openssl/sha.h>

namespace factline::generate {

std::string sha256(std::string_view bytes) {
    std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
    SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest.data());
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(2 * digest.size());
    for (const auto byte : digest)
        text += {digits[byte >> 4U], digits[byte & 15U]};
    return text;
}

} // namespace factline::generate
