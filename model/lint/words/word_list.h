// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace factline::lint {

/// A text that a template can be given.
template<std::size_t size>
struct Text {
    char letters[size]{};
    consteval Text(const char (&text)[size]) { std::ranges::copy(text, letters); } // NOLINT: from a literal
    constexpr std::string_view view() const { return {letters, size - 1}; }
};

/// The words of a text with one blank between them: words<"event message command">.
template<Text text>
inline constexpr auto words = [] {
    constexpr std::string_view all = text.view();
    std::array<std::string_view, 1 + std::ranges::count(all, ' ')> list;
    std::size_t begin = 0;
    for (std::string_view& word : list) {
        word = all.substr(begin, all.find(' ', begin) - begin);
        begin += word.size() + 1;
    }
    return list;
}();

inline bool isIn(std::span<const std::string_view> list, std::string_view word) {
    return std::ranges::find(list, word) != list.end();
}

} // namespace factline::lint
