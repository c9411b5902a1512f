// SPDX-License-Identifier: Apache-2.0
#include "picture/badge_image.h"

#include <cmath>

#include <QPainter>

#include "picture/shapes.h"

namespace factline::picture {

QImage badgeImage(diagram::Badge::Kind kind, const Theme& theme, double side, double pixelRatio) {
    const int pixels = static_cast<int>(std::ceil(side * pixelRatio));
    QImage image(pixels, pixels, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(pixelRatio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const StateColours colours = theme.badge(kind);
    painter.setPen(QPen(colours.text, 1));
    painter.setBrush(colours.fill);
    painter.drawEllipse(QRectF(1, 1, side - 2, side - 2));
    painter.setPen(QPen(colours.text, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const double scale = side / 18 * 0.8;
    QTransform place;
    place.translate(side / 2, side / 2).scale(scale, scale).translate(-5, -5);
    painter.drawPath(place.map(iconPath(kind)));
    return image;
}

} // namespace factline::picture
