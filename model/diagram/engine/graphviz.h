// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "diagram/diagram.h"
#include "diagram/layout.h"

namespace factline::diagram {

using Deadline = std::chrono::steady_clock::time_point;

/// Centres of the boxes as `dot` layers them from left to right; links must have no circles. Nothing where it
/// is not done by the deadline or fails. It runs in a forked child, because it can neither be interrupted nor
/// run twice in a process.
std::optional<std::vector<Point>> dotCentres(const LayoutRequest& request, Deadline deadline);

/// Centres of the boxes as `sfdp` spreads them; boxes may overlap. Otherwise the same.
std::optional<std::vector<Point>> sfdpCentres(const LayoutRequest& request, Deadline deadline);

} // namespace factline::diagram
