// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "diagram/arrange/columns.h"

namespace factline::diagram {

/// Top left corners of blocks on one page of about 16 to 10, the largest first, none over another.
std::vector<LayoutSpot> packBlocks(const std::vector<Block>& blocks);

/// Boxes without any link in a grid, in their order.
Block gridOf(const std::vector<LayoutBox>& boxes);

} // namespace factline::diagram
