// SPDX-License-Identifier: Apache-2.0
#include "picture/light.h"

#include "propagation/graph.h"

namespace factline::picture {

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
    for (const std::size_t node : reach.nodes) {
        const ElementKey& key = diagram.nodes[node].key;
        light.shapes.insert(key);
        light.shapes.insert({ElementKind::Context, key.name.substr(0, key.name.find('/'))});
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

Light downstreamOf(const diagram::Diagram& diagram, std::size_t start) {
    Light light;
    add(light, diagram, propagation::downstream(graphOf(diagram), start));
    return light;
}

Light around(const diagram::Diagram& diagram, const std::vector<std::size_t>& nodes, std::size_t hops) {
    Light light;
    const propagation::Graph graph = graphOf(diagram);
    for (const std::size_t start : nodes)
        add(light, diagram, propagation::neighbourhood(graph, start, hops));
    return light;
}

} // namespace factline::picture
