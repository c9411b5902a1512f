// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

#include "base/result.h"
#include "propagation/graph.h"

namespace factline::diagram {

/// The part of a graph within `depth` hops of an element: `orders/OrderCompleted` (every kind of that name),
/// `event orders/OrderCompleted` (that kind), or a context's name (all that stands in it). Error NotFound
/// with near names where nothing is called that.
Result<propagation::Graph> focus(const propagation::Graph& graph, std::string_view element,
                                 std::size_t depth);

} // namespace factline::diagram
