// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "canvas/viewport.h"
#include "diagram/diagram.h"
#include "picture/theme.h"

class QPainter;

namespace factline::canvas {

/// The small circle at a node's right side from which a line is drawn to another node; at its lower corner
/// where it would hide the head of a line. `node`: its index.
QPointF handleOf(const diagram::Diagram& diagram, std::size_t node, const Viewport& viewport);

/// Whether a point of the screen is on it.
bool isOnHandle(const diagram::Diagram& diagram, std::size_t node, const Viewport& viewport,
                const QPointF& screen);

void paintHandle(QPainter& painter, const diagram::Diagram& diagram, std::size_t node,
                 const picture::Theme& theme, const Viewport& viewport);

} // namespace factline::canvas
