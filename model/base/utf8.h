// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace factline {

/// One character of a text in UTF-8 and how many bytes it takes; `size` 0: no UTF-8 begins there.
struct CodePoint {
    char32_t value = 0;
    std::size_t size = 0;
};

/// The character that begins at byte `at`, which lies inside the text. Overlong forms and surrogates are no
/// UTF-8 (Unicode 15, table 3-7).
CodePoint codePointAt(std::string_view text, std::size_t at);

/// Whether a character turns the direction of the text around it, so that what is read is not what is shown:
/// the bidirectional controls that Unicode's technical report 36 warns of. U+200E and U+200F only mark a
/// direction.
bool turnsDirection(char32_t c);

} // namespace factline
