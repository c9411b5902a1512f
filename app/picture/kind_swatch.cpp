// SPDX-License-Identifier: Apache-2.0
#include "picture/kind_swatch.h"

#include <cmath>

#include "picture/shapes.h"
#include "propagation/graph.h"

namespace factline::picture {

namespace {

/// The measures of the shapes, made small enough for a line of a list.
Metrics smallMetrics(const Metrics& metrics) {
    Metrics small = metrics;
    small.contextRadius = 2.5;
    small.nodeRadius = 1.2;
    small.eventFold = 4;
    small.viewWave = 1.3;
    small.decisionPoint = 3.4;
    return small;
}

QRectF placeIn(const QRectF& line, double height) {
    const double top = std::floor(line.center().y() - swatchSide / 2.0) + (swatchSide - height) / 2;
    return QRectF(line.left(), top, swatchSide, height).adjusted(0.6, 0.6, -0.6, -0.6);
}

/// Pill and hexagon are lying shapes; a square of them would be a circle, and as good as the others.
double heightOf(ElementKind kind) {
    return kind == ElementKind::Policy || kind == ElementKind::Decision ? swatchSide - 2 : swatchSide;
}

void drawSmall(QPainter& painter, const QPainterPath& shape, const QColor& outline, const QColor& fill) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(outline, 1.2));
    painter.setBrush(fill);
    painter.drawPath(shape);
    painter.restore();
}

} // namespace

void drawSwatch(QPainter& painter, const QRectF& line, ElementKind kind, const Theme& theme) {
    const KindColours& colours = theme.kind(kind);
    const bool node = propagation::isNode(kind);
    const QPainterPath shape = outlinePath(node ? kind : ElementKind::Context, placeIn(line, heightOf(kind)),
                                           smallMetrics(theme.metrics));
    drawSmall(painter, shape, colours.outline, node ? colours.outline : colours.fill);
}

void drawHotspotSwatch(QPainter& painter, const QRectF& line, const Theme& theme) {
    const QRectF place = placeIn(line, swatchSide);
    QPainterPath diamond(QPointF(place.center().x(), place.top()));
    diamond.lineTo(place.right(), place.center().y());
    diamond.lineTo(place.center().x(), place.bottom());
    diamond.lineTo(place.left(), place.center().y());
    diamond.closeSubpath();
    drawSmall(painter, diamond, theme.hotspot.outline, theme.hotspot.outline);
}

QPixmap swatch(ElementKind kind, const Theme& theme, double pixelRatio) {
    const int side = static_cast<int>(std::lround(swatchSide * pixelRatio));
    QPixmap pixmap(side, side);
    pixmap.setDevicePixelRatio(pixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    drawSwatch(painter, QRectF(0, 0, swatchSide, swatchSide), kind, theme);
    return pixmap;
}

} // namespace factline::picture
