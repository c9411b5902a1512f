// SPDX-License-Identifier: Apache-2.0
#include "canvas/what_if_note.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include "picture/style_sheet.h"

namespace factline::canvas {

WhatIfNote::WhatIfNote(jobs::WhatIf& whatIf, QWidget* parent)
    : QFrame(parent)
    , m_whatIf(whatIf)
    , m_text(new QLabel(this)) {
    setObjectName(QStringLiteral("whatIfNote"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 4, 6, 4);
    row->setSpacing(12);
    row->addWidget(m_text);
    auto* stop = new QPushButton(tr("Back to the model"), this);
    stop->setFocusPolicy(Qt::NoFocus);
    row->addWidget(stop);
    connect(stop, &QPushButton::clicked, &whatIf, [this] { m_whatIf.setOn(false); });
    connect(&whatIf, &jobs::WhatIf::switched, this, &WhatIfNote::follow);
    connect(&whatIf, &jobs::WhatIf::scenarioChanged, this, &WhatIfNote::follow);
    follow();
}

void WhatIfNote::follow() {
    if (!m_whatIf.isOn()) return hide();
    const auto& scenario = m_whatIf.scenario();
    const int changes = static_cast<int>(scenario.set.size() + scenario.outage.size());
    m_text->setText(changes == 0
                        ? tr("What if – nothing is changed yet")
                        : tr("What if – %n thing(s) assumed, the model is as it was", nullptr, changes));
    place();
    show();
    raise();
}

void WhatIfNote::setTheme(const picture::Theme& theme) {
    setStyleSheet(picture::withColours(
        QStringLiteral(
            "#whatIfNote { background: %accentFill; border: 1px dashed %accent; border-radius: 8px; }"
            "QLabel { color: %text; font-weight: 600; background: transparent; }"
            "QPushButton { color: %accent; background: %panel; border: 1px solid %line;"
            " border-radius: 5px; padding: 3px 10px; }"),
        theme));
}

void WhatIfNote::place() {
    adjustSize();
    if (parentWidget()) move((parentWidget()->width() - width()) / 2, 12);
}

} // namespace factline::canvas
