// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unordered_map>
#include <vector>

#include "compare/compare.h"
#include "contract/tree.h"

namespace factline::compare {

/// The same tree with every reference written in full, so that it says the same wherever it stands.
contract::Tree inFull(contract::Tree tree);

/// What every element says for itself, by its id; the model itself under no id. Points into the tree.
using OwnTrees = std::unordered_map<ElementId, const contract::Tree*>;
OwnTrees ownTrees(const contract::Tree& model);

/// The keys in which two trees of one element of that kind differ; left out are elements inside it and what
/// says only how the file is kept (`include`) or where a name comes from (`formerly`).
std::vector<FieldChange> changedFields(ElementKind kind, const contract::Tree& before,
                                       const contract::Tree& after);

} // namespace factline::compare
