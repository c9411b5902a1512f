// SPDX-License-Identifier: Apache-2.0
#pragma once

class QPainter;

namespace factline::picture {

struct PaintOptions;
struct PreparedDiagram;

/// PaintOptions::tried: those lines dotted in the accent, never thinner than two pixels of the screen.
void paintTried(QPainter& painter, const PreparedDiagram& prepared, const PaintOptions& options);

} // namespace factline::picture
