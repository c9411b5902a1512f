// SPDX-License-Identifier: Apache-2.0
#include "panels/what_if/scenario_delegate.h"

#include <QPainter>

#include "freshness/spoken.h"
#include "freshness/verdict.h"
#include "picture/text.h"
#include "viewmodels/scenario_table.h"
#include "viewmodels/verdicts.h"

namespace factline::panels {

namespace {

using viewmodels::ScenarioTable;

QString signOf(freshness::Verdict verdict) {
    switch (verdict) {
    case freshness::Verdict::Proven:
    case freshness::Verdict::Expected:
        return QStringLiteral("✓");
    case freshness::Verdict::AtRisk:
        return QStringLiteral("!");
    case freshness::Verdict::Impossible:
        return QStringLiteral("✕");
    case freshness::Verdict::Unknown:
        break;
    }
    return QStringLiteral("?");
}

} // namespace

ScenarioDelegate::ScenarioDelegate(const picture::Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme) {}

QString ScenarioDelegate::textOf(const QModelIndex& index) const {
    QString text = index.data(Qt::DisplayRole).toString();
    const QVariant verdict = index.data(ScenarioTable::VerdictRole);
    if (verdict.isValid()) {
        const QString sign = signOf(static_cast<freshness::Verdict>(verdict.toInt()));
        if (text != sign) text = sign + QLatin1Char(' ') + text; // not "? ?"
    }
    const QVariant budget = index.data(ScenarioTable::BudgetRole);
    if (budget.isValid() && index.data(ScenarioTable::DiffersRole).toBool() && budget.toDouble() > 1)
        text += tr(", budget %1").arg(picture::toQString(freshness::spokenBudget(budget.toDouble())));
    return text;
}

QSize ScenarioDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    return {QFontMetrics(option.font).horizontalAdvance(textOf(index)) + 26, 28};
}

void ScenarioDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const {
    const QVariant verdict = index.data(ScenarioTable::VerdictRole);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF pill = QRectF(option.rect).adjusted(3, 4, -3, -4);
    QColor colour = m_theme.quietText;
    if (verdict.isValid()) {
        const auto colours =
            m_theme.badge(viewmodels::stateOf(static_cast<freshness::Verdict>(verdict.toInt())));
        const bool quiet = index.column() > 0 && !index.data(ScenarioTable::DiffersRole).toBool();
        colour = quiet ? m_theme.quietText : colours.text;
        painter->setPen(Qt::NoPen);
        painter->setBrush(quiet ? m_theme.window : colours.fill);
        painter->drawRoundedRect(pill, 6, 6);
    }
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(m_theme.accent);
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(pill.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }
    painter->setPen(colour);
    painter->setFont(option.font);
    const QString text =
        option.fontMetrics.elidedText(textOf(index), Qt::ElideRight, static_cast<int>(pill.width()) - 12);
    painter->drawText(pill.adjusted(8, 0, -4, 0), Qt::AlignLeft | Qt::AlignVCenter, text);
    painter->restore();
}

} // namespace factline::panels
