// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QPainterPath>
#include <QRectF>

class QPainter;
class QPen;

namespace factline::picture {

/// Whether a pen drawn by that painter gives a full line of one pixel: a painter of pixels, nothing shining
/// through, no dashes, and a width of a pixel.
bool isHairline(const QPainter& painter, const QPen& pen);

/// Draws a line one pixel wide through the middles of pixels: level and upright pieces stay sharp and are not
/// smeared over two rows of pixels, which also takes a fraction of the time. Moves it by half a pixel at the
/// most. What lies outside `visible` (in the painter's units) is skipped; null: nothing is.
void strokeHairline(QPainter& painter, const QPainterPath& path, const QPen& pen, const QRectF& visible);

} // namespace factline::picture
