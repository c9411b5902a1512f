// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPainterPath>
#include <QRectF>

#include "base/element.h"
#include "diagram/diagram.h"
#include "picture/theme.h"

namespace factline::picture {

inline QRectF toQt(const diagram::Rect& rect) {
    return {rect.x, rect.y, rect.width, rect.height};
}
inline QPointF toQt(const diagram::Point& point) {
    return {point.x, point.y};
}

/// The closed outline of a node's shape inside `rect`: rectangle, sticky with a cut corner, document with a
/// wavy base, pill, hexagon.
QPainterPath outlinePath(ElementKind kind, const QRectF& rect, const Metrics& metrics);

/// What is filled with the outline's colour besides: the fact's bar, the event's folded corner; mostly empty.
QPainterPath accentPath(ElementKind kind, const QRectF& rect, const Metrics& metrics);

/// The icon of a kind as strokes inside a square of side 14 at the origin.
QPainterPath iconPath(ElementKind kind);

/// The icon of a badge as strokes inside a square of side 10 at the origin.
QPainterPath iconPath(diagram::Badge::Kind kind);

} // namespace factline::picture
