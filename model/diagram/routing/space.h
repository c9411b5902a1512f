// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <limits>
#include <unordered_map>
#include <vector>

#include "diagram/diagram.h"

namespace factline::diagram {

inline constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();

/// A free rectangle that lines may pass: outside all contexts, or inside one between its nodes.
struct Cell {
    Rect rect;
    std::size_t context = nowhere; ///< the context it lies in
};

/// Where a line may go from one cell to another: an upright border.
struct Portal {
    std::size_t to = 0; ///< cell
    double x = 0;
    double low = 0;             ///< from this y
    double high = 0;            ///< to this one
    std::size_t gate = nowhere; ///< the same number in both directions
};

/// The free room of a diagram, cut into cells by upright lines at the edges of shapes. A line crosses cells
/// from portal to portal and turns inside them.
struct Space {
    std::vector<Cell> cells;
    std::vector<std::vector<Portal>> portals; ///< for each cell
    std::size_t gates = 0;                    ///< how many portals there are, both directions being one
    std::unordered_map<double, std::vector<std::size_t>>
        beginAt; ///< x -> cells whose left edge it is, downward
    std::unordered_map<double, std::vector<std::size_t>>
        endAt; ///< x -> cells whose right edge it is, downward
};

/// The free room around these shapes; `contextOf` says in which context each node stands.
Space freeSpace(const std::vector<ContextShape>& contexts, const std::vector<NodeShape>& nodes,
                const std::vector<std::size_t>& contextOf);

} // namespace factline::diagram
