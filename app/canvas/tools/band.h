// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "canvas/diagram_view.h"
#include "canvas/tools/drag.h"
#include "viewmodels/selection.h"

namespace factline::canvas {

/// Selects by a stretched rectangle: nodes that it touches, contexts that it holds.
class Band : public Drag {
public:
    /// `kept`: what stays selected whatever the band holds.
    Band(DiagramView& view, viewmodels::Selection& selection, const QPointF& from,
         std::vector<ElementId> kept);
    void move(const QPointF& at) override;
    void drop(const QPointF& at) override { move(at); }
    void cancel() override;
    void paint(QPainter& painter) const override;

private:
    DiagramView& m_view;
    viewmodels::Selection& m_selection;
    QPointF m_from; ///< in the diagram, so that it stays there while the view moves
    QPointF m_to;
    std::vector<ElementId> m_kept;
    std::vector<ElementId> m_before;
    std::optional<ElementKey> m_undeclaredBefore;
};

} // namespace factline::canvas
