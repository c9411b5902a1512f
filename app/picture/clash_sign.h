// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointF>
#include <QRectF>

class QPainter;

namespace factline::picture {

struct PreparedDiagram;
struct Theme;

/// Side of the sign of a clash, in pixels of the screen: a circle with an "is not equal to", so that nobody
/// has to tell a clash of meaning by its colour, also where there is no room for words.
inline constexpr double clashSignSide = 13;

/// `side`: in units of the painter.
void paintClashSign(QPainter& painter, const Theme& theme, const QPointF& middle, double side);

/// Where the sign of each line with a clash stands: where its words do, else on the line beside all nodes.
void placeClashSigns(PreparedDiagram& prepared);

} // namespace factline::picture
