// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "diagram/positions.h"
#include "domain/model.h"

namespace factline::diagram {

/// The same positions after an edit (see the one with two Lookups). Costs as much as what the edit has
/// touched: contexts that both models share are not looked at.
Positions carryPositions(const Positions& positions, const Model& before, const Model& after);

} // namespace factline::diagram
