// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>

#include "canvas/diagram_view.h"
#include "canvas/editing.h"
#include "canvas/lit_path.h"
#include "canvas/mover.h"
#include "canvas/rearranging.h"
#include "canvas/tools/drag.h"
#include "workspace/workspace.h"

namespace factline::canvas {

class BusyNote;
class Minimap;

/// The editing surface: shows the document's picture, follows document and selection by itself, and turns
/// mouse and keys into selecting and editing.
class Canvas : public DiagramView {
    Q_OBJECT
public:
    Canvas(const workspace::Workspace& around, const picture::Theme& theme, QWidget* parent = nullptr);
    ~Canvas() override;

    /// The command of that name ("add-fact"), with its text and key; null for one that there is not.
    QAction* action(const char* id) const;

    /// What the current one of the selection is called in the picture; nothing where it is not drawn.
    std::optional<ElementKey> selected() const;

    void setTheme(const picture::Theme& theme) override;

    Editing& editing() { return m_editing; }

    void selectAll();
    void removeSelected();
    void fitSelection();
    /// Dims all but what lies within one hop of what is selected; once more: two hops, and so on.
    void focusWider();
    /// Asks for a new layout of everything; it is shown on its way and is one step.
    void arrange();
    void cancelArrange();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void mark(picture::PaintOptions& options) const override;
    void paintDiagram(QPainter& painter, const picture::PaintOptions& options) const override;
    void paintOver(QPainter& painter) const override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Press {
        QPointF at;
        ElementId hit;
        ElementId linkFrom; ///< whose handle was pressed
        Qt::KeyboardModifiers modifiers;
    };

    void follow();
    void showPicture(const std::shared_ptr<const jobs::Drawn>& drawn);
    void reveal();
    void lightUp();
    void addCommands();
    void beginDrag();
    void endDrag(const QPointF& at);
    void rearrange(const diagram::Positions& positions);
    void setArranging(bool arranging);
    bool step(const QKeyEvent& event);
    /// Takes back what is under way, else the focus, else the selection.
    void escape();
    void hover(const QPointF& at);
    /// The nodes that show a handle, as indexes.
    std::vector<std::size_t> handles() const;
    ElementId handleAt(const QPointF& at) const;

    workspace::Workspace m_around;
    std::filesystem::path m_file; ///< of what is shown
    Mover m_mover;
    Editing m_editing;
    Minimap* m_minimap;
    BusyNote* m_busy;
    Rearranging* m_rearranging;
    std::optional<Press> m_press;
    std::unique_ptr<Drag> m_drag;
    std::shared_ptr<const jobs::Drawn> m_waiting; ///< came while something was dragged
    Light m_path;                                 ///< of the one node that is selected
    Light m_focus;
    std::size_t m_hops = 0;               ///< 0: no focus
    std::optional<QPointF> m_pointer;     ///< where it was last, while it is over the canvas
    std::optional<std::size_t> m_hovered; ///< index of a node
};

} // namespace factline::canvas
