// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>

#include <QFrame>
#include <QTimer>

#include "picture/theme.h"

class QLabel;
class QPushButton;

namespace factline::shell {

/// Says in passing, over a widget, what was done; offers one thing to do about it; goes by itself. It stands
/// at the bottom or, where it would cover something there, where it covers least; when what is below it comes
/// to rest somewhere else, it goes out of the way again.
class Toast : public QFrame {
    Q_OBJECT
public:
    /// How much of the widget would be hidden there.
    using Hides = std::function<double(const QRect& place)>;
    Toast(QWidget* over, Hides hides, std::chrono::milliseconds stay = std::chrono::seconds(6));

    void say(const QString& text, const QString& action = {}, std::function<void()> act = {});
    QString text() const; ///< empty when it is gone
    void setTheme(const picture::Theme& theme);
    void follow(); ///< what is below it has moved

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    struct Place {
        QPoint at;
        double hidden = 0;
    };
    Place best() const;
    void place();
    void giveWay();

    Hides m_hides;
    QLabel* m_text;
    QPushButton* m_button;
    std::function<void()> m_act;
    QTimer m_timer;
    QTimer m_rest; ///< until nothing has moved for a moment
};

} // namespace factline::shell
