// SPDX-License-Identifier: Apache-2.0
#include "canvas/walk.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>
#include <vector>

#include <Qt>

#include "canvas/hit.h"

namespace factline::canvas {

namespace {

using diagram::Point;
using Candidate = std::pair<double, std::size_t>; ///< what a step costs, and to which node

/// How many of those that no line leads to are offered after those with one.
constexpr std::size_t mostBeside = 3;

/// How far a step from one point to another goes, aside counted double; nothing where it leads elsewhere.
std::optional<double> cost(const Point& from, const Point& to, Direction direction) {
    double along = to.x - from.x;
    double aside = to.y - from.y;
    if (direction == Direction::Up || direction == Direction::Down) std::swap(along, aside);
    if (direction == Direction::Left || direction == Direction::Up) along = -along;
    aside = std::abs(aside);
    constexpr double widest = 2.2; // aside for each step ahead: a little more than 60 degrees
    if (along < 1 || aside > along * widest + 1) return std::nullopt;
    return along + 2 * aside;
}

} // namespace

std::optional<Direction> directionOf(int key) {
    switch (key) {
    case Qt::Key_Left:
        return Direction::Left;
    case Qt::Key_Right:
        return Direction::Right;
    case Qt::Key_Up:
        return Direction::Up;
    case Qt::Key_Down:
        return Direction::Down;
    default:
        return std::nullopt;
    }
}

QPointF wayOf(Direction direction) {
    switch (direction) {
    case Direction::Left:
        return {-1, 0};
    case Direction::Right:
        return {1, 0};
    case Direction::Up:
        return {0, -1};
    default:
        return {0, 1};
    }
}

std::optional<std::size_t> stepFrom(const diagram::Diagram& diagram, const std::optional<ElementKey>& from,
                                    Direction direction, std::size_t turn) {
    const auto& nodes = diagram.nodes;
    const auto rect = from ? rectOf(diagram, *from) : std::nullopt;
    if (!rect) {
        const auto first =
            std::ranges::min_element(nodes, {}, [](const auto& n) { return n.rect.x + n.rect.y; });
        if (first == nodes.end()) return std::nullopt;
        return static_cast<std::size_t>(first - nodes.begin());
    }
    const auto self = nodeOf(diagram, *from);
    const QPointF corner = self ? rect->center() : rect->topLeft();
    const Point start{corner.x(), corner.y()};
    std::vector<Candidate> along;
    std::vector<Candidate> aside;
    std::set<std::size_t> neighbours;
    for (const auto& edge : diagram.edges) {
        if (edge.from == self) neighbours.insert(edge.to);
        if (edge.to == self) neighbours.insert(edge.from);
    }
    for (std::size_t node = 0; node < nodes.size(); ++node) {
        const auto costs = cost(start, nodes[node].rect.centre(), direction);
        if (node == self || !costs) continue;
        (neighbours.contains(node) ? along : aside).push_back({*costs, node});
    }
    std::ranges::sort(along);
    const std::size_t beside = std::min(mostBeside, aside.size());
    std::ranges::partial_sort(aside, aside.begin() + static_cast<std::ptrdiff_t>(beside));
    along.insert(along.end(), aside.begin(), aside.begin() + static_cast<std::ptrdiff_t>(beside));
    if (along.empty()) return std::nullopt;
    return along[turn % along.size()].second;
}

} // namespace factline::canvas
