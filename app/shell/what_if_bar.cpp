// SPDX-License-Identifier: Apache-2.0
#include "shell/what_if_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include "picture/style_sheet.h"

namespace factline::shell {

WhatIfBar::WhatIfBar(jobs::WhatIf& whatIf, QWidget* parent)
    : QFrame(parent)
    , m_whatIf(whatIf)
    , m_text(new QLabel(this)) {
    setObjectName(QStringLiteral("whatIfBar"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 4, 8, 4);
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    auto* stop = new QPushButton(tr("Back to the model"), this);
    stop->setFocusPolicy(Qt::NoFocus); // the keyboard stays where the work is
    row->addWidget(stop);
    connect(stop, &QPushButton::clicked, &whatIf, [this] { m_whatIf.setOn(false); });
    connect(&whatIf, &jobs::WhatIf::switched, this, &WhatIfBar::follow);
    connect(&whatIf, &jobs::WhatIf::scenarioChanged, this, &WhatIfBar::follow);
    follow();
}

void WhatIfBar::follow() {
    setVisible(m_whatIf.isOn());
    const auto& scenario = m_whatIf.scenario();
    const int changes = static_cast<int>(scenario.set.size() + scenario.outage.size());
    m_text->setText(changes == 0
                        ? tr("What if – nothing is changed yet")
                        : tr("What if – %n thing(s) assumed, the model is as it was", nullptr, changes));
}

void WhatIfBar::setTheme(const picture::Theme& theme) {
    setStyleSheet(picture::withColours(
        QStringLiteral("#whatIfBar { background: %accentFill; border: none; border-top: 1px dashed %accent; }"
                       "QLabel { color: %text; font-weight: 600; background: transparent; }"
                       "QPushButton { color: %accent; background: %panel; border: 1px solid %line;"
                       " border-radius: 5px; padding: 3px 10px; }"),
        theme));
}

} // namespace factline::shell
