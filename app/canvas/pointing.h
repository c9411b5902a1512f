// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <set>

#include <QTimer>

#include "canvas/diagram_view.h"
#include "canvas/editing.h"
#include "canvas/mover.h"
#include "canvas/tools/drag.h"
#include "workspace/workspace.h"

namespace factline::canvas {

/// What the left button and the pointer do on the canvas: hovering, selecting by clicks, naming by double
/// clicks, and one drag at a time, during which the view moves on where the pointer is near its edge.
class Pointing : public QObject {
    Q_OBJECT
public:
    Pointing(DiagramView& view, const workspace::Workspace& around, Mover& mover, Editing& editing);
    ~Pointing() override;

    void press(const QMouseEvent& event);
    void move(const QPointF& at);
    void release(const QPointF& at);
    void doubleClick(const QPointF& at);
    /// Selects what is there for the menu about it; what is selected with others already stays.
    void choose(const QPointF& at);
    void leave(); ///< or the keyboard has taken over: nothing is hovered until the pointer moves again
    /// A press that became no drag is forgotten.
    void forgetPress() { m_press.reset(); }
    /// Gives up the drag that is under way; false: there is none.
    bool cancelDrag();

    bool isDragging() const { return m_drag != nullptr; }
    /// What the drag keeps lit; null: it does not care, or there is none.
    const std::set<ElementKey>* lit() const { return m_drag ? m_drag->lit() : nullptr; }
    /// The picture has changed below the pointer.
    void lookAgain();
    /// The node under the pointer, as an index.
    const std::optional<std::size_t>& hovered() const { return m_hovered; }
    /// The nodes that show a handle, as indexes.
    std::vector<std::size_t> handles() const;
    void paintDrag(QPainter& painter) const;

signals:
    void dropped(); ///< a drag has ended

private:
    struct Press {
        QPointF at;
        ElementId hit;
        std::optional<ElementKey> undeclared; ///< what was hit instead
        ElementId linkFrom;                   ///< whose handle was pressed
        Qt::KeyboardModifiers modifiers;
    };

    void beginDrag();
    void hover(const QPointF& at);
    void scroll();
    ElementId handleAt(const QPointF& at) const;

    DiagramView& m_view;
    workspace::Workspace m_around;
    Mover& m_mover;
    Editing& m_editing;
    std::optional<Press> m_press;
    std::unique_ptr<Drag> m_drag;
    std::optional<QPointF> m_pointer;     ///< where it was last, while it is over the canvas
    std::optional<std::size_t> m_hovered; ///< index of a node
    QTimer m_scrolling;                   ///< ticks while something is dragged at the edge
};

} // namespace factline::canvas
