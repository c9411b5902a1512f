// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "diagram/diagram.h"
#include "propagation/graph.h"

namespace factline::diagram {

/// A node inside a context, before it has a place.
struct InnerNode {
    ElementKind kind = ElementKind::Fact;
};

/// An edge between two nodes of one context.
struct InnerEdge {
    std::size_t from = 0; ///< index into the nodes of the context
    std::size_t to = 0;
    propagation::HopKind kind = propagation::HopKind::Announces;
};

/// Where a node stands in the columns of its context.
struct InnerSpot {
    std::size_t column = 0;
    std::size_t indent = 0;           ///< steps to the right, one for each branching above it
    bool under = false;               ///< directly under what causes it, with a straight arrow between
    bool branch = false;              ///< one of several under what causes it, told by its indent
    std::optional<std::size_t> above; ///< what it is under or a branch of
};

/// The inside of a context: every column a list of nodes from top to bottom.
struct Inside {
    std::vector<InnerSpot> spots;                  ///< for each node
    std::vector<std::vector<std::size_t>> columns; ///< nodes from top to bottom
    std::vector<std::size_t>
        crossLinks; ///< for each column, edges on its right that neither arrow nor indent tells
};

/// Puts what belongs together under one another (a view above what it feeds, a fact above its events, more
/// than one of them indented), what is consumed before what is published, in as many columns as give a box of
/// a pleasant shape. `rowHeight` is the usual height of a node with the gap below it, `columnWidth` of a
/// column.
Inside arrangeInside(const std::vector<InnerNode>& nodes, const std::vector<InnerEdge>& edges,
                     double rowHeight, double columnWidth);

} // namespace factline::diagram
