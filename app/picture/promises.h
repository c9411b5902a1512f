// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "diagram/diagram.h"
#include "freshness/analysis.h"

namespace factline::picture {

/// What each view with a promise is marked with.
using Promises = std::map<ElementKey, diagram::Badge>;

/// Whether each promise can be kept, and the time it takes at its objective: that of the change that fares
/// worst.
Promises promisesIn(const freshness::Analysis& analysis);

} // namespace factline::picture
