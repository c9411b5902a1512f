// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace factline {

/// The candidate that a mistyped word most likely means, for "did you mean"; empty where none is near: at
/// most one change (letter added, left out, replaced, or two swapped) for every three letters. Of several as
/// near, the first. Costs the length of the word times that of all candidates of about its length.
std::string_view mostSimilar(std::string_view word, std::span<const std::string_view> candidates);

} // namespace factline
