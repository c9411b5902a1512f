// SPDX-License-Identifier: Apache-2.0
#include "canvas/what_if_note.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include "picture/shapes.h"
#include "picture/style_sheet.h"

namespace factline::canvas {

WhatIfNote::WhatIfNote(jobs::WhatIf& whatIf, DiagramView& view)
    : QFrame(&view)
    , m_view(view)
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

/// How much of the contexts, in square units.
double WhatIfNote::hidden(const QRect& place) const {
    if (!m_view.hasDiagram()) return 0;
    const QRectF covered = m_view.viewport().toDiagram(QRectF(place));
    double area = 0;
    for (const auto& context : m_view.diagram().contexts) {
        const QRectF shared = picture::toQt(context.rect) & covered;
        area += shared.width() * shared.height();
    }
    return area;
}

void WhatIfNote::place() {
    adjustSize();
    constexpr int margin = 12;
    const int right = m_view.width() - width() - margin, below = m_view.height() - height() - margin;
    const int middle = (m_view.width() - width()) / 2;
    // The fourth corner belongs to the overview.
    QPoint best(middle, margin);
    double least = hidden(QRect(best, size()));
    for (const QPoint& at :
         {QPoint(margin, margin), QPoint(right, margin), QPoint(middle, below), QPoint(margin, below)}) {
        if (const double area = hidden(QRect(at, size())); area < least) {
            best = at;
            least = area;
        }
    }
    move(best);
}

} // namespace factline::canvas
