// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "domain/lag.h"
#include "freshness/distribution.h"

namespace factline::freshness {

/// What a declared hop means as a distribution; an error only for a schedule that cannot be understood.
Result<Distribution> distributionOf(const Hop& hop);

/// What of a hop one would shrink, in seconds: the interval of a poll, the window, the longest gap of a
/// schedule, else the p99 or the fixed time. `rest` stays as it is however far `own` shrinks: the work of a
/// poll, the run of a schedule.
struct Shrinkable {
    Distribution own;
    double rest = 0;
    double value = 0;    ///< at factor 1
    double subtract = 0; ///< the value at factor c is c * (value + subtract) - subtract
};
Shrinkable shrinkableOf(const Hop& hop, const Distribution& distribution);

} // namespace factline::freshness
