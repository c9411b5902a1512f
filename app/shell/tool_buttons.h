// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QAbstractButton>
#include <QAction>

#include "base/element.h"
#include "picture/theme.h"

namespace factline::shell {

/// A button of the toolbar that stands for an action: the colour of a kind, its name, its key as a key cap.
class ToolButton : public QAbstractButton {
    Q_OBJECT
public:
    /// `theme` is read each time it paints. `kind`: whose colour stands before the text.
    ToolButton(QAction* action, const QString& text, std::optional<ElementKind> kind,
               const picture::Theme& theme, QWidget* parent);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    QAction* m_action;
    std::optional<ElementKind> m_kind;
    const picture::Theme& m_theme;
};

/// What looks like a field with its shortcut in it; pressed, it opens the real one.
class FieldButton : public QAbstractButton {
    Q_OBJECT
public:
    FieldButton(QAction* action, const picture::Theme& theme, QWidget* parent);

    QSize sizeHint() const override { return {250, 30}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QAction* m_action;
    const picture::Theme& m_theme;
};

} // namespace factline::shell
