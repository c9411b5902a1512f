// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "diagram/layout.h"

namespace factline::diagram {

/// The answer to a request: circles broken, connected parts laid out one by one by `dot` (by `sfdp` where a
/// part is too large for it), put into columns on a page, boxes without links in a grid. The same request
/// gives the same answer, as long as the time limit is not reached; then the parts left come in a grid.
LayoutResult layOut(const LayoutRequest& request);

} // namespace factline::diagram
