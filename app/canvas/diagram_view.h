// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <set>

#include <QWidget>

#include "canvas/picture_cache.h"
#include "canvas/preparation.h"
#include "canvas/viewport.h"
#include "picture/painter.h"

class QGestureEvent;
class QHelpEvent;
class QNativeGestureEvent;

namespace factline::canvas {

/// Shows one diagram and lets it be zoomed and moved: wheel, pinch and + - at the pointer, drag, middle
/// button, space and arrow keys to move, 0 to fit, 1 for 100 %. Whoever extends it says what is marked and
/// paints over it.
class DiagramView : public QWidget {
    Q_OBJECT
public:
    /// Pixels below a fitted picture that it leaves free: for a line that explains it.
    static constexpr int lineRoom = 40;

    explicit DiagramView(const picture::Theme& theme, QWidget* parent = nullptr);

    /// Shows a diagram. The first one, and one after clear(), is fitted; later ones leave the viewport as it
    /// is.
    void setDiagram(std::shared_ptr<const diagram::Diagram> diagram);
    /// Other badges on these of its nodes; only they are painted anew.
    void setBadges(const picture::BadgesByNode& badges);
    void clear();
    /// Whether a picture of it can be shown without the window standing still meanwhile. Where it cannot, for
    /// the first one of a large model, or one that is laid out anew, it is prepared on another thread, and
    /// `then` is called when it can.
    bool isReadyFor(const std::shared_ptr<const diagram::Diagram>& diagram, std::function<void()> then);
    bool isPreparing() const { return m_preparing.isRunning(); }
    bool hasDiagram() const { return m_painter.has_value(); }
    const diagram::Diagram& diagram() const { return m_painter->diagram(); } ///< only where there is one
    std::shared_ptr<const diagram::Diagram> sharedDiagram() const { return m_painter->sharedDiagram(); }

    virtual void setTheme(const picture::Theme& theme);
    const picture::Theme& theme() const { return m_theme; }
    /// What stands in the middle where there is no diagram.
    void setInvitation(const QString& text);

    const Viewport& viewport() const { return m_viewport; }
    Look look() const { return lookOf(m_viewport, size()); }
    void lookAt(const Look& look) { setViewport(viewportOf(look, size())); }
    void fit();
    void zoomTo(double scale);  ///< around the pointer where it is over the view, else around the middle
    void zoomBy(double factor); ///< likewise

    void scrollBy(const QPointF& pixels);
    /// Moves so that a place of the diagram is seen whole, where it is not.
    void bringIntoView(const QRectF& place);

    /// Everything that is painted; empty where there is no diagram.
    QRectF extent() const { return m_painter ? m_extent : QRectF(); }
    /// Paints everything anew: what is marked is not the same any more.
    void refresh();
    /// Paints what is marked as it is now: in the overview, where nothing else changes by a selection, over
    /// the picture that is kept.
    void remark();

    QSize sizeHint() const override { return {960, 640}; }

signals:
    /// What was prepared on another thread is shown.
    void prepared();
    void zoomChanged(double scale);
    void viewportChanged();

protected:
    /// What is ringed.
    virtual std::set<ElementKey> ringed() const { return {}; }
    /// What else is marked; asked again after refresh().
    virtual void mark(picture::PaintOptions& options) const;
    /// The diagram itself, in its own coordinates, but for the rings of an overview; kept until
    /// refresh().
    virtual void paintDiagram(QPainter& painter, const picture::PaintOptions& options) const;
    /// What is said of a point of the diagram while the pointer rests there; empty: nothing.
    virtual QString tip(const QPointF& point) const;
    /// Of the diagram what stays in view where the view becomes smaller; empty: nothing.
    virtual QRectF watched() const { return {}; }
    /// Over the diagram, in pixels of the screen, at every frame: first what paintDiagram() left out.
    virtual void paintOver(QPainter& painter) const;
    const picture::DiagramPainter& painter() const { return *m_painter; } ///< only where there is a diagram
    void setViewport(const Viewport& viewport);
    void beginPan(const QPointF& at) { m_panFrom = at; }
    bool isPanning() const { return m_panFrom.has_value(); }
    bool isFitted() const { return m_fitted; } ///< nobody has moved or zoomed since fit()
    /// From now on the viewport stays also where the window becomes larger or smaller; until fit().
    void keepPlace() { m_follows = false; }
    bool isSpaceDown() const { return m_space; }

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
    const picture::Theme& shownTheme() const;
    void showTip(const QHelpEvent& event);
    Viewport fittingHere() const;
    void keepInView(const QRectF& place);
    bool pinch(const QNativeGestureEvent& event);
    bool pinch(const QGestureEvent& event);
    picture::PaintOptions marks() const;
    void paintPicture(QPainter& painter, const QRectF& exposed);
    void paintGrid(QPainter& painter, const QRectF& exposed) const;

    picture::Theme m_theme;
    std::optional<picture::DiagramPainter> m_painter;
    QRectF m_extent;
    PictureCache m_cache;
    /// What the picture in it was painted with; nothing: with contours, which may be gone by now.
    std::optional<picture::PaintOptions> m_marked;
    QString m_invitation;
    Viewport m_viewport;
    QSize m_window;         ///< of the window, when the view last had another size
    bool m_fitted = false;  ///< nobody has moved or zoomed since it was fitted
    bool m_follows = false; ///< it fits anew where the window's size changes
    bool m_space = false;
    std::optional<QPointF> m_panFrom; ///< where the pointer was last while moving
    Preparation m_preparing{this};
};

} // namespace factline::canvas
