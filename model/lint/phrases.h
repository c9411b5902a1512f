// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "domain/references.h"

namespace factline::lint {

/// "a", "a and b", "a, b and c"; more than five are told as "a, b, c, d and 7 more".
Phrase enumeration(const std::vector<std::string>& items);
Phrase enumeration(const std::vector<Phrase>& items);

/// What an element does with what it refers to: "orders/OrderPlaced announces orders/order", "it copies it
/// into its field price".
Phrase usage(const Phrase& holder, const RefUse& use, const Phrase& object);

/// ", and a decides on it", ", and a and b decide on it"; empty without any.
Phrase andDecides(const std::vector<std::string>& decisions);

/// What to do about a reference that leads nowhere: the name it most likely means (`nearest`, may be empty),
/// how references are written where this one is not, or else `otherwise`.
Phrase adviceOn(const RefUse& use, const Ref& ref, const std::string& nearest, Phrase otherwise);

/// The kind with its article: "an event", "a fact".
Phrase withArticle(ElementKind kind);

/// How an element is called in a sentence: its qualified name; "The model" for the model itself.
Phrase nameOf(const Located* located);

/// Sorted, each once.
std::vector<std::string> sortedOnce(std::vector<std::string> items);

/// Each once, in the order of first appearance.
std::vector<std::string> eachOnce(std::vector<std::string> items);
std::vector<Phrase> eachOnce(std::vector<Phrase> items);

/// How many dangling references are searched for what they mean: it pays while a person can still read them
/// all.
inline constexpr std::size_t suggestedAtMost = 20;

/// Finds what dangling references most likely mean: the declared name nearest to theirs. The same bare name
/// in another context counts as near, the holder's own name does not. Gathers names once for many questions;
/// keeps views into the Lookup.
class Suggestions {
public:
    explicit Suggestions(const Lookup& lookup)
        : m_lookup(lookup) {}

    /// Empty where none is near.
    std::string nearestTo(const RefUse& use, const Ref& ref, const Located* holder);

private:
    const std::vector<std::string_view>& namesOf(ElementKind kind);

    const Lookup& m_lookup;
    std::map<ElementKind, std::vector<std::string_view>> m_names;
};

} // namespace factline::lint
