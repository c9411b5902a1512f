// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "canvas/viewport.h"
#include "diagram/diagram.h"
#include "picture/theme.h"

class QPainter;

namespace factline::canvas {

/// Strokes the lines that start or end at a node in the accent and rings it lightly, over the picture.
void paintHover(QPainter& painter, const diagram::Diagram& diagram, std::size_t node,
                const picture::Theme& theme, const Viewport& viewport);

/// The node under a point of the diagram, as an index; nothing else counts.
std::optional<std::size_t> nodeUnder(const diagram::Diagram& diagram, const QPointF& point);

} // namespace factline::canvas
