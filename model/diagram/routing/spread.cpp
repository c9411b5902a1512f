// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <map>

#include "diagram/routing/lanes.h"
#include "diagram/spacing.h"

namespace factline::diagram {

namespace {

/// One round: lanes nearer than `near` to one another become tracks of one bundle around its middle.
void bundle(std::vector<Lane>& lanes, const std::vector<std::size_t>& sorted, double near) {
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

std::vector<std::size_t> sortedByPlace(const std::vector<Lane>& lanes,
                                       const std::vector<std::size_t>& order) {
    std::vector<std::size_t> rank(lanes.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        rank[order[i]] = i;
    std::vector<std::size_t> sorted = order;
    std::stable_sort(sorted.begin(), sorted.end(), [&](std::size_t a, std::size_t b) {
        if (std::abs(lanes[a].at - lanes[b].at) > 1e-6) return lanes[a].at < lanes[b].at;
        return rank[a] < rank[b];
    });
    return sorted;
}

/// For each lane those directly before it: what one sees of `sorted` when looking back from it.
std::vector<std::vector<std::size_t>> neighboursBefore(const std::vector<Lane>& lanes,
                                                       const std::vector<std::size_t>& sorted) {
    struct Stretch {
        double end;
        std::size_t lane;
    };
    std::vector<std::vector<std::size_t>> before(lanes.size());
    std::map<double, Stretch> skyline; // by where a stretch begins; stretches do not overlap
    for (const std::size_t lane : sorted) {
        const double begin = lanes[lane].spanBegin - laneGap / 2;
        const double end = lanes[lane].spanEnd + laneGap / 2;
        auto at = skyline.upper_bound(begin);
        if (at != skyline.begin() && std::prev(at)->second.end > begin) --at;
        while (at != skyline.end() && at->first < end) {
            const auto [from, stretch] = *at;
            if (std::find(before[lane].begin(), before[lane].end(), stretch.lane) == before[lane].end())
                before[lane].push_back(stretch.lane);
            at = skyline.erase(at);
            if (from < begin) skyline.emplace(from, Stretch{begin, stretch.lane});
            if (stretch.end > end) at = skyline.emplace(end, Stretch{stretch.end, stretch.lane}).first;
        }
        skyline.emplace(begin, Stretch{end, lane});
    }
    return before;
}

/// Gives every lane its room to its neighbours, or, where that is more than there is, as much as there is.
/// Their order stays.
void keepApart(std::vector<Lane>& lanes, const std::vector<std::size_t>& sorted) {
    const auto before = neighboursBefore(lanes, sorted);
    std::vector<double> half(lanes.size());
    for (std::size_t i = 0; i < lanes.size(); ++i)
        half[i] = std::max(lanes[i].room, laneGap) / 2;
    std::vector<double> earliest(lanes.size());
    std::vector<double> latest(lanes.size());
    for (const double cap : {48.0, 24.0, 12.0, 9.0, 6.5, laneGap / 2, 3.0, 2.2, 1.6, 1.1, 0.7, 0.4, 0.0}) {
        for (const std::size_t lane : sorted) {
            earliest[lane] = lanes[lane].low;
            latest[lane] = std::max(lanes[lane].low, lanes[lane].high);
            for (const std::size_t other : before[lane])
                earliest[lane] = std::max(earliest[lane], earliest[other] + half[other] + half[lane]);
        }
        for (auto lane = sorted.rbegin(); lane != sorted.rend(); ++lane)
            for (const std::size_t other : before[*lane])
                latest[other] = std::min(latest[other], latest[*lane] - half[*lane] - half[other]);
        bool fits = true;
        for (const std::size_t lane : sorted)
            if (earliest[lane] > latest[lane] + 1e-9) {
                half[lane] = std::min(half[lane], cap);
                fits = false;
            }
        if (fits) break;
    }
    for (const std::size_t lane : sorted) {
        double least = lanes[lane].low;
        for (const std::size_t other : before[lane])
            least = std::max(least, lanes[other].at + half[other] + half[lane]);
        lanes[lane].at = std::max(least, std::min(lanes[lane].at, latest[lane]));
        lanes[lane].at = std::min(lanes[lane].at, std::max(lanes[lane].low, lanes[lane].high));
    }
}

} // namespace

void spread(std::vector<Lane>& lanes, const std::vector<std::size_t>& order) {
    for (Lane& lane : lanes)
        lane.at = std::clamp(lane.wanted, lane.low, std::max(lane.low, lane.high));
    for (const double near : {3.0, laneGap - 1, laneGap - 1})
        bundle(lanes, sortedByPlace(lanes, order), near);
    keepApart(lanes, sortedByPlace(lanes, order));
}

} // namespace factline::diagram
