// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "diagram/diagram.h"
#include "diagram/routing/rect_index.h"

namespace factline::diagram {

/// A path of cubic Bezier segments (a start point, then three points each) along level and upright pieces,
/// with its corners rounded as far as the pieces have room and no node is cut; the last piece ends straight,
/// for an arrow's head.
std::vector<Point> smoothPath(const std::vector<Point>& corners, const RectIndex& nodes);

} // namespace factline::diagram
