// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPainter>

#include "picture/theme.h"

namespace factline::picture {

inline constexpr int swatchSide = 10; ///< pixels

/// The shape of a kind in small, in its colour, that stands before its name in lists: at the left of a line,
/// in the middle of its height. The shape tells what the colour alone does not tell everybody (policy and
/// decision look alike to one man in twenty). Kinds that have no shape of their own are an empty square.
void drawSwatch(QPainter& painter, const QRectF& line, ElementKind kind, const Theme& theme);
/// The same of a hotspot, which is no element.
void drawHotspotSwatch(QPainter& painter, const QRectF& line, const Theme& theme);

/// The shape as a picture.
QPixmap swatch(ElementKind kind, const Theme& theme, double pixelRatio);

} // namespace factline::picture
