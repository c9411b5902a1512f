// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/lookup.h"
#include "picture/painter.h"

class QPainter;

namespace factline::canvas {

/// From this scale on a reader sees what a node says of itself.
inline constexpr double nearAbove = 1.5;

/// What only somebody near can read of nodes: the owner and version above the name, the fields below, both in
/// the margins that the name leaves. Few nodes are that large at once, so nothing is prepared for them.
void paintNear(QPainter& painter, const diagram::Diagram& diagram, const Lookup& lookup,
               const picture::Theme& theme, const picture::PaintOptions& options);

} // namespace factline::canvas
