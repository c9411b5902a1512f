// SPDX-License-Identifier: Apache-2.0
#include "canvas/lit_path.h"

#include <algorithm>

#include "canvas/moving.h"
#include "propagation/graph.h"

namespace factline::canvas {

namespace {

/// What is drawn, as a graph to walk along.
propagation::Graph graphOf(const diagram::Diagram& diagram) {
    propagation::Graph graph;
    graph.nodes.reserve(diagram.nodes.size());
    for (const auto& node : diagram.nodes)
        graph.nodes.push_back({node.key, node.id, {}, node.declared});
    graph.out.resize(diagram.nodes.size());
    graph.in.resize(diagram.nodes.size());
    graph.edges.reserve(diagram.edges.size());
    for (const auto& edge : diagram.edges) {
        graph.out[edge.from].push_back(graph.edges.size());
        graph.in[edge.to].push_back(graph.edges.size());
        graph.edges.push_back({edge.from, edge.to, edge.kind, edge.subscription});
    }
    return graph;
}

void add(Light& light, const diagram::Diagram& diagram, const propagation::Reach& reach) {
    const auto homes = homesOf(diagram);
    for (const std::size_t node : reach.nodes) {
        light.shapes.insert(diagram.nodes[node].key);
        if (homes[node] < diagram.contexts.size()) light.shapes.insert(diagram.contexts[homes[node]].key);
    }
    light.edges.insert(reach.edges.begin(), reach.edges.end());
}

} // namespace

Light pathOf(const diagram::Diagram& diagram, std::size_t start) {
    Light light;
    const propagation::Graph graph = graphOf(diagram);
    if (graph.out[start].empty() && graph.in[start].empty()) return light;
    add(light, diagram, propagation::downstream(graph, start));
    add(light, diagram, propagation::upstream(graph, start));
    return light;
}

Light around(const diagram::Diagram& diagram, const std::vector<ElementId>& ids, std::size_t hops) {
    Light light;
    const propagation::Graph graph = graphOf(diagram);
    for (const std::size_t start : movedBy(diagram, ids).nodes)
        add(light, diagram, propagation::neighbourhood(graph, start, hops));
    return light;
}

} // namespace factline::canvas
