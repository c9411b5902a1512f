// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "canvas/diagram_view.h"
#include "canvas/ghost.h"
#include "workspace/workspace.h"

namespace factline::canvas {

/// Moves what is selected, by the mouse or by keys: shows it as it is held, and gives the document one step
/// at the end. The layout is not touched while it goes on.
class Mover {
public:
    Mover(DiagramView& view, const workspace::Workspace& around)
        : m_view(view)
        , m_around(around) {}

    /// Takes hold of what is selected, by one of its shapes; false where that is nothing that can be moved.
    bool take(const ElementKey& by);
    /// `way`: from where it was taken, in the diagram's unit; `pointer` decides which context it would go to.
    void hold(const QPointF& way, const QPointF& pointer);
    void drop();
    void cancel();

    /// Moves what is selected by a step, further where something is in the way; what repeats is one step of
    /// the history.
    void nudge(const QPointF& step, bool repeats);

    /// What is to be shown in place of the diagram until the next picture; null: the diagram itself.
    const Ghost* ghost() const { return m_ghost.get(); }
    bool isHolding() const { return m_holding; }
    /// The picture of the document as it is now has come.
    void pictureCame() { m_ghost.reset(); }

private:
    QString label() const;

    DiagramView& m_view;
    workspace::Workspace m_around;
    std::unique_ptr<Ghost> m_ghost;
    bool m_holding = false;
    std::size_t m_by = 0; ///< the shape by which it is held: of the contexts where m_byContext, else a node
    bool m_byContext = false;
    document::Gesture m_gesture = document::noGesture;
};

} // namespace factline::canvas
