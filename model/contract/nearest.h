// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "base/phrase.h"

namespace factline::contract {

/// The candidate that `word` was most likely meant to be: by optimal string alignment distance, case aside,
/// at most one change for every three characters. Nothing where none is near.
std::optional<std::string_view> nearest(std::string_view word, std::span<const std::string_view> candidates);

/// "one, two or three"
Phrase listed(std::span<const std::string_view> words);

} // namespace factline::contract
