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

} // namespace factline
