// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <unordered_map>

#include "domain/lookup.h"

namespace factline::lint {

/// Where a fact stands among those that take it over (takesOver), one after another: its own number and those
/// of all its successors. Empty: nothing is taken over, neither from it nor by it.
struct Succession {
    std::size_t first = 0;
    std::size_t end = 0;

    bool empty() const { return first == end; }
    /// Whether the other one carries this one on, at once or by way of others; a fact also carries itself on.
    bool isCarriedOnBy(const Succession& other) const { return first <= other.first && other.end <= end; }
};

/// The succession of every fact that takes part in one, by qualified name, over all stages. Where facts take
/// one another over in a circle the first in the model counts as the oldest. Linear.
std::unordered_map<std::string, Succession> successions(const Model& everyStage);

/// The fact of a model that carries on one that is not there; of several the next one. Empty: none does.
std::string successorOf(const std::string& fact, const Lookup& lookup,
                        const std::unordered_map<std::string, Succession>& successions);

} // namespace factline::lint
