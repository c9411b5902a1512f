// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "diagram/diagram.h"

namespace factline::diagram {

/// The diagram in Graphviz' language, with its positions (`neato -n2` draws it at the same places); contexts
/// are clusters.
std::string renderDot(const Diagram& diagram);

/// The diagram as JSON with stable keys: contexts, nodes, edges with rects and paths, bounds.
std::string renderJson(const Diagram& diagram);

} // namespace factline::diagram
