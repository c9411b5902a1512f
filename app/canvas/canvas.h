// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "canvas/diagram_view.h"
#include "workspace/workspace.h"

namespace factline::canvas {

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

protected:
    void mark(picture::PaintOptions& options) const override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    void follow();
    void showPicture(const jobs::Drawn& drawn);
    void reveal();

    workspace::Workspace m_around;
    std::filesystem::path m_file; ///< of what is shown
    QPointF m_pressedAt;
};

} // namespace factline::canvas
