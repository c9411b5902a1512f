// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QWidget>

#include "canvas/viewport.h"
#include "picture/painter.h"

class QGestureEvent;
class QHelpEvent;
class QNativeGestureEvent;

namespace factline::canvas {

/// Shows one diagram and lets it be zoomed and moved: wheel, pinch and + - at the pointer, drag, middle
/// button, space and arrow keys to move, 0 to fit, 1 for 100 %.
class DiagramView : public QWidget {
    Q_OBJECT
public:
    explicit DiagramView(picture::Theme theme, QWidget* parent = nullptr);

    /// Shows a diagram. The first one, and one after clear(), is fitted; later ones leave the viewport as it
    /// is.
    void setDiagram(diagram::Diagram diagram);
    void clear();
    bool hasDiagram() const { return m_painter.has_value(); }
    const diagram::Diagram& diagram() const { return m_painter->diagram(); } ///< only where there is one

    void setTheme(picture::Theme theme);
    /// What stands in the middle where there is no diagram.
    void setInvitation(const QString& text);

    const Viewport& viewport() const { return m_viewport; }
    void fit();
    void zoomTo(double scale);  ///< around the middle
    void zoomBy(double factor); ///< around the pointer where it is over the view, else around the middle

    /// Rings an element, and brings it into view where it is not; false for what is not in the diagram.
    bool select(const ElementKey& key);
    const std::optional<ElementKey>& selected() const { return m_selected; }

    QSize sizeHint() const override { return {960, 640}; }

signals:
    void zoomChanged(double scale);
    void selectionChanged();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;

private:
    void setViewport(const Viewport& viewport);
    void showTip(const QHelpEvent& event);
    bool pinch(const QNativeGestureEvent& event);
    bool pinch(const QGestureEvent& event);
    void paintGrid(QPainter& painter, const QRectF& exposed) const;

    picture::Theme m_theme;
    std::optional<picture::DiagramPainter> m_painter;
    QString m_invitation;
    Viewport m_viewport;
    bool m_fitted = false; ///< the viewport is the fitting one, so that it follows the window's size
    bool m_space = false;
    std::optional<QPointF> m_dragFrom; ///< where the pointer was last while moving
    QPointF m_pressedAt;
    std::optional<ElementKey> m_selected;
};

} // namespace factline::canvas
