// SPDX-License-Identifier: Apache-2.0
#include "panels/what_if/what_if_panel.h"

#include <algorithm>
#include <utility>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTableView>
#include <QVBoxLayout>

#include "panels/calm_box.h"
#include "panels/metrics.h"
#include "panels/role_label.h"
#include "panels/what_if/dial_row.h"
#include "panels/what_if/outage_card.h"
#include "panels/what_if/scenario_delegate.h"
#include "picture/style_sheet.h"
#include "picture/text.h"
#include "viewmodels/hop_words.h"
#include "viewmodels/verdicts.h"

namespace factline::panels {

namespace {

using freshness::Row;
using picture::toQString;

QString verdictText(const Row& row) {
    if (!row.answer || !row.answer->timeOfAll()) return WhatIfPanel::tr("an unknown time");
    const QString time = viewmodels::timeWords(*row.answer->timeOfAll());
    return row.verdict ? WhatIfPanel::tr("%1, %2").arg(time, viewmodels::verdictWords(*row.verdict)) : time;
}

/// What has become of a promise; a verdict that stays is said once.
QString shiftText(const Row& usual, const Row& now) {
    const QString before = verdictText(usual);
    QString after = verdictText(now);
    if (before == after) return after;
    const auto timeOf = [](const Row& row) { return row.answer ? row.answer->timeOfAll() : std::nullopt; };
    if (now.verdict && usual.verdict == now.verdict && timeOf(usual) && timeOf(now))
        return WhatIfPanel::tr("%1 instead of %2, still %3")
            .arg(viewmodels::timeWords(*timeOf(now)), viewmodels::timeWords(*timeOf(usual)),
                 viewmodels::verdictWords(*now.verdict));
    return WhatIfPanel::tr("%1, instead of %2").arg(after, before);
}

const char* roleOf(const Row& row) {
    if (!row.verdict || *row.verdict == freshness::Verdict::Unknown) return "quiet";
    if (*row.verdict == freshness::Verdict::AtRisk) return "atRisk";
    return *row.verdict == freshness::Verdict::Impossible ? "broken" : "kept";
}

void setRole(QLabel* label, const char* role) {
    if (label->property("role").toString() == QLatin1String(role)) return;
    label->setProperty("role", QString::fromLatin1(role));
    label->setStyleSheet(label->styleSheet()); // looked up again
}

QString nameOf(const viewmodels::Dial& dial) {
    return WhatIfPanel::tr("%1, %2").arg(dial.hop, dial.what);
}

} // namespace

WhatIfPanel::WhatIfPanel(const workspace::Workspace& around, const picture::Theme& theme, QWidget* parent)
    : Panel(parent)
    , m_around(around)
    , m_theme(theme)
    , m_start(makeStart())
    , m_body(new QWidget)
    , m_scroll(new QScrollArea(this)) {
    m_body->setObjectName(QStringLiteral("whatIfBody"));
    auto* rows = new QVBoxLayout(m_body);
    rows->setContentsMargins(panelInset, 8, panelInset, 12);
    rows->setSpacing(6);
    addPromise(*rows);
    rows->addSpacing(6);
    rows->addWidget(roleLabel(tr("Outage"), "heading", m_body));
    m_outage = new OutageCard(around, theme, m_body);
    rows->addWidget(m_outage);
    addComparison(*rows);
    rows->addStretch(1);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(m_body);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_start);
    column->addWidget(m_scroll, 1);
    addSteps(*column);
    setFocusProxy(m_choice);

    auto& whatIf = m_around.whatIf;
    connect(&whatIf, &jobs::WhatIf::switched, this, &WhatIfPanel::follow);
    connect(&whatIf, &jobs::WhatIf::scenarioChanged, this, [this] { m_outage->fill(m_way.first.context); });
    connect(&whatIf, &jobs::WhatIf::supposed, this, &WhatIfPanel::follow);
    connect(&whatIf, &jobs::WhatIf::comparedChanged, this, &WhatIfPanel::fillScenarios);
    connect(&m_around.selection, &viewmodels::Selection::changed, this, &WhatIfPanel::followSelection);
    setTheme(theme);
    follow();
}

QWidget* WhatIfPanel::makeStart() {
    auto* start = new QWidget(this);
    start->setObjectName(QStringLiteral("whatIfBody"));
    auto* column = new QVBoxLayout(start);
    column->setContentsMargins(panelInset, 12, panelInset, 12);
    column->setSpacing(12);
    column->addWidget(
        roleLabel(tr("Try a change before you make it: turn how long a hop takes, assume an outage, and see "
                     "which promises hold. Nothing reaches the model until you apply it."),
                  "quiet", start));
    auto* begin = new QPushButton(tr("Start what-if"), start);
    begin->setObjectName(QStringLiteral("startWhatIf"));
    connect(begin, &QPushButton::clicked, this, [this] { m_around.whatIf.setOn(true); });
    column->addWidget(begin, 0, Qt::AlignLeft);
    column->addStretch(1);
    return start;
}

void WhatIfPanel::addPromise(QVBoxLayout& column) {
    m_choice = new CalmBox(m_body);
    m_choice->setObjectName(QStringLiteral("whatIfView"));
    m_choice->setAccessibleName(tr("View and change"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(m_choice, &QComboBox::activated, this, [this](int choice) {
        m_way = m_ways.at(static_cast<std::size_t>(choice));
        follow();
    });
    column.addWidget(m_choice);
    m_verdict = roleLabel({}, "quiet", m_body);
    m_verdict->setObjectName(QStringLiteral("whatIfVerdict"));
    column.addWidget(m_verdict);
    m_problem = roleLabel({}, "broken", m_body);
    column.addWidget(m_problem);
    m_rows = new QVBoxLayout;
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(2);
    column.addLayout(m_rows);
}

void WhatIfPanel::addComparison(QVBoxLayout& column) {
    column.addSpacing(6);
    m_tableTitle = roleLabel(tr("Scenarios side by side"), "heading", m_body);
    column.addWidget(m_tableTitle);
    m_table = new QTableView(m_body);
    m_table->setObjectName(QStringLiteral("scenarioTable"));
    m_table->setModel(&m_model);
    m_delegate = new ScenarioDelegate(m_theme, this);
    m_table->setItemDelegate(m_delegate);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(28);
    m_table->verticalHeader()->setMaximumWidth(104);
    m_table->horizontalHeader()->setTextElideMode(Qt::ElideRight);
    column.addWidget(m_table);
    auto* row = new QHBoxLayout;
    m_scenario = new CalmBox(m_body);
    m_scenario->setObjectName(QStringLiteral("scenarioChoice"));
    m_scenario->setAccessibleName(tr("Go on from a scenario"));
    m_scenario->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(m_scenario, &QComboBox::activated, this, [this](int choice) {
        const auto& compared = m_around.whatIf.compared();
        if (choice > 0 && static_cast<std::size_t>(choice) <= compared.size())
            m_around.whatIf.take(Scenario(compared[static_cast<std::size_t>(choice) - 1].scenario));
        m_scenario->setCurrentIndex(0);
    });
    row->addWidget(m_scenario, 1);
    column.addLayout(row);
}

void WhatIfPanel::addSteps(QVBoxLayout& column) {
    auto* bar = new QWidget(this);
    bar->setObjectName(QStringLiteral("whatIfSteps"));
    auto* rows = new QVBoxLayout(bar);
    rows->setContentsMargins(panelInset, 8, panelInset, 8);
    rows->setSpacing(6);
    auto* keeping = new QHBoxLayout;
    m_name = new QLineEdit(bar);
    m_name->setObjectName(QStringLiteral("scenarioName"));
    m_name->setPlaceholderText(tr("Name of a scenario"));
    m_name->setAccessibleName(tr("Name of a scenario"));
    m_keep = new QPushButton(tr("Keep as scenario"), bar);
    m_keep->setObjectName(QStringLiteral("keepScenario"));
    keeping->addWidget(m_name, 1);
    keeping->addWidget(m_keep);
    rows->addLayout(keeping);
    auto* steps = new QHBoxLayout;
    m_apply = new QPushButton(tr("Apply to the model"), bar);
    m_apply->setObjectName(QStringLiteral("applyWhatIf"));
    m_reset = new QPushButton(tr("Reset"), bar);
    m_reset->setObjectName(QStringLiteral("resetWhatIf"));
    steps->addWidget(m_apply);
    steps->addWidget(m_reset);
    steps->addStretch(1);
    rows->addLayout(steps);
    column.addWidget(bar);
    const auto keep = [this] {
        const auto done = m_around.whatIf.keepAs(m_name->text().toStdString());
        if (done) m_name->clear();
        say(done);
    };
    connect(m_keep, &QPushButton::clicked, this, keep);
    connect(m_name, &QLineEdit::returnPressed, this, keep);
    connect(m_apply, &QPushButton::clicked, this, [this] { say(m_around.whatIf.apply()); });
    connect(m_reset, &QPushButton::clicked, this, [this] { m_around.whatIf.clear(); });
}

void WhatIfPanel::setTheme(const picture::Theme& theme) {
    m_theme = theme;
    const auto role = [](const char* name, const QColor& colour) {
        return QStringLiteral("QLabel[role=\"%1\"] { color: %2; font-weight: 600; }")
            .arg(QLatin1String(name), colour.name());
    };
    setStyleSheet(
        picture::withColours(QStringLiteral(R"(QScrollArea, #whatIfBody, #whatIfSteps { background: %panel; }
#whatIfSteps { border-top: 1px solid %line; }
QLabel { color: %text; background: transparent; }
QLabel[role="quiet"], QLabel[role="heading"] { color: %quiet; }
QLabel[role="heading"] { font-weight: 600; }
QComboBox, QLineEdit { background: %window; border: 1px solid %line; border-radius: 5px; padding: 3px 8px; color: %text; }
QComboBox:focus, QLineEdit:focus { border: 1px solid %accent; background: %panel; }
QComboBox::drop-down { border: none; width: 18px; }
QPushButton { color: %accent; background: %panel; border: 1px solid %line; border-radius: 5px; padding: 4px 10px; }
QPushButton:hover { background: %accentFill; }
QPushButton:focus { border: 1px solid %accent; }
QPushButton:disabled { color: %quiet; }
QToolButton { color: %accent; border: none; padding: 2px 4px; border-radius: 4px; font-size: 15px; }
QToolButton:hover, QToolButton:focus { background: %accentFill; }
QTableView { background: %panel; }
QHeaderView, QTableCornerButton::section { background: %panel; border: none; }
QHeaderView::section { background: %panel; color: %quiet; border: none; padding: 2px 6px 2px 4px; })"),
                             theme) +
        role("kept", theme.kept.text) + role("atRisk", theme.atRisk.text) +
        role("broken", theme.broken.text));
    m_delegate->setTheme(theme);
    m_outage->setTheme(theme);
    m_places.clear(); // the sliders are made anew
    follow();
}

/// A view that is selected is the one whose hops are turned; anything else leaves what is shown.
void WhatIfPanel::followSelection() {
    if (m_around.whatIf.latest() && takeSelected()) follow();
}

bool WhatIfPanel::takeSelected() {
    if (!m_around.selection.current()) return false;
    const auto& usual = *m_around.whatIf.latest()->usual;
    const auto chosen = std::ranges::find_if(usual.rows, [&](const auto& row) {
        return row->route.view && row->route.view->id == m_around.selection.current() && !row->hops.empty();
    });
    if (chosen == usual.rows.end()) return false;
    m_way = {(*chosen)->route.viewRef, (*chosen)->route.change};
    if (const auto worst = freshness::worstRows(usual); worst.contains(m_way.first))
        if (const Row* row = worst.at(m_way.first); !row->hops.empty()) m_way.second = row->route.change;
    return true;
}

void WhatIfPanel::follow() {
    const auto& latest = m_around.whatIf.latest();
    const bool on = m_around.whatIf.isOn();
    m_start->setVisible(!on);
    m_scroll->setVisible(on);
    m_name->parentWidget()->setVisible(on);
    m_begins = m_begins || !on;
    if (!on || !latest) return;
    if (std::exchange(m_begins, false)) takeSelected();
    offer();
    fillDials();
    sayPromise();
    m_outage->fill(m_way.first.context);
    if (latest->usual != m_usual)
        fillScenarios();
    else
        m_model.change(1, latest->analysis);
}

/// What can be chosen: promises first, the worst of them where nothing was chosen before.
void WhatIfPanel::offer() {
    const auto& analysis = *m_around.whatIf.latest()->usual;
    std::vector<Way> ways, others;
    for (const auto& row : analysis.rows)
        if (!row->hops.empty())
            (row->within ? ways : others).emplace_back(row->route.viewRef, row->route.change);
    ways.insert(ways.end(), others.begin(), others.end());
    if (std::ranges::find(ways, m_way) == ways.end()) {
        m_way = ways.empty() ? Way{} : ways.front();
        const Row* worst = nullptr;
        for (const auto& [view, row] : freshness::worstRows(analysis)) {
            const auto fare = [](const Row& one) {
                return freshness::Fare{*one.verdict, one.answer ? one.answer->timeOfAll() : std::nullopt};
            };
            if (row->hops.empty() || !row->answer) continue;
            if (!worst || freshness::isWorse(fare(*row), fare(*worst))) worst = row;
        }
        if (worst) m_way = {worst->route.viewRef, worst->route.change};
    }
    if (ways != m_ways) {
        m_ways = std::move(ways);
        m_choice->clear();
        for (const auto& [view, change] : m_ways) {
            // Their own names, which have room; the whole ones in the tip.
            m_choice->addItem(tr("%1 after %2").arg(toQString(view.name), toQString(change.name)));
            m_choice->setItemData(
                m_choice->count() - 1,
                tr("%1 after %2").arg(toQString(toString(view)), toQString(toString(change))),
                Qt::ToolTipRole);
        }
    }
    const auto at = std::ranges::find(m_ways, m_way);
    m_choice->setCurrentIndex(at == m_ways.end() ? -1 : static_cast<int>(at - m_ways.begin()));
    m_choice->setToolTip(m_choice->currentData(Qt::ToolTipRole).toString());
    m_choice->setVisible(!m_ways.empty());
}

void WhatIfPanel::fillDials() {
    const auto& latest = *m_around.whatIf.latest();
    const Row* usual = viewmodels::findRow(*latest.usual, m_way.first, m_way.second);
    const Row* now = viewmodels::findRow(*latest.analysis, m_way.first, m_way.second);
    std::vector<viewmodels::Dial> dials;
    if (usual) dials = viewmodels::dialsOf(*usual, now ? *now : *usual);
    std::vector<std::string> places;
    places.reserve(dials.size());
    for (const auto& dial : dials)
        places.push_back(dial.place + dial.from + dial.to);
    if (places != m_places) {
        for (DialRow* row : m_dials) {
            row->hide();
            row->setObjectName({});
            row->deleteLater(); // it may be the one that speaks
        }
        m_dials.clear();
        m_places = std::move(places);
        for (std::size_t i = 0; i < dials.size(); ++i) {
            auto* row = new DialRow(nameOf(dials[i]), m_theme, m_body);
            row->setObjectName(QStringLiteral("dial%1").arg(i));
            const std::string place = dials[i].place;
            connect(row, &DialRow::turned, this, [this, place](double seconds) {
                const auto& known = m_around.whatIf.latest();
                const Row* from =
                    known ? viewmodels::findRow(*known->usual, m_way.first, m_way.second) : nullptr;
                if (from) m_around.whatIf.setValue(place, viewmodels::valueOf(*from, place, seconds));
            });
            connect(row, &DialRow::reset, this, [this, place] { m_around.whatIf.resetValue(place); });
            m_rows->addWidget(row);
            m_dials.push_back(row);
        }
    }
    for (std::size_t i = 0; i < m_dials.size(); ++i)
        m_dials[i]->show(dials[i]);
    const auto& scenario = m_around.whatIf.scenario();
    m_apply->setEnabled(!scenario.set.empty());
    m_keep->setEnabled(!m_around.whatIf.isEmpty());
    m_reset->setEnabled(!m_around.whatIf.isEmpty());
    m_problem->setText(toQString(latest.problem));
    m_problem->setVisible(!latest.problem.empty());
}

void WhatIfPanel::sayPromise() {
    const auto& latest = *m_around.whatIf.latest();
    const Row* usual = viewmodels::findRow(*latest.usual, m_way.first, m_way.second);
    const Row* now = viewmodels::findRow(*latest.analysis, m_way.first, m_way.second);
    if (!usual || !now) {
        setRole(m_verdict, "quiet");
        m_verdict->setText(m_ways.empty()
                               ? tr("No change reaches any view: there is nothing to turn. Add a view and "
                                    "subscribe it to an event.")
                               : QString());
        return;
    }
    const QString promise =
        usual->within
            ? tr("Promised: %1 of changes within %2.")
                  .arg(viewmodels::shareWords(usual->forShare), viewmodels::timeWords(*usual->within))
            : tr("Nothing is promised. %1 of changes take:").arg(viewmodels::shareWords(usual->forShare));
    setRole(m_verdict, roleOf(*now));
    m_verdict->setText(promise + QLatin1Char('\n') + shiftText(*usual, *now));
}

void WhatIfPanel::fillScenarios() {
    const auto& latest = m_around.whatIf.latest();
    if (!latest) return;
    m_usual = latest->usual;
    std::vector<viewmodels::ScenarioTable::Column> columns{{tr("As it is"), {}, latest->usual},
                                                           {tr("What if"), {}, latest->analysis}};
    m_scenario->clear();
    m_scenario->addItem(tr("Go on from a scenario …"));
    for (const auto& compared : m_around.whatIf.compared()) {
        columns.push_back(
            {toQString(compared.scenario.name), toQString(compared.problem), compared.analysis});
        m_scenario->addItem(toQString(compared.scenario.name));
    }
    m_scenario->setVisible(m_scenario->count() > 1);
    m_model.show(std::move(columns));
    for (QWidget* part : {static_cast<QWidget*>(m_tableTitle), static_cast<QWidget*>(m_table)})
        part->setVisible(m_model.rowCount() > 0); // nothing is promised: nothing to set side by side
    // What was there before anything is kept is always seen whole; more scenarios are scrolled to.
    const bool fits = m_model.columnCount() <= 2;
    auto* header = m_table->horizontalHeader();
    header->setSectionResizeMode(fits ? QHeaderView::ResizeToContents : QHeaderView::Interactive);
    header->setStretchLastSection(fits);
    if (!fits) m_table->resizeColumnsToContents();
    m_table->setFixedHeight(header->sizeHint().height() + 28 * m_model.rowCount() + 14);
}

void WhatIfPanel::say(const Result<edit::Applied>& done) {
    if (!done) return m_around.prompts.notice(toQString(done.error().message));
    auto& document = m_around.document;
    const int step = document.history().index();
    m_around.prompts.toast(toQString(done->label), tr("Undo"), [&document, step] {
        if (document.history().index() == step) document.history().undo();
    });
}

Panel* createWhatIfPanel(const workspace::Workspace& around, const picture::Theme& theme, QWidget* parent) {
    return new WhatIfPanel(around, theme, parent);
}

} // namespace factline::panels
