// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "canvas/diagram_view.h"
#include "canvas/line_prompt.h"
#include "workspace/workspace.h"

class QMenu;

namespace factline::canvas {

/// Adds, names, links and moves what is on the canvas, asking for a name or a kind where it needs one; the
/// document is changed by the workspace's operations.
class Editing {
public:
    Editing(DiagramView& view, const workspace::Workspace& around);

    void setTheme(const picture::Theme& theme) { m_prompt->setTheme(theme); }

    /// Something new at the pointer where it is over the canvas, else in the middle; its name is asked first.
    void add(ElementKind kind);
    void addHotspot();
    /// Offers all kinds at the pointer, or at a point of the screen.
    void quickInsert(std::optional<QPointF> at = std::nullopt);
    /// Offers the kinds that a line from an element may end at, and links what is made.
    void addLinked(ElementId from, const QPointF& at);

    void rename();
    void link();
    void moveToContext();
    void duplicate();
    /// The clipboard's lines, each the name of one element of the selected one's kind, else an event.
    void paste();

private:
    QPointF pointer() const;
    ElementId contextAt(const QPointF& screen) const;
    /// Beside the selected element on the screen, else in the middle.
    QPointF besideCurrent() const;
    void askName(ElementKind kind, const QPointF& at, ElementId from);

    DiagramView& m_view;
    workspace::Workspace m_around;
    LinePrompt* m_prompt;
};

} // namespace factline::canvas
