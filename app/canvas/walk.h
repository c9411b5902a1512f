// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "diagram/diagram.h"

namespace factline::canvas {

enum class Direction { Left, Right, Up, Down };

/// The node that a step in a direction leads to: along a line to the neighbour that lies best in that
/// direction, else to the nearest node there, from nothing to the first one. None: nothing lies there.
ElementId stepFrom(const diagram::Diagram& diagram, ElementId from, Direction direction);

} // namespace factline::canvas
