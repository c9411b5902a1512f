// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

#include "picture/theme.h"

class QLabel;
class QToolButton;

namespace factline::panels {

/// A quiet bar that says why the picture is not of the text below it, and offers to discard what was typed.
class StaleBar : public QFrame {
    Q_OBJECT
public:
    explicit StaleBar(QWidget* parent = nullptr);

    /// Empty: nothing to say.
    void say(const QString& text, bool canDiscard);
    void setTheme(const picture::Theme& theme);

signals:
    void discardAsked();

private:
    QLabel* m_icon;
    QLabel* m_text;
    QToolButton* m_discard;
};

} // namespace factline::panels
