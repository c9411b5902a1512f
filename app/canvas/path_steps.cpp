// SPDX-License-Identifier: Apache-2.0
#include "canvas/path_steps.h"

#include <algorithm>

#include "canvas/hit.h"

namespace factline::canvas {

namespace {

using diagram::Diagram;

/// Neighbours in one direction, those on the left and then those above first.
std::vector<std::size_t> neighbours(const Diagram& diagram, std::size_t node, bool outward) {
    std::vector<std::size_t> result;
    for (const auto& edge : diagram.edges)
        if ((outward ? edge.from : edge.to) == node) result.push_back(outward ? edge.to : edge.from);
    const auto place = [&](std::size_t each) {
        const auto& rect = diagram.nodes[each].rect;
        return std::pair(rect.x, rect.y);
    };
    std::ranges::sort(result, {}, place);
    const auto rest = std::unique(result.begin(), result.end());
    result.erase(rest, result.end());
    return result;
}

void follow(const Diagram& diagram, std::size_t node, std::vector<std::size_t>& way) {
    way.push_back(node);
    for (const std::size_t next : neighbours(diagram, node, true))
        if (std::ranges::find(way, next) == way.end()) follow(diagram, next, way);
}

} // namespace

std::vector<std::size_t> wayThrough(const Diagram& diagram, std::size_t node) {
    std::vector<std::size_t> way{node};
    for (std::size_t at = node;;) {
        const auto before = neighbours(diagram, at, false);
        const auto next = std::ranges::find_if(
            before, [&](std::size_t each) { return std::ranges::find(way, each) == way.end(); });
        if (next == before.end()) break;
        at = *next;
        way.push_back(at);
    }
    std::ranges::reverse(way);
    way.pop_back(); // the node itself begins what follows
    follow(diagram, node, way);
    return way;
}

std::optional<ElementKey> PathSteps::step(const Diagram& diagram, const ElementKey& selected, int by) {
    auto at = std::ranges::find(m_way, selected);
    const bool there =
        std::ranges::all_of(m_way, [&](const ElementKey& key) { return nodeOf(diagram, key).has_value(); });
    if (at == m_way.end() || !there) {
        m_way.clear();
        const auto node = nodeOf(diagram, selected);
        if (!node) return std::nullopt;
        for (const std::size_t each : wayThrough(diagram, *node))
            m_way.push_back(diagram.nodes[each].key);
        at = std::ranges::find(m_way, selected);
    }
    const auto to = at - m_way.begin() + by;
    if (to < 0 || to >= std::ssize(m_way)) return std::nullopt;
    return m_way[static_cast<std::size_t>(to)];
}

} // namespace factline::canvas
