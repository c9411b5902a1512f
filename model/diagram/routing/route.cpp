// SPDX-License-Identifier: Apache-2.0
#include "diagram/routing/route.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "diagram/routing/labels.h"
#include "diagram/routing/lanes.h"
#include "diagram/routing/rect_index.h"
#include "diagram/routing/search.h"
#include "diagram/routing/shortcut.h"
#include "diagram/routing/smooth.h"

namespace factline::diagram {

namespace {

struct Terminals {
    std::size_t begin = 0;
    std::size_t end = 0;
};

Terminals terminalsOf(const EdgeShape& edge) {
    return edge.kind == propagation::HopKind::Asks ? Terminals{edge.to, edge.from}
                                                   : Terminals{edge.from, edge.to};
}

double distance(const Rect& a, const Rect& b) {
    return std::abs(a.centre().x - b.centre().x) + std::abs(a.centre().y - b.centre().y);
}

/// A plain line for shapes between which no way is free.
std::vector<Point> direct(const NodeShape& from, const NodeShape& to) {
    const auto middle = [](const NodeShape& node) {
        const Port port = portOf(node);
        return (port.low + port.high) / 2;
    };
    const bool right = to.rect.centre().x >= from.rect.centre().x;
    return {{right ? from.rect.right() : from.rect.x, middle(from)},
            {right ? to.rect.x : to.rect.right(), middle(to)}};
}

} // namespace

void routeEdges(Diagram& diagram, const std::vector<std::size_t>& contextOf,
                const std::vector<Size>& labels) {
    const std::size_t count = diagram.edges.size();
    std::vector<std::vector<Rect>> inside(diagram.contexts.size());
    for (std::size_t i = 0; i < diagram.nodes.size(); ++i)
        inside[contextOf[i]].push_back(diagram.nodes[i].rect);

    std::vector<std::vector<Point>> lines(count);
    std::vector<std::size_t> order; // the short ones first: they have least choice
    std::set<std::pair<std::size_t, std::size_t>> joined;
    std::vector<bool> arrowAtLeft(diagram.nodes.size(), false); ///< from a branch above
    for (std::size_t i = 0; i < count; ++i) {
        const auto [begin, end] = terminalsOf(diagram.edges[i]);
        if (contextOf[begin] == contextOf[end] && joined.insert({begin, end}).second)
            lines[i] = shortcut(diagram.nodes[begin].rect, diagram.nodes[end].rect, inside[contextOf[begin]]);
        if (lines[i].empty()) order.push_back(i);
        if (lines[i].size() > 2) arrowAtLeft[end] = true;
    }
    const auto lengthOf = [&](std::size_t edge) {
        const auto [begin, end] = terminalsOf(diagram.edges[edge]);
        return distance(diagram.nodes[begin].rect, diagram.nodes[end].rect);
    };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return lengthOf(a) < lengthOf(b); });

    const Space space = freeSpace(diagram.contexts, diagram.nodes, contextOf);
    Search search(space);
    std::vector<Way> ways(count);
    for (const std::size_t i : order) {
        const auto [begin, end] = terminalsOf(diagram.edges[i]);
        const auto left = [&](std::size_t node) {
            return arrowAtLeft[node] ? belowArrow(diagram.nodes[node].rect) : portOf(diagram.nodes[node]);
        };
        const NodeShape& from = diagram.nodes[begin];
        const NodeShape& to = diagram.nodes[end];
        ways[i] = search.find({from.rect, to.rect, portOf(from), portOf(to), left(begin), left(end),
                               contextOf[begin], contextOf[end]});
    }
    const auto laid = layLanes(space, ways, labels);
    for (const std::size_t i : order) {
        const auto [begin, end] = terminalsOf(diagram.edges[i]);
        lines[i] = laid[i].empty() ? direct(diagram.nodes[begin], diagram.nodes[end]) : laid[i];
    }
    RectIndex nodes;
    for (std::size_t i = 0; i < diagram.nodes.size(); ++i)
        nodes.add(i, diagram.nodes[i].rect);
    RectIndex contexts;
    for (std::size_t i = 0; i < diagram.contexts.size(); ++i)
        contexts.add(i, diagram.contexts[i].rect);
    std::vector<std::vector<Point>> paths;
    paths.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const auto [begin, end] = terminalsOf(diagram.edges[i]);
        const std::size_t from = contextOf[begin];
        const std::size_t to = contextOf[end];
        paths.push_back(smoothPath(lines[i], [&](const Rect& rect) {
            return nodes.any(rect, [](std::size_t) { return true; }) ||
                   contexts.any(rect, [&](std::size_t context) { return context != from && context != to; });
        }));
    }
    std::vector<LineWords> words(count);
    for (std::size_t i = 0; i < count; ++i) {
        const EdgeShape& edge = diagram.edges[i];
        words[i] = {labels[i], !edge.clash}; // its style says that a line asks; a clash has to be named
    }
    const auto places = placeLabels(diagram.contexts, diagram.nodes, lines, paths, words);
    for (std::size_t i = 0; i < count; ++i) {
        diagram.edges[i].path = std::move(paths[i]);
        diagram.edges[i].labelRect = places[i];
    }
}

} // namespace factline::diagram
