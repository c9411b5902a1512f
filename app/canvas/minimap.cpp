// SPDX-License-Identifier: Apache-2.0
#include "canvas/minimap.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include <QMouseEvent>
#include <QPainter>

#include "canvas/hiding.h"
#include "picture/shapes.h"

namespace factline::canvas {

namespace {

constexpr QSizeF largest(176, 120); ///< pixels, its padding included
constexpr double largestPart = 0.2; ///< of the view in each direction: what lies below it wants to be seen
constexpr double mapPadding = 8;

} // namespace

Minimap::Minimap(DiagramView& view, std::function<Keys()> lit)
    : QWidget(&view)
    , m_view(view)
    , m_lit(std::move(lit)) {
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("Overview"));
    hide();
}

void Minimap::follow() {
    if (!m_wanted || !m_view.hasDiagram()) return hide();
    m_extent = m_view.extent();
    const QRectF seen = m_view.viewport().toDiagram(QRectF(m_view.rect()));
    const bool small = m_view.width() < 3 * largest.width() || m_view.height() < 3 * largest.height();
    if (m_extent.isEmpty() || small || seen.contains(m_extent)) return hide();
    const QSizeF most = largest.boundedTo(largestPart * QSizeF(m_view.size()));
    const double scale = std::min((most.width() - 2 * mapPadding) / m_extent.width(),
                                  (most.height() - 2 * mapPadding) / m_extent.height());
    const QSize size(static_cast<int>(std::ceil(std::max(48.0, m_extent.width() * scale + 2 * mapPadding))),
                     static_cast<int>(std::ceil(std::max(48.0, m_extent.height() * scale + 2 * mapPadding))));
    place(size);
    show();
    update();
}

void Minimap::setWanted(bool wanted) {
    m_wanted = wanted;
    follow();
}

void Minimap::place(const QSize& size) {
    constexpr double farLess = 0.5; // otherwise it would jump about while somebody moves over the map
    const int right = m_view.width() - size.width() - cornerMargin;
    const int low = m_view.height() - size.height() - cornerMargin;
    const std::array corners{QPoint(right, low), QPoint(cornerMargin, low), QPoint(right, cornerMargin),
                             QPoint(cornerMargin, cornerMargin)};
    if (!m_held) {
        const Keys lit = m_lit();
        std::array<double, corners.size()> hidden{};
        for (std::size_t i = 0; i < corners.size(); ++i)
            hidden.at(i) = hiddenBy(m_view.viewport().toDiagram(QRectF(QRect(corners.at(i), size))),
                                    m_view.diagram(), lit);
        const auto best = static_cast<std::size_t>(std::ranges::min_element(hidden) - hidden.begin());
        if (hidden.at(best) < farLess * hidden.at(m_corner)) m_corner = best;
    }
    setGeometry(QRect(corners.at(m_corner), size));
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
    m_held = true;
    if (event->button() == Qt::LeftButton) emit centreWanted(own().toDiagram(event->position()));
    event->accept();
}

void Minimap::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() & Qt::LeftButton) emit centreWanted(own().toDiagram(event->position()));
    event->accept();
}

void Minimap::mouseReleaseEvent(QMouseEvent* event) {
    m_held = false;
    event->accept();
}

} // namespace factline::canvas
