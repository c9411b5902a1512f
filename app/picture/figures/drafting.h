// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "diagram/diagram.h"
#include "picture/figures/figure.h"
#include "picture/theme.h"

namespace factline::picture {

/// Puts shapes and words on a figure, in the theme's fonts.
class Drafting {
public:
    Drafting(Figure& figure, const Theme& theme)
        : m_figure(figure)
        , m_theme(theme) {}

    void fill(const QRectF& rect, const QColor& colour, double radius = 0);
    void outline(const QRectF& rect, const QPen& pen, double radius = 0);
    void line(QPointF from, QPointF to, const QPen& pen);
    void path(const QPainterPath& path, const QColor& fill, const QPen& pen = Qt::NoPen);
    void dot(QPointF centre, double radius, const QColor& fill, const QPen& pen = Qt::NoPen);

    /// Words whose line begins, has its middle or ends at `x` and whose middle height is `y`; what is wider
    /// than `room` is cut short at its end. Gives the place that they take.
    QRectF text(const QString& text, diagram::TextRole role, const QColor& colour, QPointF at,
                Qt::Alignment alignment = Qt::AlignLeft, double room = 1e5);
    /// The same on a ground of its own colour, so that no line runs through it.
    QRectF textOn(const QColor& ground, const QString& text, diagram::TextRole role, const QColor& colour,
                  QPointF at, Qt::Alignment alignment = Qt::AlignLeft);
    double width(const QString& text, diagram::TextRole role) const;

private:
    Figure& m_figure;
    const Theme& m_theme;
};

/// Marks for an axis of time from 0 to `longest` seconds, at most `most` of them after the 0: round numbers
/// of milliseconds, seconds, minutes, hours or days.
std::vector<double> timeMarks(double longest, int most);

} // namespace factline::picture
