// SPDX-License-Identifier: Apache-2.0
#include "canvas/busy_note.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace factline::canvas {

BusyNote::BusyNote(QWidget* parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_cancel(new QPushButton(tr("Cancel"), this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 8, 8);
    row->setSpacing(16);
    row->addWidget(m_text);
    row->addWidget(m_cancel);
    m_cancel->setFocusPolicy(Qt::NoFocus);
    m_cancel->setToolTip(tr("Esc"));
    connect(m_cancel, &QPushButton::clicked, this, &BusyNote::cancelled);
    hide();
}

void BusyNote::say(const QString& text) {
    m_text->setText(text);
    place();
    show();
    raise();
}

void BusyNote::setTheme(const picture::Theme& theme) {
    setStyleSheet(QStringLiteral("factline--canvas--BusyNote { background: %1; border: 1px solid %2;"
                                 " border-radius: 8px; } QLabel { color: %3; }")
                      .arg(theme.panel.name(), theme.hairline.name(), theme.text.name()));
}

void BusyNote::place() {
    adjustSize();
    if (parentWidget()) move((parentWidget()->width() - width()) / 2, 16);
}

} // namespace factline::canvas
