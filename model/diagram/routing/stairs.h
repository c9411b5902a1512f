// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "diagram/routing/search.h"

namespace factline::diagram {

/// A level piece: it passes several gates at one height.
struct Level {
    double low = 0;
    double high = 0;
    double wanted = 0;
};

/// An upright piece: inside a cell, between two level ones.
struct Upright {
    double left = 0;
    double right = 0;
    bool returns = false;  ///< both level pieces lie on one side of it
    bool fromLeft = false; ///< the level piece before it lies to its left
    bool toRight = false;  ///< the level piece after it lies to its right
};

/// A line as level and upright pieces in turn, beginning and ending with a level one.
struct Stair {
    std::vector<Level> levels;
    std::vector<Upright> uprights;
    double beginX = 0;
    double endX = 0;
};

inline constexpr double farFromBorder = 14; ///< that upright pieces keep from shapes, where there is room

/// Each way as a line with as few turns as its gates allow. Empty for a way without cells.
std::vector<Stair> stairsOf(const Space& space, const std::vector<Way>& ways);

} // namespace factline::diagram
