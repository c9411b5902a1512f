// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <variant>
#include <vector>

#include <QColor>
#include <QFont>
#include <QPainterPath>
#include <QPen>
#include <QSizeF>
#include <QString>

class QPainter;

namespace factline::picture {

/// A picture of numbers as a value: what is drawn, from the back to the front, with its colours. The same for
/// the screen and for a file. Made by a pure function of the numbers, a theme and a size.
struct Figure {
    struct Shape {
        QPainterPath path;
        QColor fill; ///< invalid: none
        QPen line = Qt::NoPen;
    };
    struct Text {
        QString text;
        QPointF baseline; ///< its left end
        QFont font;
        QColor colour;
    };
    /// What a part of it stands for, in words, for whoever points at it.
    struct Spot {
        QRectF area;
        QString says;
    };

    QString title;       ///< what it shows; not drawn on the screen, where it has a heading already
    QString description; ///< the same numbers in words, for who cannot see it
    QSizeF size;         ///< pixels at 100 %
    std::vector<std::variant<Shape, Text>> items;
    std::vector<Spot> spots; ///< the last one that holds a point counts
};

/// Draws it at the painter's origin, without a ground.
void paintFigure(QPainter& painter, const Figure& figure);

/// What stands at that point in words; empty: nothing.
QString saidAt(const Figure& figure, QPointF point);

} // namespace factline::picture
