// SPDX-License-Identifier: Apache-2.0
#include "shell/notice_bar.h"

#include <utility>

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include "picture/badge_image.h"

namespace factline::shell {

NoticeBar::NoticeBar(QWidget* parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_row(new QHBoxLayout(this))
    , m_close(new QToolButton(this)) {
    m_row->setContentsMargins(16, 8, 8, 8);
    m_row->setSpacing(8);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setText(QStringLiteral("×"));
    m_close->setAutoRaise(true);
    m_close->setToolTip(tr("Close"));
    m_close->setAccessibleName(tr("Close the notice"));
    m_row->addWidget(m_icon);
    m_row->addWidget(m_text, 1);
    m_row->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, [this] { answer(m_closed); });
    hide();
}

void NoticeBar::say(const QString& text) {
    clearButtons();
    m_asks = false;
    m_closed = nullptr;
    show(text);
}

void NoticeBar::ask(const QString& text, const std::vector<Offer>& offers,
                    const std::function<void()>& closed) {
    clearButtons();
    m_asks = true;
    m_closed = closed;
    for (const Offer& offer : offers) {
        auto* button = new QPushButton(offer.text, this);
        button->setAutoDefault(true);
        button->setFocusPolicy(Qt::TabFocus); // a click leaves the keyboard where it is
        connect(button, &QPushButton::clicked, this, [this, act = offer.act] { answer(act); });
        m_row->insertWidget(m_row->count() - 1, button);
        m_buttons.push_back(button);
    }
    show(text);
}

/// By value: it may ask the next question.
void NoticeBar::answer(std::function<void()> act) {
    hide();
    if (const auto does = std::move(act)) does(); // it may take down this bar and what it keeps
}

void NoticeBar::takeKeyboard() {
    if (m_buttons.empty()) return;
    QWidget* now = QApplication::focusWidget();
    if (!now || !isAncestorOf(now)) m_before = now;
    m_buttons.front()->setFocus();
}

void NoticeBar::hideEvent(QHideEvent* event) {
    QFrame::hideEvent(event);
    if (m_before) m_before->setFocus();
    m_before.clear();
}

void NoticeBar::clearButtons() {
    for (QWidget* button : m_buttons) {
        m_row->removeWidget(button);
        button->hide();
        button->deleteLater(); // it may be the one whose click led here
    }
    m_buttons.clear();
}

void NoticeBar::show(const QString& text) {
    m_text->setText(text);
    setAccessibleName(text);
    setTheme(m_theme);
    setVisible(!text.isEmpty());
}

QString NoticeBar::text() const {
    return isHidden() ? QString() : m_text->text();
}

void NoticeBar::setTheme(const picture::Theme& theme) {
    m_theme = theme;
    if (theme.name.empty()) return;
    const auto badge = m_asks ? diagram::Badge::Kind::Hint : diagram::Badge::Kind::Error;
    m_icon->setPixmap(QPixmap::fromImage(picture::badgeImage(badge, theme, 18, devicePixelRatioF())));
    setStyleSheet(
        QStringLiteral("factline--shell--NoticeBar { background: %1; border-bottom: 1px solid %3; } "
                       "QLabel, QToolButton { color: %2; background: transparent; border: none; } "
                       "QToolButton { font-size: 16px; padding: 2px 6px; }")
            .arg((m_asks ? theme.accentFill : theme.broken.fill).name(), theme.text.name(),
                 theme.hairline.name()));
}

} // namespace factline::shell
