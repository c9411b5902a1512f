// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>
#include <utility>

#include "lint/fix.h"

// What the fixes of rules are made of.
namespace factline::lint {

/// The element that a finding points at, where it is a T; null otherwise.
template<typename T>
const T* pointedAt(const Finding& finding, const Lookup& lookup) {
    const Located* located = lookup.find(finding.at);
    const auto* element = located ? std::get_if<const T*>(&located->element) : nullptr;
    return element ? *element : nullptr;
}

/// The fix that changes the T that a finding points at; `change(T&)`. Nothing where it is no T, or where
/// nothing changes.
template<typename T, std::invocable<T&> Change>
std::optional<Fix> changing(const Finding& finding, const Lookup& lookup, bool isSafe, Phrase title,
                            const Change& change) {
    const T* element = pointedAt<T>(finding, lookup);
    if (!element) return std::nullopt;
    T changed = *element;
    change(changed);
    if (changed == *element) return std::nullopt;
    edit::Several step{title, {edit::ReplaceElement{std::move(changed)}}};
    return Fix{std::move(title), isSafe, std::move(step)};
}

/// Takes the waiver out that a finding about a waiver points at.
std::optional<Fix> withoutWaiver(const Finding& finding, const Lookup& lookup, bool isSafe);

/// Writes the name that a reference most likely means in place of the one that leads nowhere: where the
/// finding points, or wherever it stands (`everywhere`). Nothing where no name is near.
std::optional<Fix> spelledRight(const Finding& finding, const Lookup& lookup, const std::string& name,
                                bool everywhere);

/// Gives the channel that a finding points at the one key that suits all events on it: of each some announced
/// fact is identified so. Nothing where there is no such key, or several.
std::optional<Fix> keyedAsItsFacts(const Finding& finding, const Lookup& lookup);

} // namespace factline::lint
