// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "diagram/routing/search.h"

namespace factline::diagram {

/// Corners of every line, its ends on the sides of its nodes included: level and upright pieces in turn.
/// Lines that go the same way lie side by side, in the order in which they cross least. A way without cells
/// gives no corners. `words`: for each line the size of its label, empty for none; the piece that can bear it
/// best keeps room for it.
std::vector<std::vector<Point>> layLanes(const Space& space, const std::vector<Way>& ways,
                                         const std::vector<Size>& words);

/// A piece of a line that may move across its direction between two bounds.
struct Lane {
    double low = 0;
    double high = 0;
    double wanted = 0;    ///< where it would lie if it were alone
    double spanBegin = 0; ///< along its direction
    double spanEnd = 0;
    double at = 0;   ///< where it lies
    double room = 0; ///< that it wants around itself, for words; there is always some between two lanes
};

/// Moves lanes that would lie on or near one another apart, as far as their bounds allow. Where two want the
/// same place, the one that stands first in `order` lies first.
void spread(std::vector<Lane>& lanes, const std::vector<std::size_t>& order);

} // namespace factline::diagram
