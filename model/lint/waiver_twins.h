// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "lint/survey.h"
#include "lint/waivers.h"

namespace factline::lint {

/// Whether the last day of the one comes after that of the other; for good is longest.
bool holdsLonger(const Waiver& one, const Waiver& other);

/// Whether another waiver of the same rule for the same element does all that this one is there for: it holds
/// longer, or as long and stands before it. Those on the element stand before those in the list of the model.
bool isOutlived(const PlacedWaiver& placed, const Survey& survey);

} // namespace factline::lint
