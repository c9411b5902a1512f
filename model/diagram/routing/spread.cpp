// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "diagram/routing/lanes.h"
#include "diagram/spacing.h"

namespace factline::diagram {

namespace {

/// One round: lanes nearer than `near` to one another become tracks of one bundle.
void spreadOnce(std::vector<Lane>& lanes, const std::vector<std::size_t>& order, double near) {
    std::vector<std::size_t> rank(lanes.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        rank[order[i]] = i;
    std::vector<std::size_t> sorted = order;
    std::stable_sort(sorted.begin(), sorted.end(), [&](std::size_t a, std::size_t b) {
        if (std::abs(lanes[a].at - lanes[b].at) > 1e-6) return lanes[a].at < lanes[b].at;
        return rank[a] < rank[b];
    });
    const auto conflict = [&](const Lane& a, const Lane& b) {
        return a.spanBegin < b.spanEnd + laneGap && b.spanBegin < a.spanEnd + laneGap;
    };
    std::vector<int> before(lanes.size(), 0);
    std::vector<int> after(lanes.size(), 0);
    for (std::size_t i = 0; i < sorted.size(); ++i)
        for (std::size_t j = i; j-- > 0 && lanes[sorted[i]].at - lanes[sorted[j]].at < near;)
            if (conflict(lanes[sorted[i]], lanes[sorted[j]]))
                before[sorted[i]] = std::max(before[sorted[i]], before[sorted[j]] + 1);
    for (std::size_t i = sorted.size(); i-- > 0;)
        for (std::size_t j = i + 1; j < sorted.size() && lanes[sorted[j]].at - lanes[sorted[i]].at < near;
             ++j)
            if (conflict(lanes[sorted[i]], lanes[sorted[j]]))
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

} // namespace

void spread(std::vector<Lane>& lanes, const std::vector<std::size_t>& order) {
    for (Lane& lane : lanes)
        lane.at = std::clamp(lane.wanted, lane.low, std::max(lane.low, lane.high));
    spreadOnce(lanes, order, 3);
    spreadOnce(lanes, order, laneGap - 1);
    spreadOnce(lanes, order, laneGap - 1);
}

} // namespace factline::diagram
