// SPDX-License-Identifier: Apache-2.0
#include "diagram/routing/search.h"

#include <algorithm>
#include <cmath>
#include <queue>

#include "diagram/spacing.h"

namespace factline::diagram {

namespace {

constexpr double turnCost = 40;
constexpr double returnCost = 60; ///< leaving a cell by the side that it was entered by
constexpr double againstFlow =
    70; ///< leaving a node to the left, or entering it from another's context from the right
constexpr double fullCost = 60;  ///< for each line more than a gate has room for
constexpr double sharedCost = 2; ///< for each line that goes the same way

constexpr double stretch = 256;     ///< of a cell's height in which upright pieces are counted together
constexpr double usableShare = 0.8; ///< of a cell's width, for upright pieces

/// The first and the last stretch of a cell that a piece between two heights touches.
std::pair<std::size_t, std::size_t> stretchesOf(const Rect& rect, double a, double b) {
    const auto at = [&](double y) {
        const double last = std::floor(rect.height / stretch);
        return static_cast<std::size_t>(std::clamp(std::floor((y - rect.y) / stretch), 0.0, last));
    };
    return {at(std::min(a, b)), at(std::max(a, b))};
}

} // namespace

Port portOf(const NodeShape& node) {
    const Rect& r = node.rect;
    const double middle = r.y + r.height / 2;
    switch (node.key.kind) {
    case ElementKind::Decision:
        return {middle - 4, middle + 4};
    case ElementKind::Policy:
        return {middle - 6, middle + 6};
    case ElementKind::Event:
        return {r.y + 14, r.bottom() - 6};
    case ElementKind::View:
        return {r.y + 6, r.bottom() - 12};
    default:
        return {r.y + 6, r.bottom() - 6};
    }
}

Port belowArrow(const Rect& r) {
    constexpr double half = 6; // of the arrow's head
    return {r.y + r.height / 2 + half, r.bottom() - 4};
}

Search::Search(const Space& space)
    : m_space(space)
    , m_visits(space.cells.size() + 2)
    , m_used(space.gates)
    , m_uprights(space.cells.size()) {}

void Search::open(const Rect& node, const Port& port, std::size_t context, Side side,
                  std::vector<std::pair<std::size_t, Portal>>& gates) const {
    const double x = side == Side::Right ? node.right() : node.x;
    const auto& byX = side == Side::Right ? m_space.beginAt : m_space.endAt;
    const auto found = byX.find(x);
    if (found == byX.end()) return;
    for (const std::size_t cell : found->second) {
        const Rect& rect = m_space.cells[cell].rect;
        const double low = std::max(rect.y, port.low);
        const double high = std::min(rect.bottom(), port.high);
        if (m_space.cells[cell].context == context && high - low >= 1)
            gates.push_back({cell, {cell, x, low, high}});
    }
}

double Search::crowding(const Portal& gate) const {
    const double room = std::max(1.0, (gate.high - gate.low) / laneGap);
    const double used = m_used[gate.gate];
    return sharedCost * used * std::min(1.0, 4 / room) + fullCost * std::max(0.0, used + 1 - room);
}

double Search::uprightCrowding(std::size_t cell, double from, double to) const {
    const auto& stretches = m_uprights[cell];
    if (stretches.empty()) return 0;
    const Rect& rect = m_space.cells[cell].rect;
    const auto [first, last] = stretchesOf(rect, from, to);
    const double room = std::max(1.0, usableShare * rect.width / laneGap);
    double most = 0;
    for (std::size_t i = first; i <= last; ++i)
        most = std::max(most, stretches[i] / stretch);
    return fullCost * std::max(0.0, most + 1 - room);
}

Way Search::find(const Ends& ends) {
    ++m_round;
    using Entry = std::pair<double, std::size_t>; // cost with what is left at least, cell
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    const Point goal{ends.to.x + ends.to.width / 2, (ends.toPort.low + ends.toPort.high) / 2};
    const double half = ends.to.width / 2;
    const auto rest = [&](double x, double y) {
        return std::max(0.0, std::abs(x - goal.x) - half) + std::abs(y - goal.y);
    };
    const auto reach = [&](std::size_t cell, double cost, double x, double y, std::size_t before,
                           const Portal& gate) {
        Visit& visit = m_visits[cell];
        if (visit.round == m_round && visit.cost <= cost) return;
        visit = {m_round, false, cost, x, y, before, gate};
        queue.push({cost + (cell < m_space.cells.size() ? rest(x, y) : 0), cell});
    };
    const double startY = (ends.fromPort.low + ends.fromPort.high) / 2;
    for (const Side side : {Side::Right, Side::Left}) {
        std::vector<std::pair<std::size_t, Portal>> gates;
        open(ends.from, side == Side::Left ? ends.fromLeft : ends.fromPort, ends.fromContext, side, gates);
        for (const auto& [cell, gate] : gates)
            reach(cell, side == Side::Left ? againstFlow : 0, gate.x, std::clamp(startY, gate.low, gate.high),
                  nowhere, gate);
    }
    std::vector<std::pair<std::size_t, Portal>> exits;
    open(ends.to, ends.toLeft, ends.toContext, Side::Left, exits);
    const std::size_t fromLeft = exits.size();
    open(ends.to, ends.toPort, ends.toContext, Side::Right, exits);

    // Inside one context lines go round on the right, where it keeps room for them.
    const double fromRight = ends.fromContext == ends.toContext ? 0 : againstFlow;
    const std::size_t last = m_space.cells.size();
    std::size_t arrived = nowhere;
    while (!queue.empty()) {
        const std::size_t at = queue.top().second;
        queue.pop();
        Visit& visit = m_visits[at];
        if (visit.closed && visit.round == m_round) continue;
        visit.closed = true;
        if (at >= last) {
            arrived = at;
            break;
        }
        const auto step = [&](std::size_t to, const Portal& gate, double extra) {
            const double inset =
                std::min(2.0, (gate.high - gate.low) / 2); // a narrow gate is passed in its middle
            const double y =
                std::clamp(visit.y, gate.low + inset, std::max(gate.low + inset, gate.high - inset));
            double cost = visit.cost + std::abs(gate.x - visit.x) + std::abs(y - visit.y) + extra;
            if (std::abs(y - visit.y) > 0.5) cost += turnCost + uprightCrowding(at, visit.y, y);
            if (gate.x == visit.x) cost += returnCost;
            reach(to, cost, gate.x, y, at, gate);
        };
        for (std::size_t i = 0; i < exits.size(); ++i)
            if (exits[i].first == at)
                step(last + (i < fromLeft ? 0 : 1), exits[i].second, i < fromLeft ? 0 : fromRight);
        for (const Portal& gate : m_space.portals[at]) {
            const std::size_t context = m_space.cells[gate.to].context;
            if (context != nowhere && context != ends.fromContext && context != ends.toContext) continue;
            const Visit& known = m_visits[gate.to];
            if (known.round == m_round && known.closed) continue;
            step(gate.to, gate, crowding(gate));
        }
    }
    Way way;
    std::vector<double> heights;
    if (arrived == nowhere) return way;
    for (std::size_t at = arrived; at != nowhere; at = m_visits[at].before) {
        way.gates.push_back(m_visits[at].gate);
        heights.push_back(m_visits[at].y);
        if (at < last) way.cells.push_back(at);
    }
    std::reverse(way.gates.begin(), way.gates.end());
    std::reverse(way.cells.begin(), way.cells.end());
    std::reverse(heights.begin(), heights.end());
    use(way, heights);
    return way;
}

void Search::use(const Way& way, const std::vector<double>& heights) {
    for (const Portal& gate : way.gates)
        if (gate.gate != nowhere) ++m_used[gate.gate];
    for (std::size_t i = 0; i < way.cells.size(); ++i) {
        const double low = std::min(heights[i], heights[i + 1]);
        const double high = std::max(heights[i], heights[i + 1]);
        if (high - low < 1) continue;
        const Rect& rect = m_space.cells[way.cells[i]].rect;
        auto& stretches = m_uprights[way.cells[i]];
        stretches.resize(static_cast<std::size_t>(rect.height / stretch) + 1);
        const auto [first, last] = stretchesOf(rect, low, high);
        for (std::size_t at = first; at <= last; ++at) {
            const double top = rect.y + static_cast<double>(at) * stretch;
            stretches[at] += std::max(0.0, std::min(high, top + stretch) - std::max(low, top));
        }
    }
}

} // namespace factline::diagram
