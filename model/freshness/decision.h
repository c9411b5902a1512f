// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freshness/estimate.h"

namespace factline::freshness {

/// 1 - E[exp(-rate L)]: the chance that the newest change of an entity is not yet in what was decided on.
double missesLatest(const Estimate& age, double rate);
/// 1 - exp(-rate E[L]): the chance that any change of it is on its way (M/G/infinity).
double anyInFlight(const Estimate& age, double rate);
/// The chance that two changes or more are on their way.
double twoInFlight(const Estimate& age, double rate);

} // namespace factline::freshness
