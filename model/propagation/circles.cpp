// SPDX-License-Identifier: Apache-2.0
#include "propagation/graph.h"

#include <algorithm>

#include "base/circles.h"

namespace factline::propagation {

namespace {

/// Policies that say why a circle through them ends.
std::vector<bool> endingPolicies(const Graph& graph, const Lookup& lookup) {
    std::vector<bool> ends(graph.nodes.size());
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        const Node& node = graph.nodes[i];
        const Located* located = node.key.kind == ElementKind::Policy ? lookup.find(node.id) : nullptr;
        ends[i] = located && !std::get<const Policy*>(located->element)->endsWhen.empty();
    }
    return ends;
}

/// The place of each event in the order of names; other nodes have none, as a circle is told from an event.
std::vector<std::size_t> rankByName(const Graph& graph, const Successors& next) {
    std::vector<std::size_t> events;
    for (std::size_t i = 0; i < graph.nodes.size(); ++i)
        if (graph.nodes[i].key.kind == ElementKind::Event && !next[i].empty()) events.push_back(i);
    std::ranges::stable_sort(events, {},
                             [&](std::size_t n) -> const std::string& { return graph.nodes[n].key.name; });
    std::vector<std::size_t> rank(graph.nodes.size(), noRank);
    for (std::size_t i = 0; i < events.size(); ++i)
        rank[events[i]] = i;
    return rank;
}

} // namespace

std::vector<std::vector<std::size_t>> circles(const Graph& graph, const Lookup& lookup) {
    const std::vector<bool> ends = endingPolicies(graph, lookup);
    Successors next(graph.nodes.size());
    for (const Edge& edge : graph.edges)
        if ((edge.kind == HopKind::Triggers && !ends[edge.to]) ||
            (edge.kind == HopKind::Causes && !ends[edge.from]))
            next[edge.from].push_back(edge.to);
    return circlesOf(next, rankByName(graph, next));
}

} // namespace factline::propagation
