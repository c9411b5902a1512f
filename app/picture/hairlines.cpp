// SPDX-License-Identifier: Apache-2.0
#include "picture/hairlines.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <QPaintEngine>
#include <QPainter>
#include <QPen>

namespace factline::picture {

namespace {

/// The middle of the pixel that holds a point.
QPointF middleOfPixel(const QPointF& point) {
    return {std::floor(point.x()) + 0.5, std::floor(point.y()) + 0.5};
}

/// The pixels from one middle to another one in the same row or column.
QRectF pixelsBetween(const QPointF& a, const QPointF& b) {
    return QRectF(a, b).normalized().adjusted(-0.5, -0.5, 0.5, 0.5);
}

} // namespace

bool isHairline(const QPainter& painter, const QPen& pen) {
    constexpr double atMost = 1 + 1e-6;
    const QTransform transform = painter.deviceTransform();
    return painter.paintEngine()->type() == QPaintEngine::Raster && painter.opacity() >= 1 &&
           pen.style() == Qt::SolidLine && transform.type() <= QTransform::TxScale &&
           pen.widthF() * std::abs(transform.m11()) <= atMost;
}

void strokeHairline(QPainter& painter, const QPainterPath& path, const QPen& pen, const QRectF& visible) {
    const QTransform toPixels = painter.deviceTransform();
    const QTransform toUnits = toPixels.inverted();
    const QRectF seen = visible.isNull() ? QRectF() : QRectF(toPixels.mapRect(visible).toAlignedRect());
    const auto sees = [&](const QRectF& piece) { return seen.isNull() || seen.intersects(piece); };
    const auto pixel = [&](int i) {
        const QPainterPath::Element& element = path.elementAt(i);
        return middleOfPixel(toPixels.map(QPointF(element)));
    };

    std::vector<QRectF> sharp; // of pixels
    QPainterPath smooth;       // in units
    QPointF at;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPointF to = pixel(i);
        switch (path.elementAt(i).type) {
        case QPainterPath::MoveToElement:
            at = to;
            break;
        case QPainterPath::LineToElement: {
            const bool aligned = at.x() == to.x() || at.y() == to.y();
            const QRectF box = pixelsBetween(at, to);
            if (sees(box) && aligned) {
                sharp.push_back(seen.isNull() ? box : box & seen);
            } else if (sees(box)) {
                smooth.moveTo(toUnits.map(at));
                smooth.lineTo(toUnits.map(to));
            }
            at = to;
            break;
        }
        case QPainterPath::CurveToElement: {
            const QPointF second = pixel(i + 1);
            const QPointF end = pixel(i + 2);
            if (sees(pixelsBetween(at, to) | pixelsBetween(second, end))) {
                smooth.moveTo(toUnits.map(at));
                smooth.cubicTo(toUnits.map(to), toUnits.map(second), toUnits.map(end));
            }
            at = end;
            i += 2;
            break;
        }
        case QPainterPath::CurveToDataElement:
            break;
        }
    }

    if (!sharp.empty()) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        for (const QRectF& pixels : sharp)
            painter.fillRect(toUnits.mapRect(pixels), pen.color());
        painter.setRenderHint(QPainter::Antialiasing);
    }
    if (!smooth.isEmpty()) {
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(smooth);
    }
}

} // namespace factline::picture
