// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "base/finding.h"
#include "domain/lookup.h"

namespace factline::panels {

/// Where to look for what a finding is about: an element that can be selected, and a key path inside it.
struct FindingPlace {
    ElementId id;      ///< none: the model as a whole
    std::string field; ///< "announces", "fedBy.orders/OrderCompleted.reliesOn"; mostly empty
};

/// A subscription is looked at in its view or policy; a fact that stands nowhere where it is spoken of.
FindingPlace placeOf(const Finding& finding, const Lookup& lookup);

} // namespace factline::panels
