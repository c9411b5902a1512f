// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "freshness/analysis.h"
#include "picture/figures/lag_curve.h"
#include "picture/figures/waterfall.h"

namespace factline::panels {

/// Where the time of a slow change goes. `before`: the same row as it was, null for none. Nothing for a row
/// that is not known, or whose changes never arrive.
std::optional<picture::Waterfall> waterfallOf(const freshness::Row& row, const freshness::Row* before);

/// How many changes are visible after how long; nothing for a row that is not known.
std::optional<picture::LagCurve> lagCurveOf(const freshness::Row& row, const freshness::Row* before);

} // namespace factline::panels
