// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "diagram/diagram.h"

namespace factline::diagram {

/// The words of a line.
struct LineWords {
    Size size;                 ///< empty: none
    bool mayBeLeftOut = false; ///< rather than lie over another line
};

/// Where the words of lines stand: on their own line or directly along it, level, over no node, no badge, no
/// title and no other words, over another line only where nowhere else is room, and preferably over no
/// border. `lines`: their corners; `paths`: as they are drawn. Nothing where there is no such place.
std::vector<std::optional<Rect>> placeLabels(const std::vector<ContextShape>& contexts,
                                             const std::vector<NodeShape>& nodes,
                                             const std::vector<std::vector<Point>>& lines,
                                             const std::vector<std::vector<Point>>& paths,
                                             const std::vector<LineWords>& words);

} // namespace factline::diagram
