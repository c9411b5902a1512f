// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

#include <QFrame>
#include <QPointer>

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
    /// A question; choosing an offer closes the bar first. It comes while somebody may be typing, and leaves
    /// the keyboard where it is. `closed`: what it means to close the bar without choosing.
    void ask(const QString& text, const std::vector<Offer>& offers, const std::function<void()>& closed = {});
    /// Puts the keyboard on the first offer, until the bar is answered: the user waits for the question.
    void takeKeyboard();
    QString text() const; ///< empty while it is closed
    void setTheme(const picture::Theme& theme);

protected:
    void hideEvent(QHideEvent* event) override;

private:
    void answer(std::function<void()> act);
    void clearButtons();
    void show(const QString& text);

    picture::Theme m_theme;
    QLabel* m_icon;
    QLabel* m_text;
    QHBoxLayout* m_row;
    QToolButton* m_close;
    std::vector<QWidget*> m_buttons;
    std::function<void()> m_closed;
    QPointer<QWidget> m_before; ///< had the keyboard
    bool m_asks = false;
};

} // namespace factline::shell
