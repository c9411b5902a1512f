// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/references.h"

namespace factline::lint {

/// "a", "a and b", "a, b and c"; more than five are told as "a, b, c, d and 7 more".
std::string enumeration(const std::vector<std::string>& items);

/// What an element does with what it refers to: "announces orders/order", "copies it into its field price".
std::string predicate(const RefUse& use, std::string_view object);

/// What to do about a reference that leads nowhere: the name it most likely means (`nearest`, may be empty),
/// how references are written where this one is not, or else `otherwise`.
std::string adviceOn(const RefUse& use, const Ref& ref, const std::string& nearest, std::string otherwise);

/// The word with its article: "an event", "a fact".
std::string withArticle(std::string_view noun);

/// How an element is called in a sentence: its qualified name; "The model" for the model itself.
std::string nameOf(const Located* located);

/// Sorted, each once.
std::vector<std::string> sortedOnce(std::vector<std::string> items);

/// Each once, in the order of first appearance.
std::vector<std::string> eachOnce(std::vector<std::string> items);

/// How many dangling references are searched for what they mean: it pays while a person can still read them
/// all.
inline constexpr std::size_t suggestedAtMost = 50;

/// The name declared in `lookup` that a dangling reference most likely means; empty where none is near. The
/// same bare name in another context counts as near, the holder's own name does not.
std::string nearestName(const Lookup& lookup, const RefUse& use, const Ref& ref, const Located* holder);

} // namespace factline::lint
