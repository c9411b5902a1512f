// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "diagram/diagram.h"
#include "freshness/analysis.h"

namespace factline::picture {

/// What views with a promise, the subscriptions that it rests on, and decisions are marked with.
using Promises = std::map<ElementKey, diagram::Badge>;

/// Whether each promise can be kept, and the time it takes at its objective: in a view that of the change
/// that fares worst, at a subscription that of the worst that comes by it. At a decision whether what it
/// reads is as fresh as it needs, and how old that is.
Promises promisesIn(const freshness::Analysis& analysis);

} // namespace factline::picture
