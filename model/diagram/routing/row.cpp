// SPDX-License-Identifier: Apache-2.0
#include "diagram/routing/row.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <utility>

namespace factline::diagram {

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

Row::Row(const std::vector<Lane>& lanes, std::vector<std::size_t> sorted)
    : m_lanes(lanes)
    , m_sorted(std::move(sorted))
    , m_before(lanes.size())
    , m_earliest(lanes.size())
    , m_latest(lanes.size()) {
    struct Stretch {
        double end;
        std::size_t lane;
    };
    std::map<double, Stretch> skyline; // by where a stretch begins; stretches do not overlap
    for (const std::size_t lane : m_sorted) {
        auto& before = m_before[lane];
        const double begin = lanes[lane].spanBegin - laneGap / 2;
        const double end = lanes[lane].spanEnd + laneGap / 2;
        auto at = skyline.upper_bound(begin);
        if (at != skyline.begin() && std::prev(at)->second.end > begin) --at;
        while (at != skyline.end() && at->first < end) {
            const auto [from, stretch] = *at;
            if (std::find(before.begin(), before.end(), stretch.lane) == before.end())
                before.push_back(stretch.lane);
            at = skyline.erase(at);
            if (from < begin) skyline.emplace(from, Stretch{begin, stretch.lane});
            if (stretch.end > end) at = skyline.emplace(end, Stretch{stretch.end, stretch.lane}).first;
        }
        skyline.emplace(begin, Stretch{end, lane});
    }
}

void Row::measure(const std::vector<double>& half) {
    for (const std::size_t lane : m_sorted) {
        m_earliest[lane] = m_lanes[lane].low;
        m_latest[lane] = std::max(m_lanes[lane].low, m_lanes[lane].high);
        for (const std::size_t other : m_before[lane])
            m_earliest[lane] = std::max(m_earliest[lane], m_earliest[other] + half[other] + half[lane]);
    }
    for (auto lane = m_sorted.rbegin(); lane != m_sorted.rend(); ++lane)
        for (const std::size_t other : m_before[*lane])
            m_latest[other] = std::min(m_latest[other], m_latest[*lane] - half[*lane] - half[other]);
}

} // namespace factline::diagram
