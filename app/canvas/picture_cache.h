// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <QPixmap>
#include <QRegion>

#include "canvas/viewport.h"

class QPainter;

namespace factline::canvas {

/// Keeps the window's picture from frame to frame: what is painted over it costs no new picture, and moving
/// about paints only what comes into the window.
class PictureCache {
public:
    /// Paints what lies in `exposed` (pixels of the window), clipped to it.
    using Paint = std::function<void(QPainter& painter, const QRectF& exposed)>;

    /// The picture is another one.
    void invalidate() {
        m_pixmap = {};
        m_spoilt = {};
    }
    /// Only what lies in here (pixels of the window) is another picture.
    void spoil(const QRectF& part) { m_spoilt += part.toAlignedRect(); }
    /// The window's picture, painted as far as it has to be.
    const QPixmap& picture(const Viewport& viewport, const QSize& window, qreal ratio, const Paint& paint);

private:
    void paintPart(const QRegion& part, const Paint& paint);
    bool scrollTo(const Viewport& viewport, const Paint& paint);

    QPixmap m_pixmap;
    QRegion m_spoilt;
    QSize m_window;
    Viewport m_viewport;
};

} // namespace factline::canvas
