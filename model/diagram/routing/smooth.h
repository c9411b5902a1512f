// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

#include "diagram/diagram.h"

namespace factline::diagram {

/// A path of cubic Bezier segments (a start point, then three points each) along level and upright pieces,
/// with its corners rounded as far as the pieces have room and cut nothing; the last piece ends straight, for
/// an arrow's head. `taken`: true where something stands that a corner must not cut.
std::vector<Point> smoothPath(const std::vector<Point>& corners,
                              const std::function<bool(const Rect&)>& taken);

} // namespace factline::diagram
