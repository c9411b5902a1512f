// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPainter>

#include "picture/theme.h"

namespace factline::panels {

inline constexpr int swatchSide = 10; ///< pixels

/// The small square in the colour of a kind that stands before its name in lists. Kinds that have no colour
/// of their own are an empty square.
void drawSwatch(QPainter& painter, const QRectF& square, ElementKind kind, const picture::Theme& theme);

/// The same as a picture.
QPixmap swatch(ElementKind kind, const picture::Theme& theme, double pixelRatio);

} // namespace factline::panels
