// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "diagram/routing/search.h"

namespace factline::diagram {

/// Corners of every line, its ends on the sides of its nodes included: level and upright pieces in turn.
/// Lines that go the same way lie side by side, in the order in which they cross least. A way without cells
/// gives no corners.
std::vector<std::vector<Point>> layLanes(const Space& space, const std::vector<Way>& ways);

/// A piece of a line that may move across its direction between two bounds.
struct Lane {
    double low = 0;
    double high = 0;
    double wanted = 0;    ///< where it would lie if it were alone
    double spanBegin = 0; ///< along its direction
    double spanEnd = 0;
    double at = 0; ///< where it lies
};

/// Moves lanes that would lie on or near one another apart. Where two want the same place, the one that
/// stands first in `order` lies first.
void spread(std::vector<Lane>& lanes, const std::vector<std::size_t>& order);

} // namespace factline::diagram
