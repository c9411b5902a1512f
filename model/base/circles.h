// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

namespace factline {

/// For each node of a directed graph, the nodes it leads to.
using Successors = std::vector<std::vector<std::size_t>>;

/// The circles of a graph, one for each strongly connected component that has any: the shortest way from the
/// component's first node (the one with the smallest rank) back to itself, without its end. A node that leads
/// to itself is a circle of one. `rank` holds a number for each node; nodes without one (`noRank`) never come
/// first. Ordered by the rank of their first nodes. Linear, but for the order; walks circles of any length.
/// Components by Tarjan's algorithm ("Depth-first search and linear graph algorithms", 1972).
std::vector<std::vector<std::size_t>> circlesOf(const Successors& next, const std::vector<std::size_t>& rank);

/// The same; `comesFirst` orders nodes. It is asked about nodes on circles only, so that the order of all the
/// others need not be known.
std::vector<std::vector<std::size_t>>
circlesOf(const Successors& next, const std::function<bool(std::size_t, std::size_t)>& comesFirst);

inline constexpr std::size_t noRank = static_cast<std::size_t>(-1);

} // namespace factline
