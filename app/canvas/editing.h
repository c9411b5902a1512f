// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>

#include "canvas/name_editor.h"
#include "canvas/quick_insert.h"
#include "workspace/workspace.h"

namespace factline::canvas {

class DiagramView;

/// Adds, names, links and moves what is on the canvas, asking for a name or a kind where it needs one; the
/// document is changed by the workspace's operations.
class Editing : public QObject {
    Q_OBJECT
public:
    Editing(DiagramView& view, const workspace::Workspace& around);

    void setTheme(const picture::Theme& theme);
    bool isOpen() const { return m_names->isOpen() || m_kinds->isOpen(); }

    /// Asks for the name of something new. `more`: one after the other, until Esc.
    void add(const Insertable& kind, bool more = false);
    /// Asks for its kind first, at the pointer or at a point of the view.
    void quickInsert(std::optional<QPointF> at = std::nullopt);
    /// The kinds that a line from an element may lead to, at a point of the view where there is nothing.
    void addLinked(ElementId from, const QPointF& at);
    void rename();
    void link();
    void moveToContext();
    void addHotspot(bool more = false);
    void duplicate();
    /// The clipboard's lines, each the name of one element of the selected one's kind, else an event.
    void paste();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void ask(NameQuestion question, const QRectF& place, double scale = 1);
    /// What the next answer does.
    void onNamed(std::function<void(const QString&, bool)> act) { m_named = std::move(act); }
    /// Where a question about something is put: below it, or into the middle where it is not seen.
    QRectF placeBelow(ElementId id) const;
    std::optional<QRectF> shapeOf(ElementId id) const;
    ElementId contextAt(const QPointF& point) const;

    DiagramView& m_view;
    workspace::Workspace m_around;
    NameEditor* m_names;
    QuickInsert* m_kinds;
    std::optional<QPointF> m_pointer; ///< where the mouse went since the last thing was added; none: nowhere
    std::optional<QPointF> m_wanted;  ///< where it was when the list of kinds came up
    ElementId m_linkFrom;             ///< what something new is to be linked to
    std::function<void(const QString&, bool)> m_named;
    std::function<void(ElementId)> m_chosen;
    std::function<void(ElementKind, const QString&)> m_created;
};

} // namespace factline::canvas
