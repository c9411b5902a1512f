// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

#include <QFrame>

#include "picture/theme.h"

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace factline::shell {

/// A button that a notice or a toast offers.
struct Offer {
    QString text;
    std::function<void()> act;
};

/// A bar above the picture that says what went wrong, or asks without being in the way: it stays until it is
/// answered or closed.
class NoticeBar : public QFrame {
    Q_OBJECT
public:
    explicit NoticeBar(QWidget* parent = nullptr);

    /// What went wrong; empty: nothing any more.
    void say(const QString& text);
    /// A question; choosing an offer closes the bar first. The first one is the button that Enter means.
    void ask(const QString& text, const std::vector<Offer>& offers);
    QString text() const; ///< empty while it is closed
    void setTheme(const picture::Theme& theme);

private:
    void clearButtons();
    void show(const QString& text);

    picture::Theme m_theme;
    QLabel* m_icon;
    QLabel* m_text;
    QHBoxLayout* m_row;
    QToolButton* m_close;
    std::vector<QWidget*> m_buttons;
    bool m_asks = false;
};

} // namespace factline::shell
