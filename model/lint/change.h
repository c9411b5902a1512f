// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <unordered_set>
#include <vector>

#include "domain/lookup.h"

namespace factline::lint {

/// What is different between two snapshots of one model.
struct Change {
    std::unordered_set<ElementId> touched; ///< elements that are new, differ, or stand in what differs
    std::vector<ElementId> gone;           ///< elements that are no longer there
    std::unordered_set<AskedName> names;   ///< names of these, before and after, and of what they refer to
    bool time = false;   ///< whether more than words: anything that may count for how long a change travels
    bool claims = false; ///< whether a claim is among them
};

/// The change from one model to the next; nothing where it cannot be told element by element: where a
/// migration cuts the model, where elements have changed their order, or where some have no id of their own.
/// Costs what changed and a comparison of pointers for the lists around it.
std::optional<Change> changeBetween(const Model& before, const Model& after);

} // namespace factline::lint
