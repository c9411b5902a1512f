// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <set>

#include <QWidget>

#include "canvas/diagram_view.h"

namespace factline::canvas {

/// Pixels between the sides of the view and what stands in a corner of it.
inline constexpr int cornerMargin = 16;

/// The whole diagram in a corner of the view, with a frame around what is seen; click and drag move there.
/// Out of the way where everything is seen, and in the corner where it hides least: it leaves one only for
/// another where it hides far less.
class Minimap : public QWidget {
    Q_OBJECT
public:
    using Keys = std::set<ElementKey>;
    /// `lit`: what it hides last of all.
    Minimap(DiagramView& view, std::function<Keys()> lit);

    /// The picture, what is lit in it, the viewport or the window has changed.
    void follow();
    /// Whether it is there at all.
    void setWanted(bool wanted);

signals:
    /// This point of the diagram is to be in the middle.
    void centreWanted(const QPointF& point);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    Viewport own() const;
    void place(const QSize& size);

    DiagramView& m_view;
    std::function<Keys()> m_lit;
    QRectF m_extent;          ///< of the diagram
    std::size_t m_corner = 0; ///< bottom right, bottom left, top right, top left
    bool m_wanted = true;
    bool m_held = false; ///< by the mouse: it stays
};

} // namespace factline::canvas
