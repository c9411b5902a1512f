// SPDX-License-Identifier: Apache-2.0
#include "panels/what_if/outage_card.h"

#include <algorithm>
#include <cmath>

#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "freshness/spoken.h"
#include "panels/calm_box.h"
#include "panels/role_label.h"
#include "panels/what_if/chart_view.h"
#include "panels/what_if/dial_row.h"
#include "picture/outage_chart.h"
#include "picture/text.h"

namespace factline::panels {

namespace {

using picture::toQString;

constexpr int chartHeight = 230;  ///< pixels
constexpr int longestOutage = 60; ///< minutes, with the slider
constexpr int stepsAMinute = 10;

} // namespace

OutageCard::OutageCard(const workspace::Workspace& around, const picture::Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_around(around)
    , m_context(new CalmBox(this))
    , m_minutes(new DialSlider(this))
    , m_duration(new QLineEdit(this))
    , m_said(roleLabel({}, "quiet", this))
    , m_chart(new ChartView(chartHeight, around.exporting, theme, this))
    , m_further(roleLabel({}, "quiet", this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_context->setObjectName(QStringLiteral("outageContext"));
    m_context->setAccessibleName(tr("Context that is down"));
    m_context->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    column->addWidget(m_context);
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    m_minutes->setObjectName(QStringLiteral("outageSlider"));
    m_minutes->setRange(0, longestOutage * stepsAMinute);
    m_minutes->setSingleStep(stepsAMinute);
    m_minutes->setPageStep(5 * stepsAMinute);
    m_minutes->setMarks(0.0, std::nullopt);
    m_minutes->setTheme(theme);
    m_duration->setObjectName(QStringLiteral("outageDuration"));
    m_duration->setFixedWidth(76);
    m_duration->setAlignment(Qt::AlignRight);
    for (QWidget* widget : {static_cast<QWidget*>(m_minutes), static_cast<QWidget*>(m_duration)})
        widget->setAccessibleName(tr("How long it is down"));
    row->addWidget(m_minutes, 1);
    row->addWidget(m_duration);
    column->addLayout(row);
    column->addWidget(m_said);
    m_chart->setObjectName(QStringLiteral("outageChart"));
    column->addWidget(m_chart);
    m_said->setObjectName(QStringLiteral("outageSaid"));
    m_further->setObjectName(QStringLiteral("outageFurther"));
    column->addWidget(m_further);
    const auto slid = [this] { assume(static_cast<double>(m_minutes->value()) / stepsAMinute); };
    connect(m_minutes, &QSlider::valueChanged, this, slid);
    connect(m_context, &QComboBox::activated, this, slid);
    connect(m_duration, &QLineEdit::editingFinished, this, &OutageCard::type);
}

void OutageCard::setTheme(const picture::Theme& theme) {
    m_chart->setTheme(theme);
    m_minutes->setTheme(theme);
}

void OutageCard::assume(double minutes) {
    const QString context = m_context->currentText();
    if (context.isEmpty()) return;
    m_around.whatIf.setOutage(context.toStdString(),
                              std::chrono::seconds(static_cast<std::int64_t>(std::lround(minutes * 60))));
}

void OutageCard::type() {
    if (!m_duration->isModified()) return;
    m_duration->setModified(false);
    QString text = m_duration->text().remove(QLatin1Char(' '));
    text.replace(QLatin1String("min"), QLatin1String("m"));
    if (const auto duration = parseDuration(text.toStdString()); duration || text.isEmpty())
        m_around.whatIf.setOutage(m_context->currentText().toStdString(), duration ? *duration : Duration{});
    else {
        m_around.prompts.notice(tr("“%1” is no duration. Write for example 90s, 10m or 2h.").arg(text));
        fill(m_near);
    }
}

void OutageCard::offer(const ContextName& near) {
    QStringList contexts, shown;
    for (const auto& context : m_around.document.snapshot()->model.contexts)
        contexts += toQString(context->name);
    for (int i = 0; i < m_context->count(); ++i)
        shown += m_context->itemText(i);
    const QString chosen = shown.isEmpty() ? toQString(near) : m_context->currentText();
    if (shown != contexts) {
        m_context->clear();
        m_context->addItems(contexts);
        m_context->setCurrentIndex(std::max(0, m_context->findText(chosen)));
    }
}

void OutageCard::fill(const ContextName& near) {
    if (!m_around.document.isOpen()) return;
    m_near = near;
    offer(near);
    const auto& assumed = m_around.whatIf.scenario().outage;
    const double minutes = assumed.empty() ? 0 : toSeconds(assumed.front().second) / 60;
    if (!assumed.empty()) m_context->setCurrentIndex(m_context->findText(toQString(assumed.front().first)));
    if (!m_minutes->isSliderDown()) {
        const QSignalBlocker quiet(m_minutes);
        m_minutes->setValue(static_cast<int>(
            std::lround(std::min(minutes, static_cast<double>(longestOutage)) * stepsAMinute)));
    }
    if (!m_duration->isModified()) m_duration->setText(toQString(freshness::spokenTime(minutes * 60)));
    const auto& latest = m_around.whatIf.latest();
    const bool known = latest && !latest->analysis->outages.empty() && minutes > 0;
    m_chart->setVisible(known);
    m_further->setVisible(known);
    if (!known) {
        m_said->setText(
            tr("Assume that a context is down, and see what waits, how far readers fall behind and for "
               "how long promises are broken."));
        return;
    }
    const auto& outage = latest->analysis->outages.front();
    QStringList first, further;
    for (const auto& sentence : freshness::sentencesOn(outage))
        (sentence.counts ? first : further) += toQString(sentence.text);
    m_said->setText(first.join(QLatin1Char(' ')));
    m_further->setText(further.join(QLatin1Char('\n')));
    m_further->setVisible(!further.isEmpty());
    m_chart->show([outage](const QSizeF& size) { return picture::outageChart(outage, size); });
}

} // namespace factline::panels
