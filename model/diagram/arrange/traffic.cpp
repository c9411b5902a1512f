// SPDX-License-Identifier: Apache-2.0
#include "diagram/arrange/traffic.h"

#include <algorithm>
#include <cmath>

namespace factline::diagram {

namespace {

/// A line's upright piece in a channel.
struct Stretch {
    double top = 0;
    double bottom = 0;
    int lines = 1;
};

/// How many lie side by side where they lie densest.
int densest(const std::vector<Stretch>& uprights) {
    std::vector<std::pair<double, int>> ends;
    for (const Stretch& upright : uprights) {
        ends.emplace_back(upright.top, upright.lines);
        ends.emplace_back(upright.bottom, -upright.lines);
    }
    std::sort(ends.begin(), ends.end());
    int now = 0;
    int most = 0;
    for (const auto& [y, lines] : ends) {
        now += lines;
        most = std::max(most, now);
    }
    return most;
}

/// Middles of the gaps of a column, the ones above and below it included, downward.
std::vector<double> gapsOf(const LayoutRequest& request, const std::vector<std::size_t>& column,
                           const std::vector<double>& centre) {
    constexpr double outside = 20;
    const auto half = [&](std::size_t box) { return request.boxes[box].height / 2.0; };
    std::vector<double> gaps;
    double bottom = 0;
    for (const std::size_t box : column) {
        const double top = centre[box] - half(box);
        gaps.push_back(gaps.empty() ? top - outside : (bottom + top) / 2);
        bottom = centre[box] + half(box);
    }
    gaps.push_back(bottom + outside);
    return gaps;
}

std::size_t nearest(const std::vector<double>& sorted, double y) {
    const auto above = std::lower_bound(sorted.begin(), sorted.end(), y);
    if (above == sorted.end()) return sorted.size() - 1;
    const auto at = static_cast<std::size_t>(above - sorted.begin());
    return at > 0 && y - sorted[at - 1] < sorted[at] - y ? at - 1 : at;
}

} // namespace

Traffic trafficOf(const LayoutRequest& request, const Columns& columns,
                  const std::vector<std::size_t>& columnOf, const std::vector<double>& centre) {
    Traffic traffic;
    std::vector<std::vector<double>> gaps;
    for (const auto& column : columns) {
        gaps.push_back(gapsOf(request, column, centre));
        traffic.gaps.emplace_back(column.size() + 1, 0);
    }
    std::vector<std::vector<Stretch>> uprights(columns.size());
    traffic.words.assign(columns.size(), 0);
    for (const LayoutLink& link : request.links) {
        const std::size_t from = columnOf[link.from];
        const std::size_t to = columnOf[link.to];
        if (from >= columns.size() || to >= columns.size()) continue; // another row's
        const std::size_t left = std::min(from, to);
        const std::size_t right = std::max(from, to);
        const double leftY = centre[from <= to ? link.from : link.to];
        const double rightY = centre[from <= to ? link.to : link.from];
        const auto turn = [&](std::size_t channel, double a, double b) {
            uprights[channel].push_back({std::min(a, b), std::max(a, b), link.weight});
        };
        const std::size_t beside =
            from < to || from == 0 ? from : from - 1; // lines enter boxes from the left
        traffic.words[beside] = std::max(traffic.words[beside], link.words);
        double y = leftY;
        for (std::size_t column = left + 1; column < right; ++column) {
            const double share = static_cast<double>(column - left) / static_cast<double>(right - left);
            const std::size_t gap = nearest(gaps[column], leftY + (rightY - leftY) * share);
            traffic.gaps[column][gap] += link.weight;
            turn(column - 1, y, gaps[column][gap]);
            y = gaps[column][gap];
        }
        turn(right == left ? beside : right - 1, y, rightY);
    }
    for (const auto& channel : uprights)
        traffic.channels.push_back(densest(channel));
    return traffic;
}

} // namespace factline::diagram
