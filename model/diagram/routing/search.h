// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "diagram/routing/space.h"

namespace factline::diagram {

/// The side of a node that a line leaves or enters by.
enum class Side { Left, Right };

/// The part of a node's side, from `low` to `high` in y, that lines may touch.
struct Port {
    double low = 0;
    double high = 0;
};

/// The port of a shape, clear of its corners, folds and waves.
Port portOf(const NodeShape& node);

/// The part of a node's side below an arrow that ends in the middle of it.
Port belowArrow(const Rect& node);

/// The ends of a line: which nodes, and in which contexts.
struct Ends {
    Rect from;
    Rect to;
    Port fromPort; ///< on the right
    Port toPort;
    Port fromLeft; ///< on the left, where an arrow from above may take the middle
    Port toLeft;
    std::size_t fromContext = nowhere;
    std::size_t toContext = nowhere;
};

/// The way of a line: upright borders that it crosses one after another, the sides of its two nodes included,
/// and the cells between them.
struct Way {
    std::vector<Portal> gates;      ///< `to` has no meaning here
    std::vector<std::size_t> cells; ///< one fewer than gates; empty where there is no way
};

/// Finds short ways with few turns through the free room, past gates that are not yet full.
class Search {
public:
    explicit Search(const Space& space);

    /// A way for a line; it counts as used from then on.
    Way find(const Ends& ends);

private:
    struct Visit {
        std::uint32_t round = 0;
        bool closed = false;
        double cost = 0;
        double x = 0;
        double y = 0;
        std::size_t before = nowhere;
        Portal gate;
    };

    void open(const Rect& node, const Port& port, std::size_t context, Side side,
              std::vector<std::pair<std::size_t, Portal>>& gates) const;
    double crowding(const Portal& gate) const;
    double uprightCrowding(std::size_t cell, double from, double to) const;
    void use(const Way& way, const std::vector<double>& heights);

    const Space& m_space;
    std::vector<Visit> m_visits;       ///< for each cell, and two for the sides of the end
    std::vector<std::uint32_t> m_used; ///< lines through each gate
    /// For each cell, length of upright pieces in it by stretches of its height; empty where there are none.
    std::vector<std::vector<double>> m_uprights;
    std::uint32_t m_round = 0;
};

} // namespace factline::diagram
