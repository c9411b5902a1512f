// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include <QStringList>
#include <QWidget>

#include "canvas/diagram_view.h"
#include "picture/contours.h"

namespace factline::canvas {

/// What the bands of equal delay mean, as a column, a strip or a line, at the edge of the view where it hides
/// least; nothing at all in a fitted picture, which leaves room for the line. Lets the mouse through.
class ContourKey : public QWidget {
    Q_OBJECT
public:
    explicit ContourKey(DiagramView& view);

    /// Null: hides.
    void explain(std::shared_ptr<const picture::Contours> contours);
    /// The viewport or the window has changed.
    void place();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    /// One thing in it, and where it stands.
    struct Item {
        QRectF area;
        QString text;
        bool isTitle = false, isNote = false;
        std::size_t band = 0; ///< of those that are neither
    };
    struct Form {
        std::vector<Item> items;
        QSize size;
        int margin = 0; ///< to the edge of the view
    };
    Form column() const;
    Form strip() const;
    Form line() const;
    Form inOneLine(bool withTitle, bool withNotes) const;
    std::vector<QPoint> placesFor(const Form& form) const;
    double hidden(const QRect& place) const;

    DiagramView& m_view;
    std::shared_ptr<const picture::Contours> m_contours;
    QStringList m_notes; ///< in lines that fit
    Form m_form;
};

} // namespace factline::canvas
