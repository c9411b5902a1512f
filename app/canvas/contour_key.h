// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <QStringList>
#include <QWidget>

#include "canvas/diagram_view.h"
#include "picture/contours.h"

namespace factline::canvas {

/// What the bands of equal delay mean, in the corner of the view where it hides least. Lets the mouse
/// through.
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
    double hidden(const QRect& place) const;

    DiagramView& m_view;
    std::shared_ptr<const picture::Contours> m_contours;
    QStringList m_notes; ///< in lines that fit
};

} // namespace factline::canvas
