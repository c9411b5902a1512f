// SPDX-License-Identifier: Apache-2.0
#include "shell/notice_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include "picture/badge_image.h"

namespace factline::shell {

NoticeBar::NoticeBar(QWidget* parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_close(new QToolButton(this)) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 8, 8);
    layout->setSpacing(8);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setText(QStringLiteral("×"));
    m_close->setAutoRaise(true);
    m_close->setToolTip(tr("Close"));
    m_close->setAccessibleName(tr("Close the notice"));
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_close, 0, Qt::AlignTop);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    hide();
}

void NoticeBar::say(const QString& text) {
    m_text->setText(text);
    setVisible(!text.isEmpty());
}

QString NoticeBar::text() const {
    return isHidden() ? QString() : m_text->text();
}

void NoticeBar::setTheme(const picture::Theme& theme) {
    m_icon->setPixmap(
        QPixmap::fromImage(picture::badgeImage(diagram::Badge::Kind::Error, theme, 18, devicePixelRatioF())));
    setStyleSheet(
        QStringLiteral("factline--shell--NoticeBar { background: %1; } QLabel, QToolButton { color: %2; "
                       "background: transparent; border: none; }")
            .arg(theme.broken.fill.name(), theme.text.name()));
}

} // namespace factline::shell
