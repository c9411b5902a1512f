// SPDX-License-Identifier: Apache-2.0
#include "propagation/graph.h"

namespace factline::propagation {

namespace {

/// Breadth-first from one node along `steps`: for a node, the edges to follow and for an edge, where it
/// leads.
template<typename EdgesOf, typename Follow>
Reach walk(const Graph& graph, std::size_t start, std::optional<std::size_t> depth, EdgesOf edgesOf,
           Follow follow) {
    Reach reach;
    if (start >= graph.nodes.size()) return reach;
    std::vector<bool> seen(graph.nodes.size());
    seen[start] = true;
    reach.nodes.push_back(start);
    std::size_t next = 0;
    for (std::size_t hop = 0; next < reach.nodes.size() && (!depth || hop < *depth); ++hop) {
        const std::size_t levelEnd = reach.nodes.size();
        for (; next < levelEnd; ++next) {
            const std::size_t node = reach.nodes[next];
            edgesOf(node, [&](std::size_t edge) {
                reach.edges.push_back(edge);
                const std::size_t other = follow(edge, node);
                if (seen[other]) return;
                seen[other] = true;
                reach.nodes.push_back(other);
            });
        }
    }
    return reach;
}

} // namespace

Reach downstream(const Graph& graph, std::size_t start, std::optional<std::size_t> depth) {
    return walk(
        graph, start, depth,
        [&](std::size_t node, auto visit) {
            for (const std::size_t edge : graph.out[node])
                visit(edge);
        },
        [&](std::size_t edge, std::size_t) { return graph.edges[edge].to; });
}

Reach upstream(const Graph& graph, std::size_t start, std::optional<std::size_t> depth) {
    return walk(
        graph, start, depth,
        [&](std::size_t node, auto visit) {
            for (const std::size_t edge : graph.in[node])
                visit(edge);
        },
        [&](std::size_t edge, std::size_t) { return graph.edges[edge].from; });
}

Reach neighbourhood(const Graph& graph, std::size_t start, std::size_t depth) {
    Reach reach = walk(
        graph, start, depth,
        [&](std::size_t node, auto visit) {
            for (const std::size_t edge : graph.in[node])
                visit(edge);
            for (const std::size_t edge : graph.out[node])
                visit(edge);
        },
        [&](std::size_t edge, std::size_t node) {
            return graph.edges[edge].from == node ? graph.edges[edge].to : graph.edges[edge].from;
        });
    std::vector<bool> inside(graph.nodes.size());
    for (const std::size_t node : reach.nodes)
        inside[node] = true;
    reach.edges.clear(); // two nodes at the rim may be linked with one another, and no edge is told twice
    for (const std::size_t node : reach.nodes)
        for (const std::size_t edge : graph.out[node])
            if (inside[graph.edges[edge].to]) reach.edges.push_back(edge);
    return reach;
}

} // namespace factline::propagation
