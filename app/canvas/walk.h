// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>

#include <QPointF>

#include "diagram/diagram.h"

namespace factline::canvas {

enum class Direction { Left, Right, Up, Down };

/// Of an arrow key; nothing for any other.
std::optional<Direction> directionOf(int key);
/// One to that side.
QPointF wayOf(Direction direction);

/// The node that a step in a direction leads to: along a line to the neighbour that lies best in that
/// direction, else to the nearest node there, from nothing to the first one. Whoever comes back and takes the
/// same step again (`turn`: how often before) gets to the next best one, so that all of them are reached. Its
/// index; nothing: none lies there.
std::optional<std::size_t> stepFrom(const diagram::Diagram& diagram, const std::optional<ElementKey>& from,
                                    Direction direction, std::size_t turn = 0);

} // namespace factline::canvas
