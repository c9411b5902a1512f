// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "canvas/diagram_view.h"

namespace factline::canvas {

/// Pixels between the sides of the view and what stands in a corner of it.
inline constexpr int cornerMargin = 16;

/// The whole diagram in a corner of the view, with a frame around what is seen; click and drag move there.
/// Out of the way where everything is seen.
class Minimap : public QWidget {
    Q_OBJECT
public:
    explicit Minimap(DiagramView& view);

    /// The picture, the viewport or the window has changed.
    void follow();

signals:
    /// This point of the diagram is to be in the middle.
    void centreWanted(const QPointF& point);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    Viewport own() const;

    DiagramView& m_view;
    QRectF m_extent; ///< of the diagram
};

} // namespace factline::canvas
