// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "diagram/diagram.h"

namespace factline::canvas {

/// The order in which the way of a change is told from a node: what leads to it, the nearest fact first, then
/// everything that it reaches, one branch after the other. Holds the node; no node twice.
std::vector<std::size_t> wayThrough(const diagram::Diagram& diagram, std::size_t node);

/// Walks along the way of a change, node by node, for who tells it.
class PathSteps {
public:
    /// The node after the one that is selected (by 1) or before it (-1), on the way that was begun, or on a
    /// new one through it. Nothing: the way ends there.
    std::optional<ElementKey> step(const diagram::Diagram& diagram, const ElementKey& selected, int by);

private:
    std::vector<ElementKey> m_way;
};

} // namespace factline::canvas
