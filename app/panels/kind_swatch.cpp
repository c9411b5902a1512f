// SPDX-License-Identifier: Apache-2.0
#include "panels/kind_swatch.h"

#include <cmath>

#include "propagation/graph.h"

namespace factline::panels {

void drawSwatch(QPainter& painter, const QRectF& square, ElementKind kind, const picture::Theme& theme) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const picture::KindColours& colours = theme.kind(kind);
    painter.setPen(QPen(colours.outline, 1.2));
    painter.setBrush(propagation::isNode(kind) ? QBrush(colours.outline) : QBrush(colours.fill));
    painter.drawRoundedRect(square.adjusted(0.6, 0.6, -0.6, -0.6), 2.5, 2.5);
    painter.restore();
}

QPixmap swatch(ElementKind kind, const picture::Theme& theme, double pixelRatio) {
    const int side = static_cast<int>(std::lround(swatchSide * pixelRatio));
    QPixmap pixmap(side, side);
    pixmap.setDevicePixelRatio(pixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    drawSwatch(painter, QRectF(0, 0, swatchSide, swatchSide), kind, theme);
    return pixmap;
}

} // namespace factline::panels
