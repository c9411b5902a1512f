// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QToolBar>

#include "jobs/judge.h"
#include "picture/theme.h"

class QDockWidget;

namespace factline::shell {

class Actions;
class FieldButton;
class StageChooser;

/// The bar below the menus: undo, redo, what adds an element (with its colour and its key), the stage, and at
/// the right end the field that jumps to anything.
class ToolBar : public QToolBar {
    Q_OBJECT
public:
    ToolBar(const Actions& actions, const document::Document& document, jobs::Judge& judge,
            const picture::Theme& theme, QWidget* window);

    void setTheme(const picture::Theme& theme);
    /// While the panel at the left side is not seen, a button at this end brings it back.
    void offer(QAction* panel, const QDockWidget* dock);
    const StageChooser& stage() const { return *m_stage; }
    QRect jumpField() const; ///< in the window's coordinates

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fit();

    picture::Theme m_theme; ///< its buttons read it whenever they paint
    StageChooser* m_stage;
    FieldButton* m_jump;
};

} // namespace factline::shell
