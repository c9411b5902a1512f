// SPDX-License-Identifier: Apache-2.0
#include "panels/outline/outline_panel.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QTreeView>
#include <QVBoxLayout>

#include "panels/finding_place.h"
#include "panels/outline/outline_delegate.h"
#include "picture/text.h"
#include "workspace/removal.h"

namespace factline::panels {

namespace {

using viewmodels::OutlineModel;

constexpr int expandedAtFirst = 120; ///< a model with more lines than this starts folded

} // namespace

OutlinePanel::OutlinePanel(const workspace::Workspace& around, const picture::Theme& theme, QWidget* parent)
    : Panel(parent)
    , m_around(around)
    , m_filter(new QLineEdit(this))
    , m_tree(new QTreeView(this))
    , m_nothing(new QLabel(tr("Contexts and what is in them are listed here."), this))
    , m_delegate(new OutlineDelegate(theme, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 0);
    column->setSpacing(8);
    column->addWidget(m_filter);
    column->addWidget(m_tree, 1);
    column->addWidget(m_nothing, 1, Qt::AlignTop);
    m_nothing->setWordWrap(true);
    m_nothing->setContentsMargins(8, 0, 8, 0);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter the outline"));
    m_filter->setClearButtonEnabled(true);
    m_filter->installEventFilter(this);
    buildTree();
    setFocusProxy(m_tree);

    connect(m_filter, &QLineEdit::textChanged, this, &OutlinePanel::filter);
    connect(&m_model, &OutlineModel::renameAsked, this, &OutlinePanel::rename);
    connect(&m_model, &OutlineModel::modelReset, this, &OutlinePanel::expandFirst);
    connect(&m_around.document, &document::Document::changed, this,
            [this](const document::Snapshot&, const document::Snapshot& after) { show(after); });
    connect(&m_around.judge, &jobs::Judge::judged, this,
            [this](const auto& judgement) { followJudgement(*judgement); });
    connect(&m_around.selection, &viewmodels::Selection::changed, this, &OutlinePanel::takeSelection);
    connect(&m_around.selection, &viewmodels::Selection::reveal, this, &OutlinePanel::reveal);
    show(m_around.document.snapshot());
    if (m_around.judge.latest()) followJudgement(*m_around.judge.latest());
}

void OutlinePanel::buildTree() {
    m_proxy.setSourceModel(&m_model);
    m_proxy.setRecursiveFilteringEnabled(true);
    m_proxy.setAutoAcceptChildRows(true);
    m_proxy.setFilterRole(OutlineModel::Sought);
    m_proxy.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_tree->setModel(&m_proxy);
    m_tree->setItemDelegate(m_delegate);
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(16);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_tree->setExpandsOnDoubleClick(true);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setAccessibleName(tr("Outline"));
    m_tree->installEventFilter(this);
    connect(m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &OutlinePanel::giveSelection);
    connect(m_tree, &QTreeView::expanded, this,
            [this](const QModelIndex& index) { keepExpanded(index, true); });
    connect(m_tree, &QTreeView::collapsed, this,
            [this](const QModelIndex& index) { keepExpanded(index, false); });
}

void OutlinePanel::setTheme(const picture::Theme& theme) {
    m_delegate->setTheme(theme);
    m_tree->viewport()->update();
}

void OutlinePanel::show(const document::Snapshot& snapshot) {
    const bool first = m_model.rowCount() == 0;
    {
        const QScopedValueRollback guard(m_selecting, true); // rows that go take their selection with them
        m_model.show(snapshot ? snapshot->model : Model{});
    }
    const bool any = m_model.rowCount() > 0;
    m_filter->setVisible(any);
    m_tree->setVisible(any);
    m_nothing->setVisible(!any);
    if (first) expandFirst();
    takeSelection();
}

void OutlinePanel::followJudgement(const jobs::Judgement& judgement) {
    OutlineModel::ProblemCounts counts;
    for (const Finding& finding : judgement.findings)
        if (const ElementId id = placeOf(finding, *judgement.lookup).id)
            counts[id].add({1, finding.severity});
    m_model.setProblems(std::move(counts));
    std::unordered_set<ElementId> absent;
    if (judgement.there != judgement.lookup)
        for (const Located& located : judgement.lookup->all())
            if (const ElementId id = located.id(); !judgement.there->find(id)) absent.insert(id);
    m_model.setAbsent(std::move(absent));
}

void OutlinePanel::expandFirst() {
    int lines = 0;
    for (int row = 0; row < m_model.rowCount(); ++row)
        lines += 1 + m_model.rowCount(m_model.index(row, 0));
    if (lines <= expandedAtFirst) m_tree->expandAll();
}

void OutlinePanel::keepExpanded(const QModelIndex& index, bool expanded) {
    if (!m_filter->text().isEmpty()) return;
    const QModelIndex source = m_proxy.mapToSource(index);
    std::erase(m_expanded, source);
    if (expanded) m_expanded.emplace_back(source);
}

void OutlinePanel::filter(const QString& text) {
    const QScopedValueRollback guard(m_selecting, true); // a line that is hidden stays selected
    m_proxy.setFilterFixedString(text);
    if (!text.isEmpty()) {
        m_tree->expandAll();
    } else {
        m_tree->collapseAll();
        for (const QPersistentModelIndex& index : std::vector(m_expanded))
            m_tree->expand(m_proxy.mapFromSource(index));
    }
    const QScopedValueRollback again(m_selecting, false);
    takeSelection();
}

void OutlinePanel::takeSelection() {
    if (m_selecting) return;
    const QScopedValueRollback guard(m_selecting, true);
    QItemSelection lines;
    QModelIndex current;
    for (const ElementId id : m_around.selection.ids()) {
        const QModelIndex index = m_proxy.mapFromSource(m_model.indexOf(id));
        if (index.isValid()) lines.select(index, index);
        if (index.isValid()) current = index;
    }
    auto* selection = m_tree->selectionModel();
    selection->select(lines, QItemSelectionModel::ClearAndSelect);
    if (current.isValid()) selection->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
}

void OutlinePanel::giveSelection() {
    if (m_selecting) return;
    const QScopedValueRollback guard(m_selecting, true);
    std::vector<ElementId> ids;
    for (const QModelIndex& index : m_tree->selectionModel()->selectedIndexes())
        if (const ElementId id = OutlineModel::idAt(index)) ids.push_back(id);
    if (ids.size() == 1)
        m_around.selection.select(ids.front());
    else
        m_around.selection.set(std::move(ids));
}

void OutlinePanel::reveal() {
    const QModelIndex index = m_proxy.mapFromSource(m_model.indexOf(m_around.selection.current()));
    if (index.isValid()) m_tree->scrollTo(index);
}

void OutlinePanel::rename(ElementId id, const QString& name) {
    const auto done = m_around.document.apply(edit::Rename{id, name.toStdString()});
    if (!done) m_around.prompts.notice(picture::toQString(done.error().message));
}

void OutlinePanel::removeSelected() {
    workspace::remove(m_around, m_around.selection.ids());
}

bool OutlinePanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_filter && event->type() == QEvent::ShortcutOverride && !m_filter->text().isEmpty() &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape)
        event->accept(); // before that of the panel
    if (event->type() != QEvent::KeyPress) return Panel::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (watched == m_tree && (key == Qt::Key_Delete || key == Qt::Key_Backspace)) {
        removeSelected();
        return true;
    }
    if (watched == m_tree && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        if (const ElementId id = OutlineModel::idAt(m_tree->currentIndex())) m_around.selection.select(id);
        return true;
    }
    if (watched == m_filter && key == Qt::Key_Escape && !m_filter->text().isEmpty()) {
        m_filter->clear();
        return true;
    }
    if (watched == m_filter && (key == Qt::Key_Down || key == Qt::Key_Return)) {
        m_tree->setFocus();
        const QModelIndex hit = firstHit();
        if (hit.isValid()) m_tree->setCurrentIndex(hit);
        return true;
    }
    return Panel::eventFilter(watched, event);
}

QModelIndex OutlinePanel::firstHit() const {
    const QString text = m_filter->text();
    for (QModelIndex line = m_proxy.index(0, 0); line.isValid(); line = m_tree->indexBelow(line))
        if (line.data(OutlineModel::Sought).toString().contains(text, Qt::CaseInsensitive)) return line;
    return {};
}

Panel* createOutlinePanel(const workspace::Workspace& around, const picture::Theme& theme, QWidget* parent) {
    return new OutlinePanel(around, theme, parent);
}

} // namespace factline::panels
