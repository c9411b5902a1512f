// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "diagram/diagram.h"

namespace factline::diagram {

/// Corners of a short line inside a context that needs no search: straight down to the node below, or down
/// and to the right to one that is indented below it. Empty where neither is possible without meeting one of
/// `neighbours` (the context's nodes; the two ends may be among them).
std::vector<Point> shortcut(const Rect& from, const Rect& to, const std::vector<Rect>& neighbours);

} // namespace factline::diagram
