// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

#include "picture/theme.h"

class QLabel;
class QToolButton;

namespace factline::shell {

/// A bar above the picture that says what went wrong, until it is closed or the cause is gone.
class NoticeBar : public QFrame {
    Q_OBJECT
public:
    explicit NoticeBar(QWidget* parent = nullptr);

    void say(const QString& text);
    QString text() const;
    void setTheme(const picture::Theme& theme);

private:
    QLabel* m_icon;
    QLabel* m_text;
    QToolButton* m_close;
};

} // namespace factline::shell
