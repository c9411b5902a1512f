// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "domain/lag.h"
#include "freshness/routes.h"

namespace factline::freshness {

/// The one number of a hop that one would turn to try it otherwise: its poll, its p99, its window, its fixed
/// time, the longest gap of its schedule. Nothing where nobody says how long it takes.
std::optional<double> dialOf(const Step& step);

/// The hop with that number at `seconds`. Quantiles keep their shape, a schedule becomes a poll of the same
/// work, and a hop that nobody declared takes it as its p99. It is a guess from then on, without a source.
/// Rounded to three digits, and to the microsecond.
Hop turned(const Step& step, double seconds);

} // namespace factline::freshness
