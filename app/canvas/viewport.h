// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>

namespace factline::canvas {

/// Which part of the diagram is seen, and how large: screen = diagram * scale + offset.
struct Viewport {
    double scale = 1;
    QPointF offset;

    bool operator==(const Viewport&) const = default;

    QPointF toScreen(const QPointF& diagram) const { return diagram * scale + offset; }
    QPointF toDiagram(const QPointF& screen) const { return (screen - offset) / scale; }
    QRectF toScreen(const QRectF& diagram) const {
        return {toScreen(diagram.topLeft()), toScreen(diagram.bottomRight())};
    }
    /// The part of the diagram inside a screen rectangle.
    QRectF toDiagram(const QRectF& screen) const {
        return {toDiagram(screen.topLeft()), toDiagram(screen.bottomRight())};
    }
};

inline constexpr double smallestScale = 0.02;
inline constexpr double largestScale = 8;

/// Another scale, the diagram's point under `screen` staying where it is. Kept between the smallest and the
/// largest scale.
Viewport scaledAt(const Viewport& viewport, const QPointF& screen, double scale);

inline constexpr double fittingMargin = 24; ///< pixels of the screen around fitted content

/// Everything of `content` in the middle of a window of that size, with a margin; never larger than 100 %.
Viewport fitting(const QRectF& content, const QSizeF& window);

/// What is looked at, whatever the size of the window: the point in its middle, and how large.
struct Look {
    QPointF centre;
    double scale = 1;
};
Look lookOf(const Viewport& viewport, const QSizeF& window);
Viewport viewportOf(const Look& look, const QSizeF& window);

/// Moved so that `content`'s centre stands in the middle of the window.
Viewport centredOn(const Viewport& viewport, const QRectF& content, const QSizeF& window);

} // namespace factline::canvas
