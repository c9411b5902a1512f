// SPDX-License-Identifier: Apache-2.0
#include "diagram/arrange/burden.h"

#include <algorithm>
#include <cmath>

#include "diagram/spacing.h"

namespace factline::diagram {

namespace {

constexpr double turnBack = 1000; ///< what a line against the reading direction is worse than its length
constexpr double turnRound = 600; ///< likewise for one between boxes that stand one above the other

} // namespace

double burden(const LayoutRequest& request, const Block& block) {
    double length = 0;
    for (const auto& link : request.links) {
        const LayoutBox& from = request.boxes[link.from];
        const LayoutBox& to = request.boxes[link.to];
        const double fromX = block.spots[link.from].x;
        const double toX = block.spots[link.to].x;
        const double fromRight = fromX + from.width;
        const double toRight = toX + to.width;
        double way =
            std::abs(block.spots[link.from].y + from.height / 2.0 - block.spots[link.to].y - to.height / 2.0);
        if (toX >= fromRight)
            way += toX - fromRight;
        else if (fromX >= toRight)
            way += fromX - toRight + turnBack;
        else
            way += turnRound;
        length += link.weight * way;
    }
    return length * std::max<double>(block.width, pageShape * block.height);
}

} // namespace factline::diagram
