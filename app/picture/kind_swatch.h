// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPainter>

#include "picture/theme.h"

namespace factline::picture {

inline constexpr int swatchSide = 10; ///< pixels

/// The small square in the colour of a kind that stands before its name in lists: at the left of a line, in
/// the middle of its height. Kinds that have no colour of their own are an empty square.
void drawSwatch(QPainter& painter, const QRectF& line, ElementKind kind, const Theme& theme);
/// The same in other colours.
void drawSwatch(QPainter& painter, const QRectF& line, const KindColours& colours);

/// The square as a picture.
QPixmap swatch(ElementKind kind, const Theme& theme, double pixelRatio);

} // namespace factline::picture
