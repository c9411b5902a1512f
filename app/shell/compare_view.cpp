// SPDX-License-Identifier: Apache-2.0
#include "shell/compare_view.h"

#include <algorithm>

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>

#include "canvas/hit.h"
#include "picture/badges.h"
#include "picture/lines.h"
#include "picture/shapes.h"
#include "picture/text.h"

namespace factline::shell {

namespace {

constexpr double ringGap = 2.5; ///< between a shape and its ring

double ringWidth(double scale) {
    return std::max(2.0, 2 / scale);
}

/// Everything but the badges of a shape, as large as they are drawn: its rings must not go through their
/// words.
QPainterPath besideBadges(const diagram::Diagram& diagram, const ElementKey& shape, const QRectF& rect,
                          const picture::Theme& theme, double scale) {
    const picture::QtTextMeasure measure(theme.typography);
    const bool grow = picture::detailAt(scale) != picture::Detail::Full;
    const double pixels =
        scale * picture::fontFor(theme.typography, diagram::TextRole::BadgeLabel).pixelSize();
    QPainterPath place;
    const double around = ringGap + 3 * ringWidth(scale);
    place.addRect(rect.adjusted(-around, -around, around, around));
    const auto cut = [&](const std::vector<diagram::Badge>& badges) {
        for (const auto& badge : picture::placeBadges(badges, shape.kind, rect, measure, theme.metrics)) {
            const QRectF drawn = grow ? picture::placeToRead(badge, pixels) : badge.rect;
            QPainterPath pill;
            pill.addRoundedRect(drawn, drawn.height() / 2, drawn.height() / 2);
            place -= pill;
        }
    };
    if (const auto node = canvas::nodeOf(diagram, shape)) cut(diagram.nodes[*node].badges);
    for (const auto& context : diagram.contexts)
        if (context.key == shape) cut(context.badges);
    return place;
}

} // namespace

void CompareView::showCompared(const std::shared_ptr<const picture::Compared>& compared) {
    m_compared = compared;
    setDiagram({compared, &compared->diagram});
}

void CompareView::choose(const std::vector<ElementKey>& shapes) {
    m_chosen = shapes;
    QRectF place;
    if (hasDiagram())
        for (const ElementKey& shape : shapes)
            if (const auto rect = canvas::rectOf(diagram(), shape)) place |= *rect;
    if (!place.isEmpty()) bringIntoView(place);
    refresh();
}

void CompareView::mark(picture::PaintOptions& options) const {
    if (!m_compared) return;
    if (m_compared->shapes.empty()) return; // nothing to set off
    for (const auto& [shape, kind] : m_compared->shapes)
        options.lit.insert(shape);
    for (const auto& context : diagram().contexts)
        options.lit.insert(context.key);
}

void CompareView::paintOver(QPainter& painter) const {
    DiagramView::paintOver(painter);
    if (!m_compared || !hasDiagram()) return;
    using Kind = diagram::Badge::Kind;
    painter.save();
    painter.translate(viewport().offset);
    painter.scale(viewport().scale, viewport().scale);
    const double pixel = 1 / viewport().scale;
    for (const auto& [index, kind] : m_compared->lines) {
        const auto& edge = diagram().edges.at(index);
        picture::LineStyle style = picture::lineStyle(edge.kind, edge.clash, theme());
        style.pen.setColor(theme().badge(kind).text);
        style.pen.setWidthF(std::max(theme().metrics.clashLine, 1.5 * pixel));
        if (kind == Kind::Removed) style.pen.setDashPattern({4, 3});
        const auto paths = picture::linePaths(edge.path, style, theme().metrics);
        painter.strokePath(paths.line, style.pen);
        painter.setPen(style.filledHead ? QPen(Qt::NoPen) : QPen(style.pen.color(), style.pen.widthF()));
        painter.setBrush(style.filledHead ? QBrush(style.pen.color()) : QBrush(Qt::NoBrush));
        painter.drawPath(paths.head);
    }
    for (const auto& [shape, kind] : m_compared->shapes) {
        QPen pen(theme().badge(kind).text, ringWidth(viewport().scale));
        if (kind == Kind::Removed) pen.setDashPattern({3, 2});
        // From far away nodes are not drawn: a block in the colour says where something has changed.
        const bool isBlock = isOverview() && shape.kind != ElementKind::Context;
        ring(painter, shape, pen, ringGap, isBlock ? QBrush(theme().badge(kind).fill) : QBrush(Qt::NoBrush));
    }
    // A second ring with ground between says what is chosen, whatever becomes of the colours in somebody's
    // eyes.
    const double width = ringWidth(viewport().scale);
    for (const ElementKey& shape : m_chosen)
        ring(painter, shape, QPen(theme().accent, width), ringGap + 2 * width, Qt::NoBrush);
    painter.restore();
}

bool CompareView::isOverview() const {
    return picture::detailAt(viewport().scale) == picture::Detail::Overview;
}

void CompareView::ring(QPainter& painter, const ElementKey& shape, const QPen& pen, double gap,
                       const QBrush& brush) const {
    const auto rect = canvas::rectOf(diagram(), shape);
    if (!rect) return;
    const auto& metrics = theme().metrics;
    const bool context = shape.kind == ElementKind::Context;
    const double radius = (context ? metrics.contextRadius : metrics.nodeRadius) + gap;
    painter.save();
    painter.setPen(pen);
    painter.setBrush(brush);
    if (!isOverview()) painter.setClipPath(besideBadges(diagram(), shape, *rect, theme(), viewport().scale));
    painter.drawRoundedRect(rect->adjusted(-gap, -gap, gap, gap), radius, radius);
    painter.restore();
}

void CompareView::mousePressEvent(QMouseEvent* event) {
    m_pressed = event->position();
    DiagramView::mousePressEvent(event);
}

void CompareView::mouseReleaseEvent(QMouseEvent* event) {
    DiagramView::mouseReleaseEvent(event);
    if (event->button() != Qt::LeftButton || !hasDiagram()) return;
    if ((event->position() - m_pressed).manhattanLength() > QApplication::startDragDistance()) return;
    if (const auto shape = canvas::elementAt(diagram(), viewport().toDiagram(event->position())))
        emit clicked(*shape);
}

} // namespace factline::shell
