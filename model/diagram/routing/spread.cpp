// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "diagram/routing/row.h"

namespace factline::diagram {

namespace {

/// One round: lanes nearer than `near` to one another become tracks of one bundle around its middle.
void bundle(std::vector<Lane>& lanes, const std::vector<std::size_t>& sorted, double near) {
    std::vector<int> before(lanes.size(), 0);
    std::vector<int> after(lanes.size(), 0);
    for (std::size_t i = 0; i < sorted.size(); ++i)
        for (std::size_t j = i; j-- > 0 && lanes[sorted[i]].at - lanes[sorted[j]].at < near;)
            if (beside(lanes[sorted[i]], lanes[sorted[j]]))
                before[sorted[i]] = std::max(before[sorted[i]], before[sorted[j]] + 1);
    for (std::size_t i = sorted.size(); i-- > 0;)
        for (std::size_t j = i + 1; j < sorted.size() && lanes[sorted[j]].at - lanes[sorted[i]].at < near;
             ++j)
            if (beside(lanes[sorted[i]], lanes[sorted[j]]))
                after[sorted[i]] = std::max(after[sorted[i]], after[sorted[j]] + 1);
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        Lane& lane = lanes[i];
        const int others = before[i] + after[i];
        if (others == 0) continue;
        const double gap = std::min(laneGap, (lane.high - lane.low) / others);
        const double first =
            std::clamp(lane.at - gap * others / 2.0, lane.low, std::max(lane.low, lane.high - gap * others));
        lane.at = first + gap * before[i];
    }
}

/// Gives every lane its room to its neighbours, or, where that is more than there is, as much as there is.
/// Their order stays.
void keepApart(std::vector<Lane>& lanes, const std::vector<std::size_t>& sorted) {
    Row row(lanes, sorted);
    std::vector<double> half(lanes.size());
    for (std::size_t i = 0; i < lanes.size(); ++i)
        half[i] = std::max(lanes[i].room, laneGap) / 2;
    for (const double cap : {48.0, 24.0, 12.0, 9.0, 6.5, laneGap / 2, 3.3, 2.7, 2.3, 2.0, 1.75, 1.5, 1.25,
                             1.0, 0.8, 0.6, 0.4, 0.2, 0.0}) {
        row.measure(half);
        bool all = true;
        for (const std::size_t lane : sorted) {
            if (row.fits(lane)) continue;
            half[lane] = std::min(half[lane], cap);
            all = false;
        }
        if (all) break;
    }
    for (const std::size_t lane : sorted) {
        double least = lanes[lane].low;
        for (const std::size_t other : row.before(lane))
            least = std::max(least, lanes[other].at + half[other] + half[lane]);
        lanes[lane].at = std::max(least, std::min(lanes[lane].at, row.latest(lane)));
        lanes[lane].at = std::min(lanes[lane].at, std::max(lanes[lane].low, lanes[lane].high));
    }
}

} // namespace

void spread(std::vector<Lane>& lanes, const std::vector<std::size_t>& order) {
    for (Lane& lane : lanes)
        lane.at = std::clamp(lane.wanted, lane.low, std::max(lane.low, lane.high));
    for (const double near : {3.0, laneGap - 1, laneGap - 1})
        bundle(lanes, sortedByPlace(lanes, order), near);
    reorder(lanes, order);
    keepApart(lanes, sortedByPlace(lanes, order));
}

} // namespace factline::diagram
