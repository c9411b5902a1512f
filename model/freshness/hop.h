// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "base/result.h"
#include "domain/lag.h"
#include "freshness/distribution.h"

namespace factline::freshness {

/// What a declared hop means as a distribution; an error only for a schedule that cannot be understood.
Result<Distribution> distributionOf(const Hop& hop);

/// What of a hop one would shrink, in seconds: the interval of a poll, the window, the longest gap of a
/// schedule, else the p99 (and the other quantiles with it) or the fixed time. `rest` stays as it is however
/// far `own` shrinks: the work of a poll, the run of a schedule. Of a schedule `own` is the wait where every
/// gap is the longest one: whatever has no longer gap makes nobody wait longer.
struct Shrinkable {
    Distribution own;
    double rest = 0;
    double value = 0;         ///< at factor 1
    double subtract = 0;      ///< the value at factor c is c * (value + subtract) - subtract
    const Hop* hop = nullptr; ///< whose it is; outlives this
    bool withWork = false;    ///< the work of a poll, the run of a schedule come down by the same factor
};
/// Keeps a pointer to the hop.
Shrinkable shrinkableOf(const Hop& hop, const Distribution& distribution);

/// The same with its work, for where the interval alone will not do; nothing where no work is declared.
std::optional<Shrinkable> withItsWork(const Shrinkable& part);

/// The hop with its number come down to `value` as one tells and writes it: its other quantiles by the same
/// factor, each rounded down as spokenLimit says it; of a schedule a poll of that interval. A guess without a
/// source; nothing where so little would be told as nothing.
std::optional<Hop> shrunk(const Shrinkable& part, double value);

/// What a poll does, or a schedule runs for, each time; nothing: not declared, or another kind of hop.
std::optional<Duration> workOf(const Hop& hop);

} // namespace factline::freshness
