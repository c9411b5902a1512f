// SPDX-License-Identifier: Apache-2.0
#include "canvas/ghost.h"

#include <algorithm>
#include <cmath>

#include <QPainter>

#include "picture/homes.h"
#include "picture/lines.h"
#include "picture/shapes.h"

namespace factline::canvas {

namespace {

using diagram::Diagram;
using picture::toQt;

bool moves(const std::vector<std::size_t>& moved, std::size_t index) {
    return std::ranges::binary_search(moved, index);
}

/// The shapes that move, or those that do not, with the lines among them.
Diagram part(const Diagram& diagram, const Moved& moved, bool moving) {
    Diagram result;
    result.bounds = diagram.bounds;
    for (std::size_t i = 0; i < diagram.contexts.size(); ++i)
        if (moves(moved.contexts, i) == moving) result.contexts.push_back(diagram.contexts[i]);
    std::vector<std::size_t> place(diagram.nodes.size());
    for (std::size_t i = 0; i < diagram.nodes.size(); ++i) {
        if (moves(moved.nodes, i) != moving) continue;
        place[i] = result.nodes.size();
        result.nodes.push_back(diagram.nodes[i]);
    }
    for (const auto& edge : diagram.edges) {
        if (moves(moved.nodes, edge.from) != moving || moves(moved.nodes, edge.to) != moving) continue;
        result.edges.push_back(edge);
        result.edges.back().from = place[edge.from];
        result.edges.back().to = place[edge.to];
    }
    return result;
}

/// Where the line from the middle of `rect` towards `target` leaves it.
QPointF leaves(const QRectF& rect, const QPointF& target) {
    const QPointF way = target - rect.center();
    const double x = way.x() == 0 ? HUGE_VAL : rect.width() / 2 / std::abs(way.x());
    const double y = way.y() == 0 ? HUGE_VAL : rect.height() / 2 / std::abs(way.y());
    return rect.center() + way * std::min({x, y, 1.0});
}

} // namespace

Ghost::Ghost(const Diagram& diagram, const picture::Theme& theme, Moved moved)
    : m_diagram(diagram)
    , m_moved(std::move(moved))
    , m_rest(part(diagram, m_moved, false), theme)
    , m_shapes(part(diagram, m_moved, true), theme) {
    for (std::size_t i = 0; i < diagram.edges.size(); ++i)
        if (moves(m_moved.nodes, diagram.edges[i].from) != moves(m_moved.nodes, diagram.edges[i].to))
            m_lines.push_back(i);
    const auto homes = picture::homesOf(diagram);
    for (const std::size_t node : m_moved.nodes)
        if (homes[node] < diagram.contexts.size() && !moves(m_moved.contexts, homes[node]))
            m_homes.push_back(homes[node]);
    std::ranges::sort(m_homes);
    m_homes.erase(std::unique(m_homes.begin(), m_homes.end()), m_homes.end());
}

void Ghost::paintRest(QPainter& painter, const picture::PaintOptions& options) const {
    m_rest.paint(painter, options);
}

QRectF Ghost::placeOf(std::size_t node) const {
    const QRectF rect = toQt(m_diagram.nodes[node].rect);
    return moves(m_moved.nodes, node) ? rect.translated(m_shift) : rect;
}

/// The contexts as large as they will have to be, and the one that the shapes would move into.
void Ghost::paintHomes(QPainter& painter, double scale) const {
    const picture::Theme& theme = m_rest.theme();
    const double radius = theme.metrics.contextRadius;
    painter.setBrush(Qt::NoBrush);
    if (m_target) {
        painter.setPen(QPen(theme.accent, 2 / scale));
        painter.drawRoundedRect(toQt(m_diagram.contexts[*m_target].rect), radius, radius);
        return;
    }
    for (const std::size_t home : m_homes) {
        const diagram::Rect grown = grownHome(m_diagram, home, m_moved, m_shift);
        if (grown == m_diagram.contexts[home].rect) continue;
        painter.setPen(QPen(theme.context.outline, std::max(theme.metrics.outline, 1 / scale), Qt::DashLine));
        painter.drawRoundedRect(toQt(grown), radius, radius);
    }
}

void Ghost::paintLines(QPainter& painter, double scale) const {
    for (const std::size_t line : m_lines) {
        const auto& edge = m_diagram.edges[line];
        const QRectF from = placeOf(edge.from);
        const QRectF to = placeOf(edge.to);
        const picture::LineStyle style = picture::lineStyle(edge.kind, edge.clash, m_rest.theme());
        const QPointF start = leaves(from, to.center());
        const QPointF end = leaves(to, from.center());
        const auto paths = picture::linePaths(
            {{start.x(), start.y()}, {start.x(), start.y()}, {end.x(), end.y()}, {end.x(), end.y()}}, style,
            m_rest.theme().metrics);
        QPen pen = style.pen;
        pen.setWidthF(std::max(pen.widthF(), 1 / scale));
        painter.strokePath(paths.line, pen);
        painter.setPen(style.filledHead ? QPen(Qt::NoPen) : QPen(pen.color(), pen.widthF()));
        painter.setBrush(style.filledHead ? QBrush(pen.color()) : QBrush(Qt::NoBrush));
        painter.drawPath(paths.head);
    }
}

void Ghost::paintMoved(QPainter& painter, const Viewport& viewport,
                       const picture::PaintOptions& options) const {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(viewport.offset);
    painter.scale(viewport.scale, viewport.scale);
    paintHomes(painter, viewport.scale);
    paintLines(painter, viewport.scale);
    painter.translate(m_shift);
    picture::PaintOptions moved = options;
    moved.visible = options.visible.translated(-m_shift);
    m_shapes.paint(painter, moved);
    painter.restore();
}

} // namespace factline::canvas
