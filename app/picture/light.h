// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <set>
#include <vector>

#include "diagram/diagram.h"

namespace factline::picture {

/// Part of a diagram that is to stand out.
struct Light {
    std::set<ElementKey> shapes;
    std::set<std::size_t> edges; ///< indexes into Diagram::edges
};

/// Everything that a change at a node reaches and everything that reaches it, with the contexts around;
/// empty where no line starts or ends there.
Light pathOf(const diagram::Diagram& diagram, std::size_t node);

/// Only what a change at a node reaches, the node among it.
Light downstreamOf(const diagram::Diagram& diagram, std::size_t node);

/// Everything within so many hops of these nodes, in either direction.
Light around(const diagram::Diagram& diagram, const std::vector<std::size_t>& nodes, std::size_t hops);

} // namespace factline::picture
