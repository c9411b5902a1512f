// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "diagram/layout.h"

namespace factline::diagram {

/// A part of a request that no link joins with the rest: the same kind of value, and whose boxes they were.
struct Component {
    LayoutRequest part;
    std::vector<std::size_t> boxes; ///< for each box of `part`, its index in the whole request
};

/// The connected parts of a request, each in the order of the whole; links of a box to itself are dropped.
/// Ordered by their first box.
std::vector<Component> components(const LayoutRequest& request);

} // namespace factline::diagram
