// SPDX-License-Identifier: Apache-2.0
#include "canvas/hover.h"

#include <algorithm>

#include <QPainter>

#include "picture/lines.h"
#include "picture/shapes.h"

namespace factline::canvas {

namespace {

constexpr double ringGap = 4; ///< between a node and its ring

} // namespace

void paintHover(QPainter& painter, const diagram::Diagram& diagram, std::size_t node,
                const picture::Theme& theme, const Viewport& viewport) {
    painter.save();
    painter.translate(viewport.offset);
    painter.scale(viewport.scale, viewport.scale);
    const double pixel = 1 / viewport.scale;
    for (const auto& edge : diagram.edges) {
        if (edge.from != node && edge.to != node) continue;
        picture::LineStyle style = picture::lineStyle(edge.kind, edge.clash, theme);
        const QColor colour = edge.clash ? style.pen.color() : theme.accent;
        style.pen.setColor(colour);
        style.pen.setWidthF(std::max(theme.metrics.clashLine, 1.5 * pixel));
        const auto paths = picture::linePaths(edge.path, style, theme.metrics);
        painter.strokePath(paths.line, style.pen);
        painter.setPen(style.filledHead ? QPen(Qt::NoPen) : QPen(colour, style.pen.widthF()));
        painter.setBrush(style.filledHead ? QBrush(colour) : QBrush(Qt::NoBrush));
        painter.drawPath(paths.head);
    }
    const double radius = theme.metrics.nodeRadius + ringGap;
    painter.setPen(QPen(theme.accent, 1.25 * pixel));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(
        picture::toQt(diagram.nodes[node].rect).adjusted(-ringGap, -ringGap, ringGap, ringGap), radius,
        radius);
    painter.restore();
}

std::optional<std::size_t> nodeUnder(const diagram::Diagram& diagram, const QPointF& point) {
    for (std::size_t i = diagram.nodes.size(); i-- > 0;)
        if (picture::toQt(diagram.nodes[i].rect).contains(point)) return i;
    return std::nullopt;
}

} // namespace factline::canvas
