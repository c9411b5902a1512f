// SPDX-License-Identifier: Apache-2.0
#include "picture/figures/figure.h"

#include <algorithm>

#include <QPainter>

namespace factline::picture {

namespace {

void paint(QPainter& painter, const Figure::Shape& shape) {
    if (shape.fill.isValid()) painter.fillPath(shape.path, shape.fill);
    if (shape.line.style() != Qt::NoPen) painter.strokePath(shape.path, shape.line);
}

void paint(QPainter& painter, const Figure::Text& text) {
    painter.setFont(text.font);
    painter.setPen(text.colour);
    painter.drawText(text.baseline, text.text);
}

} // namespace

void paintFigure(QPainter& painter, const Figure& figure) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const auto& item : figure.items)
        std::visit([&](const auto& each) { paint(painter, each); }, item);
    painter.restore();
}

QString saidAt(const Figure& figure, QPointF point) {
    const auto found = std::find_if(figure.spots.rbegin(), figure.spots.rend(),
                                    [&](const Figure::Spot& spot) { return spot.area.contains(point); });
    return found == figure.spots.rend() ? QString() : found->says;
}

} // namespace factline::picture
