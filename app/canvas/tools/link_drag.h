// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "canvas/diagram_view.h"
#include "canvas/editing.h"
#include "canvas/tools/drag.h"
#include "workspace/workspace.h"

namespace factline::canvas {

/// Draws a line from a node to what it is to be linked to; on blank space it offers what could be made there.
class LinkDrag : public Drag {
public:
    LinkDrag(DiagramView& view, const workspace::Workspace& around, Editing& editing, ElementId from);
    void move(const QPointF& at) override;
    void drop(const QPointF& at) override;
    void cancel() override { m_view.refresh(); }
    void paint(QPainter& painter) const override;
    const std::set<ElementKey>* lit() const override { return &m_legal; }

private:
    DiagramView& m_view;
    workspace::Workspace m_around;
    Editing& m_editing;
    ElementId m_from;
    QPointF m_start;              ///< in the diagram
    QPointF m_to;                 ///< on the screen
    std::set<ElementKey> m_legal; ///< where the line may end, and where it starts
};

} // namespace factline::canvas
