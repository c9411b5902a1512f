// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "canvas/arrangement.h"
#include "canvas/diagram_view.h"
#include "canvas/editing.h"
#include "canvas/measuring.h"
#include "canvas/mover.h"
#include "canvas/path_steps.h"
#include "canvas/pointing.h"
#include "canvas/spotlight.h"
#include "canvas/walk.h"
#include "workspace/workspace.h"

namespace factline::canvas {

class ContourKey;
class Minimap;

/// The editing surface: shows the document's picture, follows document and selection by itself, and hands
/// mouse and keys to what selects and edits.
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
    /// Lays everything out again.
    Arrangement& arrangement() { return m_arrangement; }

    void selectAll();
    void removeSelected();
    /// Declares what is selected and declared nowhere.
    void declareSelected();
    /// All of the model, also of what is still being drawn.
    void fitWhole();
    void fitSelection();
    /// Goes on along the way of a change (by 1), or back (-1): what is selected is the next node on it.
    void stepAlong(int by);
    /// Names and labels as large as they have room, at every scale that needs it, for who reads from afar.
    void setLargeNames(bool large);
    /// Dims all but what lies within one hop of what is selected; once more: two hops, and so on.
    void focusWider();
    /// How much something would hide that lies there, in pixels of the view: of the picture, most of all of
    /// what is selected or lit, and of what stands in a corner.
    double hides(const QRect& place) const;
    /// What is shown around the fact that is selected; null: nothing, or its times are not known yet.
    std::shared_ptr<const picture::Contours> contours() const { return m_spotlight.contours(); }

protected:
    QRectF watched() const override; ///< what is selected
    QString tip(const QPointF& point) const override;
    void resizeEvent(QResizeEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    std::set<ElementKey> ringed() const override;
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
    void followDocument();
    void followDrawing();
    void showPicture(const std::shared_ptr<const jobs::Drawn>& drawn);
    void followWhatIf();
    void showSupposed();
    void suppose();
    void reveal();
    void lightUp();
    void explain();
    std::set<ElementKey> lit() const; ///< or selected
    bool step(const QKeyEvent& event);
    void choose(std::size_t node); ///< and brings it into view
    /// Takes back what is under way, else the focus, else the selection.
    /// False where there was nothing of these.
    bool escape();

    workspace::Workspace m_around;
    std::filesystem::path m_file; ///< of what is shown
    Mover m_mover;
    Editing m_editing;
    Pointing m_pointing;
    Arrangement m_arrangement;
    Measuring m_measuring;
    Spotlight m_spotlight;
    Minimap* m_minimap;
    ContourKey* m_key;
    std::map<std::pair<ElementKey, Direction>, std::size_t> m_turns; ///< steps taken, until Esc
    PathSteps m_steps;
    bool m_largeNames = false;
    Viewport m_beforeFocus;                       ///< what Esc brings back
    std::set<std::size_t> m_tried;                ///< lines of hops that are tried otherwise
    ElementId m_toReveal;                         ///< once the picture has it
    std::shared_ptr<const jobs::Drawn> m_shown;   ///< without what is tried out
    std::shared_ptr<const jobs::Drawn> m_waiting; ///< came while something was dragged
    std::uint64_t m_fittedUpTo = 0;               ///< the revision that somebody wanted to see all of
};

} // namespace factline::canvas
