// SPDX-License-Identifier: Apache-2.0
#include "canvas/walk.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace factline::canvas {

namespace {

using diagram::Point;

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

ElementId stepFrom(const diagram::Diagram& diagram, ElementId from, Direction direction) {
    const auto& nodes = diagram.nodes;
    std::optional<Point> start;
    std::vector<std::size_t> neighbours;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (!from || nodes[i].id != from) continue;
        start = nodes[i].rect.centre();
        for (const auto& edge : diagram.edges) {
            if (edge.from == i) neighbours.push_back(edge.to);
            if (edge.to == i) neighbours.push_back(edge.from);
        }
    }
    for (const auto& context : diagram.contexts)
        if (from && context.id == from) start = Point{context.rect.x, context.rect.y};
    if (!start) {
        const auto first = std::ranges::min_element(
            nodes, {}, [](const auto& node) { return node.id ? node.rect.x + node.rect.y : 1e12; });
        return first == nodes.end() ? ElementId{} : first->id;
    }
    std::optional<double> best;
    ElementId found;
    const auto consider = [&](const diagram::NodeShape& node) {
        const auto costs = cost(*start, node.rect.centre(), direction);
        if (!node.id || node.id == from || !costs || (best && *best <= *costs)) return;
        best = costs;
        found = node.id;
    };
    for (const std::size_t neighbour : neighbours)
        consider(nodes[neighbour]);
    if (!found) std::ranges::for_each(nodes, consider);
    return found;
}

} // namespace factline::canvas
