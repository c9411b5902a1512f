// SPDX-License-Identifier: Apache-2.0
#include "canvas/handle.h"

#include <QLineF>
#include <QPainter>

#include "picture/shapes.h"

namespace factline::canvas {

namespace {

constexpr double radius = 7;
constexpr double handleReach = 13;  ///< as far as the node's side: nothing comes between for a pointer
constexpr double selectionRing = 4; ///< in units of the diagram: the line around a selected node
constexpr double beside = 8;        ///< pixels from that, so that it covers none of the node's badges

} // namespace

QPointF handleOf(const diagram::NodeShape& node, const Viewport& viewport) {
    const QRectF rect = picture::toQt(node.rect);
    return viewport.toScreen(QPointF(rect.right() + selectionRing, rect.center().y())) + QPointF(beside, 0);
}

bool isOnHandle(const diagram::NodeShape& node, const Viewport& viewport, const QPointF& screen) {
    return node.id && QLineF(handleOf(node, viewport), screen).length() <= handleReach;
}

void paintHandle(QPainter& painter, const diagram::NodeShape& node, const picture::Theme& theme,
                 const Viewport& viewport) {
    const QPointF centre = handleOf(node, viewport);
    painter.setPen(QPen(theme.accent, 1.5));
    painter.setBrush(theme.panel);
    painter.drawEllipse(centre, radius, radius);
    painter.drawLine(centre - QPointF(3, 0), centre + QPointF(3, 0));
    painter.drawLine(centre - QPointF(0, 3), centre + QPointF(0, 3));
}

} // namespace factline::canvas
