// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <unordered_set>
#include <vector>

#include "domain/lookup.h"
#include "lint/rule.h"

namespace factline::lint {

/// What is different between two snapshots of one model.
struct Change {
    std::unordered_set<ElementId> touched; ///< elements that are new, differ, or stand in what differs
    std::vector<ElementId> gone;           ///< elements that are no longer there
    std::unordered_set<AskedName> names;   ///< names of these, before and after, and of what they refer to
    Kinds elements = 0;   ///< kinds of which elements are new, gone, or differ by more than words
    Kinds words = 0;      ///< kinds of which elements differ by words: what they mean, assert and rely on
    bool isOther = false; ///< whether some are new, gone or called otherwise
    bool isRoot = false;  ///< whether the model says other things of itself

    /// Whether anything may count for how long a change travels: more than words, and not of claims.
    bool isAboutTime() const { return (elements & ~kinds(ElementKind::Claim)) != 0; }
    bool hasClaims() const { return ((elements | words) & kinds(ElementKind::Claim)) != 0; }
};

/// The change from one model to the next; nothing where it cannot be told element by element: where a
/// migration cuts the model, where elements have changed their order, or where some have no id of their own.
/// Costs what changed and a comparison of pointers for the lists around it.
std::optional<Change> changeBetween(const Model& before, const Model& after);

} // namespace factline::lint
