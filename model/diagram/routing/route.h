// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "diagram/diagram.h"

namespace factline::diagram {

/// Routes all edges of a diagram whose shapes have their places, and puts their labels. `labels`: for each
/// edge the size of its label, empty for none. An edge that asks runs from who asks to the owner asked; every
/// other from `from` to `to`.
void routeEdges(Diagram& diagram, const std::vector<std::size_t>& contextOf, const std::vector<Size>& labels);

} // namespace factline::diagram
