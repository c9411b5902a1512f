// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "diagram/arrange/columns.h"
#include "diagram/layout.h"

namespace factline::diagram {

/// How much a reader has to follow, the less the better: the length of all lines as they will run (to the
/// right where they can; a line backward or within a column is longer than it is far), times the width of the
/// page of 16 to 10 that the block needs.
double burden(const LayoutRequest& request, const Block& block);

} // namespace factline::diagram
