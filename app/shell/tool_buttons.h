// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

#include <QAbstractButton>
#include <QAction>

#include "base/element.h"
#include "picture/theme.h"

namespace factline::shell {

/// How much room the toolbar has, whatever its words and the window measure; each level says a little less.
enum class Room : std::uint8_t { Ample, ShortField, Tight, NoKeys };

/// A button of the toolbar that stands for an action: the colour of a kind, its name, its key as a key cap.
class ToolButton : public QAbstractButton {
    Q_OBJECT
public:
    /// `theme` is read each time it paints. `kind`: whose colour stands before the text.
    ToolButton(QAction* action, const QString& text, std::optional<ElementKind> kind,
               const picture::Theme& theme, QWidget* parent);

    void setRoom(Room room);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    int padding() const { return m_room < Room::Tight ? 10 : 6; }
    bool showsKey() const { return m_room < Room::NoKeys; } ///< its tip has it in any case

    QAction* m_action;
    std::optional<ElementKind> m_kind;
    const picture::Theme& m_theme;
    Room m_room = Room::Ample;
};

/// What looks like a field with its shortcut in it; pressed, it opens the real one.
class FieldButton : public QAbstractButton {
    Q_OBJECT
public:
    FieldButton(QAction* action, const picture::Theme& theme, QWidget* parent);

    void setRoom(Room room);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QAction* m_action;
    const picture::Theme& m_theme;
    Room m_room = Room::Ample;
};

} // namespace factline::shell
