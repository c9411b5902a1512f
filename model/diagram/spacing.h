// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>

namespace factline::diagram {

/// Distances of the diagram; all on a rhythm of 8.
inline constexpr double rhythm = 8;
inline constexpr double nodeWidthLeast = 144;
inline constexpr double nodeWidthMost = 256; ///< a longer name goes on two lines
inline constexpr double indentStep = 24;
inline constexpr double innerPadding = 16;  ///< between a context's border and its nodes
inline constexpr double arrowGap = 24;      ///< between a node and the one under it, room for an arrow
inline constexpr double nodeGap = 16;       ///< between nodes that no arrow joins
inline constexpr double columnGap = 48;     ///< between columns inside a context
inline constexpr double laneGap = 8;        ///< between lines side by side
inline constexpr double contextGap = 40;    ///< between contexts one below the other, at least
inline constexpr double channelLeast = 160; ///< between columns of contexts
inline constexpr double channelMost = 1200;
inline constexpr double margin = 10;     ///< that lines keep from contexts of others
inline constexpr double pageShape = 1.6; ///< width by height that a picture aims at

inline double onRhythm(double length) {
    return std::ceil(length / rhythm - 1e-9) * rhythm;
}

} // namespace factline::diagram
