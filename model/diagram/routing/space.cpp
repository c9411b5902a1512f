// SPDX-License-Identifier: Apache-2.0
#include "diagram/routing/space.h"

#include <algorithm>
#include <map>
#include <set>

#include "diagram/spacing.h"

namespace factline::diagram {

namespace {

constexpr double clearOfContext = 6; ///< above and below a context
constexpr double clearOfNode = 5;    ///< above and below a node
constexpr double outskirts = 240;    ///< free room around the whole picture

struct Interval {
    double low = 0;
    double high = 0;
    auto operator<=>(const Interval&) const = default;
};

/// Free intervals of a column of air between `bounds`, around the obstacles that stand in it.
std::vector<Interval> gaps(const std::multiset<Interval>& obstacles, const Interval& bounds) {
    std::vector<Interval> result;
    double at = bounds.low;
    for (const Interval& obstacle : obstacles) {
        if (obstacle.low > at) result.push_back({at, std::min(obstacle.low, bounds.high)});
        at = std::max(at, obstacle.high);
        if (at >= bounds.high) return result;
    }
    result.push_back({at, bounds.high});
    return result;
}

/// Cuts what `obstacles` leave free of `area` into cells; obstacles may overlap.
void decompose(const Rect& area, const std::vector<Rect>& obstacles, std::size_t context,
               std::vector<Cell>& cells) {
    struct Edge {
        double x;
        bool begins;
        Interval interval;
    };
    std::vector<Edge> edges;
    for (const Rect& obstacle : obstacles) {
        const double left = std::max(obstacle.x, area.x);
        const double right = std::min(obstacle.right(), area.right());
        if (right <= left) continue;
        edges.push_back({left, true, {obstacle.y, obstacle.bottom()}});
        edges.push_back({right, false, {obstacle.y, obstacle.bottom()}});
    }
    std::stable_sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) { return a.x < b.x; });
    const Interval bounds{area.y, area.bottom()};
    std::multiset<Interval> active;
    std::map<Interval, double> open; // free interval -> x where it began
    std::vector<Interval> now = gaps(active, bounds);
    for (const Interval& interval : now)
        open[interval] = area.x;
    const auto close = [&](const Interval& interval, double from, double to) {
        if (to > from && interval.high > interval.low)
            cells.push_back({{from, interval.low, to - from, interval.high - interval.low}, context});
    };
    for (std::size_t i = 0; i < edges.size();) {
        const double x = edges[i].x;
        for (; i < edges.size() && edges[i].x == x; ++i) {
            if (edges[i].begins)
                active.insert(edges[i].interval);
            else
                active.erase(active.find(edges[i].interval));
        }
        std::map<Interval, double> next;
        for (const Interval& interval : gaps(active, bounds)) {
            const auto before = open.find(interval);
            next[interval] = before == open.end() ? x : before->second;
        }
        for (const auto& [interval, from] : open)
            if (!next.count(interval)) close(interval, from, x);
        open = std::move(next);
    }
    for (const auto& [interval, from] : open)
        close(interval, from, area.right());
}

void sortDownward(const std::vector<Cell>& cells, std::unordered_map<double, std::vector<std::size_t>>& byX) {
    for (auto& [x, list] : byX)
        std::sort(list.begin(), list.end(), [&](std::size_t a, std::size_t b) {
            return cells[a].rect.y != cells[b].rect.y ? cells[a].rect.y < cells[b].rect.y : a < b;
        });
}

/// Joins cells that end at x with cells that begin there.
void join(Space& space, const std::vector<std::size_t>& ending, const std::vector<std::size_t>& beginning,
          double x) {
    std::size_t first = 0;
    for (const std::size_t left : ending) {
        const Cell& a = space.cells[left];
        while (first < beginning.size() && space.cells[beginning[first]].rect.bottom() <= a.rect.y)
            ++first;
        for (std::size_t i = first; i < beginning.size(); ++i) {
            const Cell& b = space.cells[beginning[i]];
            if (b.rect.y >= a.rect.bottom()) break;
            if (a.context != b.context && a.context != nowhere && b.context != nowhere) continue;
            const double low = std::max(a.rect.y, b.rect.y);
            const double high = std::min(a.rect.bottom(), b.rect.bottom());
            if (high - low < 2) continue;
            space.portals[left].push_back({beginning[i], x, low, high, space.gates});
            space.portals[beginning[i]].push_back({left, x, low, high, space.gates});
            ++space.gates;
        }
    }
}

} // namespace

Space freeSpace(const std::vector<ContextShape>& contexts, const std::vector<NodeShape>& nodes,
                const std::vector<std::size_t>& contextOf) {
    Space space;
    std::vector<std::vector<Rect>> inside(contexts.size());
    std::vector<Rect> outside;
    Rect area;
    for (std::size_t i = 0; i < contexts.size(); ++i) {
        const Rect& rect = contexts[i].rect;
        outside.push_back({rect.x, rect.y - clearOfContext, rect.width, rect.height + 2 * clearOfContext});
        inside[i].push_back({rect.x, rect.y, rect.width, contextTitleHeight - 6});
        if (i == 0) area = rect;
        const double right = std::max(area.right(), rect.right());
        const double bottom = std::max(area.bottom(), rect.bottom());
        area.x = std::min(area.x, rect.x);
        area.y = std::min(area.y, rect.y);
        area.width = right - area.x;
        area.height = bottom - area.y;
    }
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const Rect& rect = nodes[i].rect;
        inside[contextOf[i]].push_back(
            {rect.x, rect.y - clearOfNode, rect.width, rect.height + 2 * clearOfNode});
    }
    area = {area.x - outskirts, area.y - outskirts, area.width + 2 * outskirts, area.height + 2 * outskirts};
    decompose(area, outside, nowhere, space.cells);
    for (std::size_t i = 0; i < contexts.size(); ++i)
        decompose(contexts[i].rect, inside[i], i, space.cells);

    space.portals.resize(space.cells.size());
    for (std::size_t i = 0; i < space.cells.size(); ++i) {
        space.beginAt[space.cells[i].rect.x].push_back(i);
        space.endAt[space.cells[i].rect.right()].push_back(i);
    }
    sortDownward(space.cells, space.beginAt);
    sortDownward(space.cells, space.endAt);
    for (const auto& [x, ending] : space.endAt)
        if (const auto beginning = space.beginAt.find(x); beginning != space.beginAt.end())
            join(space, ending, beginning->second, x);
    for (auto& portals : space.portals) // the maps above have no order of their own
        std::sort(portals.begin(), portals.end(),
                  [](const Portal& a, const Portal& b) { return a.to != b.to ? a.to < b.to : a.x < b.x; });
    return space;
}

} // namespace factline::diagram
