// SPDX-License-Identifier: Apache-2.0
#include "canvas/handle.h"

#include <algorithm>
#include <cmath>

#include <QLineF>
#include <QPainter>

#include "picture/shapes.h"

namespace factline::canvas {

namespace {

constexpr double radius = 7;
constexpr double handleReach = 13;  ///< as far as the node's side: nothing comes between for a pointer
constexpr double selectionRing = 4; ///< in units of the diagram: the line around a selected node
constexpr double beside = 8;        ///< pixels from that, so that it covers none of the node's badges
constexpr double headLength = 20, headHalf = 4; ///< pixels that the head of a line takes at the node's side

} // namespace

QPointF handleOf(const diagram::Diagram& diagram, std::size_t node, const Viewport& viewport) {
    const QRectF rect = picture::toQt(diagram.nodes[node].rect);
    const auto at = [&](double y) {
        return viewport.toScreen(QPointF(rect.right() + selectionRing, y)) + QPointF(beside, 0);
    };
    const QPointF middle = at(rect.center().y());
    const auto headIsThere = [&](const diagram::EdgeShape& edge) {
        if (edge.to != node || edge.path.empty()) return false;
        const QPointF tip = viewport.toScreen(QPointF(edge.path.back().x, edge.path.back().y));
        return std::abs(tip.x() - middle.x()) < headLength &&
               std::abs(tip.y() - middle.y()) < radius + headHalf;
    };
    return std::ranges::any_of(diagram.edges, headIsThere) ? at(rect.bottom()) : middle;
}

bool isOnHandle(const diagram::Diagram& diagram, std::size_t node, const Viewport& viewport,
                const QPointF& screen) {
    return diagram.nodes[node].id &&
           QLineF(handleOf(diagram, node, viewport), screen).length() <= handleReach;
}

void paintHandle(QPainter& painter, const diagram::Diagram& diagram, std::size_t node,
                 const picture::Theme& theme, const Viewport& viewport) {
    const QPointF centre = handleOf(diagram, node, viewport);
    painter.setPen(QPen(theme.accent, 1.5));
    painter.setBrush(theme.panel);
    painter.drawEllipse(centre, radius, radius);
    painter.drawLine(centre - QPointF(3, 0), centre + QPointF(3, 0));
    painter.drawLine(centre - QPointF(0, 3), centre + QPointF(0, 3));
}

} // namespace factline::canvas
