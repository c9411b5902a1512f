// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "diagram/arrange/columns.h"
#include "diagram/layout.h"

namespace factline::diagram {

/// How many lines are to be expected between boxes that stand in columns.
struct Traffic {
    std::vector<std::vector<int>> gaps; ///< for each column: lines above each of its boxes and below the last
    std::vector<int> channels; ///< to the right of each column: lines side by side at its busiest height
    std::vector<int> words;    ///< to the right of each column: width of the widest words
};

/// Every link goes from its box to the other as straight as the gaps between the boxes on its way allow.
/// `columnOf` is the number of columns for a box that stands in none of them; `centre` is each box's height.
Traffic trafficOf(const LayoutRequest& request, const Columns& columns,
                  const std::vector<std::size_t>& columnOf, const std::vector<double>& centre);

} // namespace factline::diagram
