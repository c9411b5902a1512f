// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include <QWidget>

#include "shell/notice_bar.h"

class QVBoxLayout;

namespace factline::shell {

/// The bars of a window, one under the other: one for each topic, so that a question about the disk does not
/// take away what reading the model had to say.
class Notices : public QWidget {
    Q_OBJECT
public:
    explicit Notices(QWidget* parent = nullptr);

    void say(const QString& topic, const QString& text);
    void ask(const QString& topic, const QString& text, const std::vector<Offer>& offers,
             const std::function<void()>& closed = {});
    /// Puts the keyboard on a question that the user waits for.
    void takeKeyboard(const QString& topic) { bar(topic).takeKeyboard(); }
    void drop(const QString& topic);
    QString text(const QString& topic) const;
    void setTheme(const picture::Theme& theme);

private:
    NoticeBar& bar(const QString& topic);

    picture::Theme m_theme;
    QVBoxLayout* m_column;
    std::map<QString, NoticeBar*> m_bars;
};

} // namespace factline::shell
