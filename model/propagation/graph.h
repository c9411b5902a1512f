// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <unordered_map>
#include <vector>

#include "domain/lookup.h"

namespace factline::propagation {

/// How a change gets from one node to the next.
enum class HopKind {
    Announces,   ///< fact -> event: the owner tells
    Feeds,       ///< event -> view: a subscription
    Triggers,    ///< event -> policy: a subscription
    Causes,      ///< policy -> event: its `then`
    Compensates, ///< policy -> event: its `compensatedBy`
    Derives, ///< view -> fact, or fact -> fact where no view of that context shows the source: derivedFrom
    Reads,   ///< view (or fact, read in place) -> decision
    Asks,    ///< fact or view -> decision, asked synchronously at the owner
};

/// A fact, event, view, policy or decision; or a name that is referred to and that nobody declares.
struct Node {
    ElementKey key;
    ElementId id;        ///< none where nobody declares it
    ContextName context; ///< the context it stands in, or is said to
    bool declared = true;
    bool operator==(const Node&) const = default;
};

struct Edge {
    std::size_t from = 0; ///< index into Graph::nodes
    std::size_t to = 0;
    HopKind kind = HopKind::Announces;
    ElementId subscription; ///< Feeds and Triggers: the subscription; otherwise none
    bool operator==(const Edge&) const = default;
};

/// Who learns of what by which hops. Nodes in the order of the model, undeclared ones last by name; edges in
/// the order of the model. Two elements of one name are two nodes; references and `find` mean the first.
struct Graph {
    std::vector<Node> nodes;
    std::vector<Edge> edges;
    std::vector<std::vector<std::size_t>> out; ///< for each node, the edges that leave it
    std::vector<std::vector<std::size_t>> in;  ///< for each node, the edges that reach it

    std::optional<std::size_t> find(const ElementKey& key) const; ///< constant time
    std::unordered_map<ElementKey, std::size_t> index;
};

/// The propagation graph of a model. Linear in the size of the model.
Graph build(const Lookup& lookup);

/// Everything a change at `start` reaches, as indexes of nodes and edges in breadth-first order, start
/// included. `depth` limits the number of hops; absent: no limit.
struct Reach {
    std::vector<std::size_t> nodes;
    std::vector<std::size_t> edges;
};
Reach downstream(const Graph& graph, std::size_t start, std::optional<std::size_t> depth = std::nullopt);
Reach upstream(const Graph& graph, std::size_t start, std::optional<std::size_t> depth = std::nullopt);
/// Everything within `depth` hops, each taken in either direction, and every edge between these nodes.
Reach neighbourhood(const Graph& graph, std::size_t start, std::size_t depth);

/// Events that cause themselves through policies, over Triggers and Causes (Compensates is no cause), not
/// counting policies that say `endsWhen`. Circles that share events are one; it is told as the shortest way
/// from its first event by name back to it: event, policy, event, policy... in the order of causation. Sorted
/// by that event.
std::vector<std::vector<std::size_t>> circles(const Graph& graph, const Lookup& lookup);

/// Whether elements of this kind are nodes of the graph: what travels or is read, not what it stands in.
bool isNode(ElementKind kind);

} // namespace factline::propagation
