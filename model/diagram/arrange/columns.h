// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "diagram/diagram.h"
#include "diagram/layout.h"

namespace factline::diagram {

/// Boxes in columns from left to right, each from top to bottom.
using Columns = std::vector<std::vector<std::size_t>>;

/// A finished part of a layout: places from (0, 0) on, and how much room they take.
struct Block {
    std::vector<LayoutSpot> spots;
    int width = 0;
    int height = 0;
};

/// The layers of a drawing by layers: boxes with the same x (of their centres) in one column.
Columns columnsFromLayers(const std::vector<Point>& centres);

/// Free room between boxes, on the average.
struct Spacing {
    double channel = 144; ///< between columns
    double gap = 40;      ///< below a box
};

/// Columns from a drawing in which nearness alone counts: turned so that links run to the right, then cut
/// into as many columns of the same height as give a page.
Columns columnsFromCloud(const LayoutRequest& request, std::vector<Point> centres,
                         const Spacing& spacing = {});

/// The spacing that a block of so many columns has.
Spacing spacingOf(const LayoutRequest& request, const Block& block, std::size_t columns);

/// Brings columns to the shape of a page: too high ones are dealt out to several, too long a row of columns
/// is broken into rows. The result holds one or more rows.
std::vector<Columns> foldToPage(const LayoutRequest& request, const Columns& columns);

/// Places: columns side by side with room for lines between, boxes at the height of what they are linked to.
/// No two boxes overlap.
Block settle(const LayoutRequest& request, const std::vector<Columns>& rows);

} // namespace factline::diagram
