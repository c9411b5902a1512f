// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "canvas/viewport.h"
#include "diagram/diagram.h"
#include "picture/theme.h"

class QPainter;

namespace factline::canvas {

/// The small circle at a node's right side from which a line is drawn to another node.
QPointF handleOf(const diagram::NodeShape& node, const Viewport& viewport);

/// Whether a point of the screen is on it.
bool isOnHandle(const diagram::NodeShape& node, const Viewport& viewport, const QPointF& screen);

void paintHandle(QPainter& painter, const diagram::NodeShape& node, const picture::Theme& theme,
                 const Viewport& viewport);

} // namespace factline::canvas
