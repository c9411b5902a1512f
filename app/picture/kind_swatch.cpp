// SPDX-License-Identifier: Apache-2.0
#include "picture/kind_swatch.h"

#include <cmath>

#include "propagation/graph.h"

namespace factline::picture {

namespace {

void drawSquare(QPainter& painter, const QRectF& line, const QColor& outline, const QColor& fill) {
    const double top = std::floor(line.center().y() - swatchSide / 2.0);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(outline, 1.2));
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(line.left(), top, swatchSide, swatchSide).adjusted(0.6, 0.6, -0.6, -0.6),
                            2.5, 2.5);
    painter.restore();
}

} // namespace

void drawSwatch(QPainter& painter, const QRectF& line, ElementKind kind, const Theme& theme) {
    const KindColours& colours = theme.kind(kind);
    drawSquare(painter, line, colours.outline, propagation::isNode(kind) ? colours.outline : colours.fill);
}

void drawSwatch(QPainter& painter, const QRectF& line, const KindColours& colours) {
    drawSquare(painter, line, colours.outline, colours.outline);
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
