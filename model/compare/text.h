// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/phrase.h"
#include "compare/compare.h"

namespace factline::compare {

/// What has become of an element in one word: "new", "gone", "moved", "renamed" or "changed", the first that
/// holds.
std::string_view wordFor(const ElementChange& change);

/// What is meant, with what it was called before where that is something else: "event orders/OrderPlaced,
/// before orders/OrderSubmitted"; "the model".
Phrase nameOf(const ElementChange& change);

/// "freshness.within: 30s -> 5s"; "nothing" stands for what is not given.
std::string toString(const FieldChange& field);
Phrase phraseOf(const FieldChange& field);

/// All changes for people to read, one a line with its fields below it; empty where there are none.
std::string asText(std::span<const ElementChange> changes);

} // namespace factline::compare
