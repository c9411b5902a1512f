// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "diagram/diagram.h"
#include "diagram/layout.h"
#include "domain/lookup.h"
#include "propagation/graph.h"

namespace factline::diagram {

/// What the caller wants marked; the diagram knows neither freshness nor rules.
struct Marks {
    std::map<ElementKey, std::vector<Badge>> badges; ///< of shapes; of subscriptions the first, on their line
    std::map<ElementId, Phrase> clashes;             ///< subscription understood otherwise -> explanation
};

/// A connection with its words, not yet routed.
struct SketchEdge {
    EdgeShape shape; ///< no path, no labelRect
    Size label;      ///< size of its label; empty where it has none
    bool operator==(const SketchEdge&) const = default;
};

/// A diagram whose shapes have sizes but no places. Rects of contexts stand at (0, 0); rects of nodes are
/// relative to the top left corner of their context, in columns that read well by themselves.
struct Sketch {
    std::vector<ContextShape> contexts;
    std::vector<NodeShape> nodes;
    std::vector<std::size_t> contextOf;   ///< for each node, index into contexts
    std::vector<Size> leastSize;          ///< for each context, what its title needs
    std::vector<double> rightPadding;     ///< for each context, beside its nodes
    std::vector<std::string> nodeKeys;    ///< for each node, its name in the sidecar; no two are the same
    std::vector<std::string> contextKeys; ///< for each context, likewise
    std::vector<std::vector<std::string>> formerNodeKeys;    ///< for each node, sidecar names it had before
    std::vector<std::vector<std::string>> formerContextKeys; ///< for each context, likewise
    std::vector<SketchEdge> edges;
};

/// Sizes everything that is to be drawn: labels wrapped and shortened, nodes in columns inside their context,
/// contexts around them, all on a rhythm of 8. Contexts without a node in `graph` are left out where
/// `emptyContexts` is false.
Sketch sketch(const Lookup& lookup, const propagation::Graph& graph, const TextMeasure& measure,
              const Marks& marks = {}, bool emptyContexts = true);

/// The question for the layout program: contexts as boxes, edges between them gathered.
LayoutRequest layoutRequest(const Sketch& sketch, int timeLimit = 10'000);

} // namespace factline::diagram
