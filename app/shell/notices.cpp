// SPDX-License-Identifier: Apache-2.0
#include "shell/notices.h"

#include <QVBoxLayout>

namespace factline::shell {

Notices::Notices(QWidget* parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this)) {
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
}

NoticeBar& Notices::bar(const QString& topic) {
    NoticeBar*& found = m_bars[topic];
    if (!found) {
        found = new NoticeBar(this);
        found->setObjectName(QStringLiteral("notice-") + topic);
        found->setTheme(m_theme);
        m_column->addWidget(found);
    }
    return *found;
}

void Notices::say(const QString& topic, const QString& text) {
    bar(topic).say(text);
}

void Notices::ask(const QString& topic, const QString& text, const std::vector<Offer>& offers,
                  const std::function<void()>& closed) {
    bar(topic).ask(text, offers, closed);
}

void Notices::drop(const QString& topic) {
    if (const auto found = m_bars.find(topic); found != m_bars.end()) found->second->say({});
}

QString Notices::text(const QString& topic) const {
    const auto found = m_bars.find(topic);
    return found == m_bars.end() ? QString() : found->second->text();
}

void Notices::setTheme(const picture::Theme& theme) {
    m_theme = theme;
    for (const auto& [topic, bar] : m_bars)
        bar->setTheme(theme);
}

} // namespace factline::shell
