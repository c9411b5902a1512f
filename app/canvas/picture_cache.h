// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <QPixmap>

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
    void invalidate() { m_pixmap = {}; }
    /// The window's picture, painted as far as it has to be.
    const QPixmap& picture(const Viewport& viewport, const QSize& window, qreal ratio, const Paint& paint);

private:
    void paintPart(const QRectF& part, const Paint& paint);
    bool scrollTo(const Viewport& viewport, const Paint& paint);

    QPixmap m_pixmap;
    QSize m_window;
    Viewport m_viewport;
};

} // namespace factline::canvas
