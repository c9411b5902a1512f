// SPDX-License-Identifier: Apache-2.0
#include "panels/problems/filter_button.h"

#include <map>

#include <QMenu>

#include "picture/style_sheet.h"
#include "viewmodels/problems_model.h"

namespace factline::panels {

namespace {

using viewmodels::ProblemRow;
using viewmodels::ProblemsModel;

/// Puts a line for each value into a menu, with how many problems have it: those that occur, and those that
/// are chosen.
template<typename Numbers, typename Chosen, typename Name, typename Changed>
void addChoices(QMenu& menu, Numbers numbers, Chosen& chosen, Name name, Changed changed) {
    for (const auto& value : chosen)
        numbers.try_emplace(value, 0);
    for (const auto& [value, number] : numbers) {
        auto* action =
            menu.addAction(FilterButton::tr("%1 (%2)", "a choice and how many").arg(name(value)).arg(number));
        action->setCheckable(true);
        action->setChecked(chosen.contains(value));
        QObject::connect(action, &QAction::toggled, &menu, [&chosen, value = value, changed](bool on) {
            if (on)
                chosen.insert(value);
            else
                chosen.erase(value);
            changed();
        });
    }
    menu.setEnabled(!numbers.empty());
}

QString nameOfContext(const QString& context) {
    return context.isEmpty() ? FilterButton::tr("The whole model") : context;
}

} // namespace

FilterButton::FilterButton(const ProblemsModel& problems, QWidget* parent)
    : QToolButton(parent)
    , m_problems(problems) {
    setObjectName(QStringLiteral("show"));
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::TabFocus);
    setMenu(new QMenu(this));
    setToolTip(tr("Which problems are listed"));
    connect(menu(), &QMenu::aboutToShow, this, &FilterButton::fill);
    take();
}

void FilterButton::setTheme(const picture::Theme& theme) {
    setStyleSheet(picture::withColours(
        QStringLiteral("QToolButton { background: %window; border: 1px solid %line; border-radius: 5px; "
                       "padding: 4px 8px; color: %text; } "
                       "QToolButton:hover, QToolButton:open { background: %accentFill; } "
                       "QToolButton:focus { border-color: %accent; } "
                       "QToolButton::menu-indicator { image: none; width: 0; }"),
        theme));
}

void FilterButton::clear() {
    m_chosen = {};
    take();
}

void FilterButton::fill() {
    std::map<Severity, int, std::greater<>> severities; // what is worst comes first
    std::map<QString, int> contexts, rules;
    for (int group = 0; group < m_problems.rowCount(); ++group) {
        const QModelIndex heading = m_problems.index(group, 0);
        for (int line = 0; line < m_problems.rowCount(heading); ++line) {
            const ProblemRow& row = m_problems.rowAt(m_problems.index(line, 0, heading));
            ++severities[row.severity];
            if (row.kind != ProblemRow::Kind::Finding) continue;
            ++contexts[row.context];
            ++rules[QString::fromStdString(row.rule)];
        }
    }
    menu()->clear();
    for (QMenu* old : menu()->findChildren<QMenu*>(QString(), Qt::FindDirectChildrenOnly))
        old->deleteLater();
    auto* all = menu()->addAction(tr("Show all"), this, &FilterButton::clear);
    all->setEnabled(m_chosen.choosesAny());
    menu()->addSeparator();
    const auto changed = [this] { take(); };
    addChoices(*menu()->addMenu(tr("Severity")), severities, m_chosen.severities, viewmodels::severityName,
               changed);
    addChoices(*menu()->addMenu(tr("Context")), contexts, m_chosen.contexts, nameOfContext, changed);
    addChoices(
        *menu()->addMenu(tr("Rule")), rules, m_chosen.rules, [](const QString& id) { return id; }, changed);
}

void FilterButton::take() {
    QStringList said;
    for (const Severity severity : m_chosen.severities)
        said += viewmodels::severityName(severity);
    for (const QString& context : m_chosen.contexts)
        said += nameOfContext(context);
    for (const QString& rule : m_chosen.rules)
        said += rule;
    const QString text = said.isEmpty()    ? tr("Show all")
                         : said.size() > 2 ? tr("%1 and %2 more").arg(said.front()).arg(said.size() - 1)
                                           : said.join(QStringLiteral(" · "));
    setText(text + QStringLiteral(" ▾"));
    setAccessibleName(
        tr("Problems listed: %1").arg(said.isEmpty() ? tr("all") : said.join(QStringLiteral(", "))));
    emit changed();
}

} // namespace factline::panels
