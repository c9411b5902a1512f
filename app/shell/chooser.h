// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include <QFrame>
#include <QPointer>

#include "base/element.h"
#include "picture/theme.h"

class QLineEdit;
class QListWidget;

namespace factline::shell {

/// One thing that a Chooser offers.
struct Choice {
    QString text;
    QString note; ///< quiet, beside it: the context of an element, the menu of an action
    QString keys; ///< at the right: its shortcut
    std::optional<ElementKind> kind = std::nullopt; ///< its colour before the text
    std::function<void()> run;
};

/// A field with a list below it: type a few letters, choose with the arrows, take it with Enter. Serves the
/// jump to anything and the palette of actions alike.
class Chooser : public QFrame {
    Q_OBJECT
public:
    Chooser(const picture::Theme& theme, QWidget* window);

    /// `top`: where its field stands in the window; the width is its own.
    void open(const QString& invitation, std::vector<Choice> choices, const QRect& top);
    void setTheme(const picture::Theme& theme);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void filter();
    void take(int row);
    void leave(); ///< gives the keyboard back

    picture::Theme m_theme;
    QLineEdit* m_field;
    QListWidget* m_list;
    std::vector<Choice> m_choices;
    QPointer<QWidget> m_before; ///< had the keyboard
};

} // namespace factline::shell
