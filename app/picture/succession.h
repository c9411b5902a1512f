// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "diagram/diagram.h"

namespace factline::picture {

/// Several edges between the same two contexts, as one line for the overview.
struct Bundle {
    std::size_t from = 0; ///< index into contexts
    std::size_t to = 0;
    std::size_t count = 0;
    bool clash = false;
};

/// What a painter has to find out of a diagram before it can go on to it, as far as no font is in it.
struct Succession {
    static constexpr std::size_t isNew = static_cast<std::size_t>(-1);
    /// By index in the diagram: the index of the shape of the one before that looks the same, each only once;
    /// else `isNew`.
    using Origins = std::vector<std::size_t>;

    Origins contexts, nodes, edges;
    std::vector<std::size_t> homes; ///< see homesOf
    std::vector<Bundle> bundles;
};

/// From one diagram to the next.
Succession succession(const diagram::Diagram& before, const diagram::Diagram& next);

/// Bundles the edges between contexts: one entry per ordered pair, in the order of the first edge.
std::vector<Bundle> bundle(const diagram::Diagram& diagram);

} // namespace factline::picture
