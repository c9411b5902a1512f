// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "panels/panel.h"

namespace factline::panels {

/// Deletes elements without asking; a toast says what is gone and how many references led there, and offers
/// to undo.
void remove(const Surroundings& around, std::vector<ElementId> ids);

} // namespace factline::panels
