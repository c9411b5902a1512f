// SPDX-License-Identifier: Apache-2.0
#include "canvas/minimap.h"

#include <algorithm>
#include <cmath>

#include <QMouseEvent>
#include <QPainter>

#include "picture/shapes.h"

namespace factline::canvas {

namespace {

constexpr QSizeF largest(176, 120); ///< pixels, its padding included
constexpr double largestPart = 0.2; ///< of the view in each direction: what lies below it wants to be seen
constexpr double mapPadding = 8;

} // namespace

Minimap::Minimap(DiagramView& view)
    : QWidget(&view)
    , m_view(view) {
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("Overview"));
    hide();
}

void Minimap::follow() {
    if (!m_view.hasDiagram()) return hide();
    m_extent = m_view.extent();
    const QRectF seen = m_view.viewport().toDiagram(QRectF(m_view.rect()));
    const bool small = m_view.width() < 3 * largest.width() || m_view.height() < 3 * largest.height();
    if (m_extent.isEmpty() || small || seen.contains(m_extent)) return hide();
    const QSizeF most = largest.boundedTo(largestPart * QSizeF(m_view.size()));
    const double scale = std::min((most.width() - 2 * mapPadding) / m_extent.width(),
                                  (most.height() - 2 * mapPadding) / m_extent.height());
    const QSize size(static_cast<int>(std::ceil(std::max(48.0, m_extent.width() * scale + 2 * mapPadding))),
                     static_cast<int>(std::ceil(std::max(48.0, m_extent.height() * scale + 2 * mapPadding))));
    setGeometry(m_view.width() - size.width() - cornerMargin, m_view.height() - size.height() - cornerMargin,
                size.width(), size.height());
    show();
    update();
}

Viewport Minimap::own() const {
    Viewport result;
    result.scale = std::min((width() - 2 * mapPadding) / m_extent.width(),
                            (height() - 2 * mapPadding) / m_extent.height());
    return centredOn(result, m_extent, size());
}

void Minimap::paintEvent(QPaintEvent*) {
    const picture::Theme& theme = m_view.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ground = theme.panel;
    ground.setAlphaF(0.92F);
    painter.setPen(QPen(theme.hairline, 1));
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    if (!m_view.hasDiagram()) return;
    const Viewport place = own();
    const auto toOwn = [&](const QRectF& rect) {
        return QRectF(place.toScreen(rect.topLeft()), place.toScreen(rect.bottomRight()));
    };
    QColor outline = theme.context.outline;
    outline.setAlphaF(0.6F);
    painter.setPen(QPen(outline, 1));
    painter.setBrush(theme.hairline);
    for (const auto& context : m_view.diagram().contexts)
        painter.drawRoundedRect(toOwn(picture::toQt(context.rect)), 1.5, 1.5);
    const QRectF all = QRectF(rect()).adjusted(2, 2, -2, -2);
    const QRectF seen = toOwn(m_view.viewport().toDiagram(QRectF(m_view.rect()))).intersected(all);
    QColor light = theme.accent;
    light.setAlphaF(0.08F);
    painter.setPen(QPen(theme.accent, 1.25));
    painter.setBrush(light);
    painter.drawRoundedRect(seen, 3, 3);
}

void Minimap::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) emit centreWanted(own().toDiagram(event->position()));
    event->accept();
}

void Minimap::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() & Qt::LeftButton) emit centreWanted(own().toDiagram(event->position()));
    event->accept();
}

} // namespace factline::canvas
