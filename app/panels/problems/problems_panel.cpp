// SPDX-License-Identifier: Apache-2.0
#include "panels/problems/problems_panel.h"

#include <algorithm>

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QTreeView>
#include <QVBoxLayout>

#include "panels/calm_box.h"
#include "panels/finding_place.h"
#include "panels/line_list.h"
#include "panels/metrics.h"
#include "panels/problems/filter_button.h"
#include "panels/problems/mend_card.h"
#include "panels/problems/problem_delegate.h"
#include "picture/text.h"

namespace factline::panels {

namespace {

using picture::toQString;
using viewmodels::Grouping;
using viewmodels::ProblemRow;
using viewmodels::ProblemsModel;
using viewmodels::Unread;

constexpr int filterFrom = 8; ///< a list shorter than this needs no filter

QString groupingKey() {
    return QStringLiteral("problems/grouping");
}

} // namespace

ProblemsPanel::ProblemsPanel(const workspace::Workspace& around, const picture::Theme& theme, QWidget* parent)
    : Panel(parent)
    , m_around(around)
    , m_filter(new QLineEdit(this))
    , m_show(new FilterButton(m_model, this))
    , m_grouping(new CalmBox(this))
    , m_delegate(new ProblemDelegate(theme, devicePixelRatioF(), this))
    , m_list(lineList(m_proxy, m_delegate, tr("Problems"), this))
    , m_nothing(new QLabel(this))
    , m_card(new MendCard(around, theme, this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(listInset, 0, listInset, 0);
    row->setSpacing(0);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    row->addLayout(column, 3);
    row->addWidget(m_card, 2);
    column->addLayout(buildTop());
    column->addWidget(m_list, 1);
    column->addWidget(m_nothing, 1);
    m_nothing->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_nothing->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_nothing->setContentsMargins(listInset, listInset, listInset, listInset);
    buildList();
    buildActions();
    setFocusProxy(m_list);
    connect(m_card, &MendCard::closed, m_list, qOverload<>(&QWidget::setFocus));
    m_show->setTheme(theme);
    connect(&m_around.judge, &jobs::Judge::judged, this, &ProblemsPanel::fill);
    fill(m_around.judge.latest());
}

QLayout* ProblemsPanel::buildTop() {
    auto* row = new QHBoxLayout;
    row->setSpacing(listInset);
    row->addWidget(m_filter, 1);
    row->addWidget(m_show);
    row->addWidget(m_grouping);
    m_filter->setPlaceholderText(tr("Filter by words"));
    m_filter->setAccessibleName(tr("Filter the problems"));
    m_filter->setClearButtonEnabled(true);
    m_grouping->setAccessibleName(tr("Group the problems"));
    m_grouping->addItems({tr("By severity"), tr("By context"), tr("By rule")}); // as Grouping counts
    m_grouping->setCurrentIndex(
        std::clamp(QSettings().value(groupingKey()).toInt(), 0, m_grouping->count() - 1));
    m_model.groupBy(static_cast<Grouping>(m_grouping->currentIndex()));
    connect(m_filter, &QLineEdit::textChanged, this, &ProblemsPanel::filter);
    connect(m_show, &FilterButton::changed, this, &ProblemsPanel::filter);
    connect(m_grouping, &QComboBox::activated, this, &ProblemsPanel::groupBy);
    return row;
}

void ProblemsPanel::groupBy(int choice) {
    QSettings().setValue(groupingKey(), choice);
    const auto* chosen = m_list->currentIndex().isValid() ? &rowAt(m_list->currentIndex()) : nullptr;
    const std::uint64_t number = chosen ? chosen->number : 0;
    m_model.groupBy(static_cast<Grouping>(choice));
    m_list->expandAll();
    const QModelIndex now = m_model.find(
        [&](const ProblemRow& row) { return row.kind != ProblemRow::Kind::Heading && row.number == number; });
    m_list->setCurrentIndex(m_proxy.mapFromSource(now));
    m_list->scrollTo(m_list->currentIndex());
}

void ProblemsPanel::filter() {
    viewmodels::Wanted wanted = m_show->chosen();
    wanted.words = m_filter->text();
    m_proxy.want(std::move(wanted));
    m_list->expandAll();
    showWhatIsThere();
}

/// A short list needs neither a filter nor other groups.
void ProblemsPanel::showTop() {
    const bool shown = m_model.count() >= filterFrom || m_proxy.wanted() != viewmodels::Wanted{} ||
                       m_grouping->currentIndex() > 0;
    for (QWidget* part : std::initializer_list<QWidget*>{m_filter, m_show, m_grouping})
        part->setVisible(shown);
}

void ProblemsPanel::showWhatIsThere() {
    const bool any = m_proxy.count() > 0;
    m_nothing->setText(m_model.count() > 0 ? tr("None of the problems is wanted by the filter.")
                                           : tr("No problems."));
    m_nothing->setVisible(!any);
    m_list->setVisible(any);
}

void ProblemsPanel::buildList() {
    m_proxy.setSourceModel(&m_model);
    m_list->installEventFilter(this);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_list, &QTreeView::customContextMenuRequested, this, &ProblemsPanel::showMenu);
    connect(m_list, &QTreeView::clicked, this, &ProblemsPanel::choose);
    m_list->setUniformRowHeights(false); // the chosen line shows its whole message
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ProblemsPanel::unfold);
}

/// Gives the chosen line the height that it needs now, and keeps it in sight.
void ProblemsPanel::unfold() {
    emit m_delegate->sizeHintChanged(m_list->currentIndex()); // the list lays out later, hence:
    QMetaObject::invokeMethod(
        m_list, [this] { m_list->scrollTo(m_list->currentIndex()); }, Qt::QueuedConnection);
}

void ProblemsPanel::buildActions() {
    const auto add = [this](const QString& text, const QKeySequence& keys, const auto& act) {
        auto* action = new QAction(text, this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WindowShortcut);
        connect(action, &QAction::triggered, this, act);
        addAction(action);
    };
    add(tr("Next problem"), Qt::Key_F8, [this] { jump(1); });
    add(tr("Previous problem"), QKeySequence(Qt::SHIFT | Qt::Key_F8), [this] { jump(-1); });
    add(tr("Mend the problem…"), QKeySequence(Qt::CTRL | Qt::Key_Period), [this] { mend(); });
    add(tr("Waive the problem…"), {}, [this] { waive(); });
}

void ProblemsPanel::setTheme(const picture::Theme& theme) {
    m_delegate->setTheme(theme, devicePixelRatioF());
    m_card->setTheme(theme);
    m_show->setTheme(theme);
    m_list->viewport()->update();
}

void ProblemsPanel::fill(std::shared_ptr<const jobs::Judgement> judgement) {
    m_judgement = std::move(judgement);
    std::vector<Unread> unread;
    if (m_judgement && m_judgement->snapshot)
        for (const auto& problem : m_judgement->snapshot->base->problems) {
            const SourceRange& place = problem.place;
            unread.push_back(
                {toQString(problem.message),
                 QStringLiteral("%1:%2:%3").arg(toQString(place.file)).arg(place.line).arg(place.column)});
        }
    const QModelIndex chosen = m_list->currentIndex();
    const bool wasVisited = chosen.isValid() && rowAt(chosen).number == m_visited;
    m_model.show(std::move(unread), m_judgement ? m_judgement->findings : std::vector<Finding>{});
    m_list->expandAll();
    // What was shown is mended: the mark would say that the map shows the next one. F8 goes there.
    const QModelIndex now = m_list->currentIndex();
    if (wasVisited && now.isValid() && rowAt(now).number != m_visited) {
        m_upNext = now;
        m_list->setCurrentIndex({});
    }
    showTop();
    showWhatIsThere();
    emit countChanged(m_model.count());
}

void ProblemsPanel::choose(const QModelIndex& index) {
    if (!index.isValid() || !m_judgement) return;
    const ProblemRow& row = rowAt(index);
    m_visited = row.number;
    if (row.kind != ProblemRow::Kind::Finding) return;
    const Finding finding{.rule = row.rule, .element = row.element, .at = row.at, .field = row.field};
    const FindingPlace place = placeOf(finding, *m_judgement->lookup);
    m_around.selection.select(place.id, place.field);
}

void ProblemsPanel::explain(const QModelIndex& index) {
    if (!index.isValid()) return;
    const ProblemRow& row = rowAt(index);
    if (!row.rule.empty())
        m_around.prompts.showPage(QStringLiteral("rules/") + QString::fromStdString(row.rule));
}

void ProblemsPanel::jump(int step) {
    QModelIndexList lines;
    for (QModelIndex line = m_proxy.index(0, 0); line.isValid(); line = m_list->indexBelow(line))
        if (!line.data(ProblemsModel::IsHeading).toBool()) lines += line;
    if (lines.isEmpty()) return;
    const QModelIndex current = m_list->currentIndex();
    const auto at = lines.indexOf(current.isValid() ? current : QModelIndex(m_upNext));
    const auto count = lines.size();
    const bool isNew = at >= 0 && step > 0 && rowAt(lines[at]).number != m_visited; // nobody has been there
    const auto next = at < 0 ? (step > 0 ? 0 : count - 1) : isNew ? at : (at + step + count) % count;
    m_list->setCurrentIndex(lines[next]);
    m_list->scrollTo(lines[next]);
    choose(lines[next]);
    // Whoever goes through them is at the map, and goes on there: the field is marked, not entered.
    emit mapWanted();
}

const ProblemRow& ProblemsPanel::rowAt(const QModelIndex& index) const {
    return m_model.rowAt(m_proxy.mapToSource(index));
}

const Finding* ProblemsPanel::findingAt(const QModelIndex& index) const {
    if (!index.isValid() || !m_judgement) return nullptr;
    const ProblemRow& row = rowAt(index);
    if (row.kind != ProblemRow::Kind::Finding) return nullptr;
    const auto found = std::ranges::find_if(m_judgement->findings, [&](const Finding& finding) {
        return finding.rule == row.rule && finding.element == row.element && finding.at == row.at &&
               finding.field == row.field && toQString(finding.message) == row.text;
    });
    return found == m_judgement->findings.end() ? nullptr : &*found;
}

const Finding* ProblemsPanel::currentFinding() {
    if (const Finding* current = findingAt(m_list->currentIndex())) return current;
    const ElementId selected = m_around.selection.current();
    for (QModelIndex line = m_proxy.index(0, 0); line.isValid(); line = m_list->indexBelow(line)) {
        const Finding* finding = findingAt(line);
        if (!finding || !selected || placeOf(*finding, *m_judgement->lookup).id != selected) continue;
        m_list->setCurrentIndex(line);
        return finding;
    }
    return nullptr;
}

void ProblemsPanel::mend() {
    if (const Finding* finding = currentFinding())
        m_card->offerFix(*finding);
    else
        m_around.prompts.toast(tr("Choose a problem first."));
}

void ProblemsPanel::waive() {
    if (const Finding* finding = currentFinding())
        m_card->offerWaiver(*finding);
    else
        m_around.prompts.toast(tr("Choose a problem first."));
}

void ProblemsPanel::showMenu(const QPoint& where) {
    const QModelIndex line = m_list->indexAt(where);
    if (!findingAt(line)) return;
    m_list->setCurrentIndex(line);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Mend…"), this, &ProblemsPanel::mend);
    menu->addAction(tr("Waive…"), this, &ProblemsPanel::waive);
    menu->addAction(tr("What the rule says"), this, [this] { explain(m_list->currentIndex()); });
    menu->popup(m_list->viewport()->mapToGlobal(where));
}

bool ProblemsPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_list && event->type() == QEvent::Resize)
        emit m_delegate->sizeHintChanged(m_list->currentIndex());
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if ((key == Qt::Key_Up || key == Qt::Key_Down) && !m_list->currentIndex().isValid() &&
            m_upNext.isValid()) {
            m_list->setCurrentIndex(m_upNext);
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            choose(m_list->currentIndex());
            return true;
        }
        if (key == Qt::Key_F1) {
            explain(m_list->currentIndex());
            return true;
        }
    }
    // The window's own F1 must not take it away.
    if (watched == m_list && event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_F1) {
        event->accept();
        return true;
    }
    return Panel::eventFilter(watched, event);
}

Panel* createProblemsPanel(const workspace::Workspace& around, const picture::Theme& theme, QWidget* parent) {
    return new ProblemsPanel(around, theme, parent);
}

} // namespace factline::panels
