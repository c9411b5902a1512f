// SPDX-License-Identifier: Apache-2.0
#include "canvas/viewport.h"

#include <algorithm>

namespace factline::canvas {

Viewport scaledAt(const Viewport& viewport, const QPointF& screen, double scale) {
    const QPointF anchor = viewport.toDiagram(screen);
    Viewport result;
    result.scale = std::clamp(scale, smallestScale, largestScale);
    result.offset = screen - anchor * result.scale;
    return result;
}

Viewport fitting(const QRectF& content, const QSizeF& window) {
    Viewport result;
    if (content.isEmpty() || window.isEmpty()) return result;
    const double width = std::max(window.width() - 2 * fittingMargin, 1.0);
    const double height = std::max(window.height() - 2 * fittingMargin, 1.0);
    result.scale = std::clamp(std::min({width / content.width(), height / content.height(), 1.0}),
                              smallestScale, largestScale);
    return centredOn(result, content, window);
}

Look lookOf(const Viewport& viewport, const QSizeF& window) {
    return {viewport.toDiagram(QPointF(window.width() / 2, window.height() / 2)), viewport.scale};
}

Viewport viewportOf(const Look& look, const QSizeF& window) {
    return centredOn({look.scale, {}}, QRectF(look.centre, QSizeF(0, 0)), window);
}

Viewport centredOn(const Viewport& viewport, const QRectF& content, const QSizeF& window) {
    Viewport result = viewport;
    result.offset = QPointF(window.width() / 2, window.height() / 2) - content.center() * viewport.scale;
    return result;
}

} // namespace factline::canvas
