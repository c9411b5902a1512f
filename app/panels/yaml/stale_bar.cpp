// SPDX-License-Identifier: Apache-2.0
#include "panels/yaml/stale_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include "picture/badge_image.h"

namespace factline::panels {

StaleBar::StaleBar(QWidget* parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_discard(new QToolButton(this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 8, 6);
    row->setSpacing(8);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setObjectName(QStringLiteral("staleText"));
    m_discard->setText(tr("Discard"));
    m_discard->setObjectName(QStringLiteral("discard"));
    m_discard->setToolTip(tr("Gives up what was typed and cannot be understood. Undo brings it back."));
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    row->addWidget(m_discard, 0, Qt::AlignTop);
    connect(m_discard, &QToolButton::clicked, this, &StaleBar::discardAsked);
    hide();
}

void StaleBar::say(const QString& text, bool canDiscard) {
    m_text->setText(text);
    m_discard->setVisible(canDiscard);
    setVisible(!text.isEmpty());
}

void StaleBar::setTheme(const picture::Theme& theme) {
    m_icon->setPixmap(QPixmap::fromImage(
        picture::badgeImage(diagram::Badge::Kind::Warning, theme, 18, devicePixelRatioF())));
    setStyleSheet(
        QStringLiteral("factline--panels--StaleBar { background: %1; border: none; }"
                       "QLabel { color: %2; background: transparent; }"
                       "QToolButton { color: %3; background: transparent; border: 1px solid %3;"
                       " border-radius: 4px; padding: 2px 10px; }"
                       "QToolButton:hover, QToolButton:focus { background: %4; }")
            .arg(theme.atRisk.fill.name(), theme.text.name(), theme.accent.name(), theme.accentFill.name()));
}

} // namespace factline::panels
