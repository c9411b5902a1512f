// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "domain/lookup.h"
#include "freshness/analysis.h"

namespace factline::panels {

/// The rows of a view, in the order of the analysis.
std::vector<const freshness::Row*> rowsOf(const freshness::Analysis& analysis, const Ref& view);

/// Of several rows the one to look at first: what fares worst of what is promised, else what takes longest.
/// Null for none.
const freshness::Row* worstOf(const std::vector<const freshness::Row*>& rows);

/// What a selected element is about: a view's own rows, those of an event or a fact, of what a decision
/// reads, of who subscribes, or that pass through a policy or a channel. Empty for anything else.
std::vector<const freshness::Row*> rowsAbout(const freshness::Analysis& analysis, const Located& selected);

} // namespace factline::panels
