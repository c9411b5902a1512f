// SPDX-License-Identifier: Apache-2.0
#include "picture/clash_sign.h"

#include <algorithm>
#include <array>

#include <QPainter>

#include "picture/prepared.h"

namespace factline::picture {

namespace {

/// Two bars struck through, inside a square of side 10 at the origin.
QPainterPath notEqual() {
    QPainterPath path(QPointF(2.2, 3.7));
    path.lineTo(7.8, 3.7);
    path.moveTo(2.2, 6.3);
    path.lineTo(7.8, 6.3);
    path.moveTo(6.6, 1.6);
    path.lineTo(3.4, 8.4);
    return path;
}

QPointF placeOf(const PreparedEdge& edge, const std::vector<PreparedNode>& nodes) {
    if (!edge.halo.isNull()) return edge.halo.center();
    constexpr double room = 24; // units: what the sign takes on a small scale
    constexpr std::array parts{0.5, 0.4, 0.6, 0.3, 0.7};
    const auto at = [&](double part) { return edge.paths.line.pointAtPercent(part); };
    const auto isFree = [&](double part) {
        const QRectF place(at(part) - QPointF(room, room) / 2, QSizeF(room, room));
        return std::ranges::none_of(nodes, [&](const auto& node) { return node.rect.intersects(place); });
    };
    const auto* free = std::ranges::find_if(parts, isFree);
    return at(free == parts.end() ? parts.front() : *free);
}

} // namespace

void paintClashSign(QPainter& painter, const Theme& theme, const QPointF& middle, double side) {
    const double unit = side / clashSignSide;
    painter.setPen(QPen(theme.broken.text, unit));
    painter.setBrush(theme.broken.fill);
    painter.drawEllipse(middle, side / 2, side / 2);
    QTransform place;
    place.translate(middle.x(), middle.y()).scale(unit, unit).translate(-5, -5);
    painter.setPen(QPen(theme.broken.text, 1.4 * unit, Qt::SolidLine, Qt::RoundCap));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(place.map(notEqual()));
}

void placeClashSigns(PreparedDiagram& prepared) {
    prepared.clashes.clear();
    for (std::size_t i = 0; i < prepared.edges.size(); ++i)
        if (prepared.diagram->edges[i].clash && !prepared.edges[i].paths.line.isEmpty())
            prepared.clashes.push_back({i, placeOf(prepared.edges[i], prepared.nodes)});
}

} // namespace factline::picture
