// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "diagram/diagram.h"

namespace factline::diagram {

/// Where the words of lines stand: on their own line or directly along it, level, over no node, no badge, no
/// title and no other words, and preferably over no other line and no border. `lines`: their corners;
/// `paths`: as they are drawn. Nothing where there is no such place. `sizes` are empty for lines without
/// words.
std::vector<std::optional<Rect>> placeLabels(const std::vector<ContextShape>& contexts,
                                             const std::vector<NodeShape>& nodes,
                                             const std::vector<std::vector<Point>>& lines,
                                             const std::vector<std::vector<Point>>& paths,
                                             const std::vector<Size>& sizes);

} // namespace factline::diagram
