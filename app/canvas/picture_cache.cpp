// SPDX-License-Identifier: Apache-2.0
#include "canvas/picture_cache.h"

#include <cmath>
#include <utility>

#include <QPainter>

namespace factline::canvas {

const QPixmap& PictureCache::picture(const Viewport& viewport, const QSize& window, qreal ratio,
                                     const Paint& paint) {
    const QSize pixels(static_cast<int>(std::ceil(window.width() * ratio)),
                       static_cast<int>(std::ceil(window.height() * ratio)));
    if (!m_spoilt.isEmpty() && (viewport != m_viewport || ratio != std::round(ratio)))
        invalidate(); // between two pixels parts would not meet
    if (m_pixmap.size() == pixels && m_pixmap.devicePixelRatio() == ratio && m_window == window) {
        if (!m_spoilt.isEmpty()) paintPart(std::exchange(m_spoilt, {}), paint);
        if (viewport == m_viewport || scrollTo(viewport, paint)) return m_pixmap;
    } else {
        m_pixmap = QPixmap(pixels);
        m_pixmap.setDevicePixelRatio(ratio);
        m_window = window;
    }
    m_viewport = viewport;
    m_spoilt = {};
    paintPart(QRect(QPoint(), window), paint);
    return m_pixmap;
}

bool PictureCache::scrollTo(const Viewport& viewport, const Paint& paint) {
    if (viewport.scale != m_viewport.scale) return false;
    const qreal ratio = m_pixmap.devicePixelRatio();
    const QPointF way = (viewport.offset - m_viewport.offset) * ratio;
    const QPoint whole(static_cast<int>(std::lround(way.x())), static_cast<int>(std::lround(way.y())));
    // Between two pixels everything looks a little different.
    if ((way - whole).manhattanLength() > 1e-6) return false;
    if (std::abs(whole.x()) >= m_pixmap.width() || std::abs(whole.y()) >= m_pixmap.height()) return false;
    m_pixmap.scroll(whole.x(), whole.y(), m_pixmap.rect());
    m_viewport = viewport;
    const QRectF all(0, 0, m_window.width(), m_window.height());
    const double dx = whole.x() / ratio;
    const double dy = whole.y() / ratio;
    if (dx != 0) {
        const double left = dx > 0 ? 0 : all.width() + dx;
        paintPart(QRectF(left, 0, std::abs(dx), all.height()).toAlignedRect(), paint);
    }
    if (dy != 0) {
        const double top = dy > 0 ? 0 : all.height() + dy;
        paintPart(QRectF(0, top, all.width(), std::abs(dy)).toAlignedRect(), paint);
    }
    return true;
}

void PictureCache::paintPart(const QRegion& part, const Paint& paint) {
    QPainter painter(&m_pixmap);
    painter.setClipRegion(part);
    paint(painter, part.boundingRect());
}

} // namespace factline::canvas
