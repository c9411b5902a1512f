// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "diagram/layout.h"

namespace factline::diagram {

/// The links without circles: those that run against a good order of the boxes are turned round, links
/// between the same two boxes are gathered. The order is the greedy one of Eades, Lin and Smyth ("A fast and
/// effective heuristic for the feedback arc set problem", 1993), with weights. The same for the same request.
std::vector<LayoutLink> withoutCircles(std::size_t boxes, const std::vector<LayoutLink>& links);

/// How many boxes and links' bends a layered drawing would have to order: what `dot` takes its time for.
/// `links` have no circles.
std::size_t layeredSize(std::size_t boxes, const std::vector<LayoutLink>& links);

} // namespace factline::diagram
