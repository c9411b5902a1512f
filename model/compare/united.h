// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "compare/compare.h"

namespace factline::compare {

/// Two models in one, so that one picture can show both.
struct United {
    Model model; ///< what the model after says, and what is gone put back where it belongs
    std::vector<ElementChange> changes;       ///< as difference() gives them
    std::map<ElementKey, ElementKey> goneNow; ///< name before of what is gone -> its name in `model`
};

/// Facts, events, views, policies, decisions, subscriptions and contexts that are gone come back at the end
/// of their lists, in what their context is called now; what they refer to is called as it is after.
/// Everything else is as in `after`; where ids are not shared, elements of both have those of `before`.
United unite(const Model& before, const Model& after, Ids ids = Ids::Unrelated);

} // namespace factline::compare
