// SPDX-License-Identifier: Apache-2.0
#include "shell/compare_window.h"

#include <algorithm>
#include <array>

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include "panels/line_list.h"
#include "picture/badge_image.h"
#include "picture/text.h"
#include "shell/change_delegate.h"
#include "shell/compare_view.h"

namespace factline::shell {

namespace {

using viewmodels::ChangesModel;

constexpr int listWidth = 400, badgeSide = 18;
constexpr QSize firstCompareSize{1280, 800};

} // namespace

CompareWindow::CompareWindow(const document::Document& document, const picture::LayoutProcess& layout,
                             const picture::Theme& theme, QWidget* parent)
    : QWidget(parent, Qt::Window)
    , m_document(document)
    , m_comparing(document, layout)
    , m_theme(theme)
    , m_title(new QLabel(this))
    , m_counts(new QHBoxLayout)
    , m_pages(new QStackedWidget(this))
    , m_said(new QLabel(this))
    , m_delegate(new ChangeDelegate(theme, this))
    , m_list(panels::lineList(m_model, m_delegate, tr("Changes"), this))
    , m_view(new CompareView(theme, this)) {
    setObjectName(QStringLiteral("compare"));
    build();
    setTheme(theme);
    connect(&m_comparing, &jobs::Comparing::compared, this, &CompareWindow::showCompared);
    connect(&m_comparing, &jobs::Comparing::failed, this, [this](const QString& why) {
        m_said->setText(why);
        m_pages->setCurrentWidget(m_said);
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &CompareWindow::followLine);
    connect(m_list, &QTreeView::doubleClicked, this, &CompareWindow::open);
    connect(m_view, &CompareView::clicked, this, &CompareWindow::goTo);
    resize(parent ? firstCompareSize.boundedTo(parent->window()->size()) : firstCompareSize);
}

void CompareWindow::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(16, 12, 16, 12);
    top->setSpacing(24);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    top->addWidget(m_title);
    m_counts->setSpacing(16);
    top->addLayout(m_counts);
    top->addStretch(1);
    auto* keys = new QLabel(tr("F8 next change · Enter shows it in the model · Esc closes"), this);
    keys->setForegroundRole(QPalette::PlaceholderText);
    top->addWidget(keys);
    column->addLayout(top);
    m_said->setWordWrap(true);
    m_said->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_said->setContentsMargins(16, 8, 16, 8);
    m_pages->addWidget(m_said);
    m_pages->addWidget(m_list);
    auto* halves = new QSplitter(this);
    halves->setHandleWidth(1);
    halves->setChildrenCollapsible(false);
    halves->addWidget(m_pages);
    halves->addWidget(m_view);
    halves->setStretchFactor(1, 1);
    halves->setSizes({listWidth, firstCompareSize.width() - listWidth});
    column->addWidget(halves, 1);
    m_view->setInvitation(tr("Comparing …"));
    const auto act = [this](const QList<QKeySequence>& keySequences, auto what) {
        auto* action = new QAction(this);
        action->setShortcuts(keySequences);
        connect(action, &QAction::triggered, this, what);
        addAction(action);
    };
    act({QKeySequence(Qt::Key_Escape), QKeySequence(QKeySequence::Close)}, &QWidget::close);
    act({QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter)},
        [this] { open(m_list->currentIndex()); });
    act({QKeySequence(Qt::Key_F8)}, [this] { walk(1); });
    act({QKeySequence(Qt::SHIFT | Qt::Key_F8)}, [this] { walk(-1); });
}

void CompareWindow::name(const QString& called) {
    m_title->setText(
        tr("%1: changes since %2", "a model; it was opened, or a file").arg(m_document.title(), called));
    setWindowTitle(tr("%1 — Factline").arg(m_title->text()));
    m_said->setText(tr("Comparing …"));
    m_pages->setCurrentWidget(m_said);
    m_view->clear();
    m_list->setFocus();
}

void CompareWindow::with(const document::Snapshot& earlier, const QString& called, const std::string& stage) {
    name(called);
    m_comparing.with(earlier, stage);
}

void CompareWindow::with(const std::filesystem::path& file, const std::string& stage) {
    name(QString::fromStdString(file.filename().string()));
    m_comparing.with(file, stage);
}

bool CompareWindow::isBusy() const {
    return m_comparing.isBusy() || m_view->isPreparing();
}

void CompareWindow::setTheme(const picture::Theme& theme) {
    m_theme = theme;
    m_delegate->setTheme(theme);
    m_view->setTheme(theme);
    m_list->viewport()->update();
    showCounts();
}

void CompareWindow::showCompared(const std::shared_ptr<const picture::Compared>& compared) {
    const auto then = [this, compared] { showCompared(compared); };
    if (!m_view->isReadyFor({compared, &compared->diagram}, then)) return;
    m_shown = compared;
    std::vector<compare::ElementChange> changes;
    changes.reserve(compared->changes.size());
    for (const auto& each : compared->changes)
        changes.push_back(each.change);
    m_delegate->show(compared);
    std::map<std::string, QString> titles;
    for (const auto& context : compared->diagram.contexts)
        titles.emplace(context.key.name, QString::fromStdString(context.title));
    m_model.show(changes, titles);
    m_list->expandAll();
    m_view->showCompared(compared);
    m_said->setText(changes.empty() ? tr("No semantic change. What may differ is order, comments or the way "
                                         "it is written: the model says the same.")
                                    : QString());
    m_pages->setCurrentWidget(changes.empty() ? static_cast<QWidget*>(m_said) : m_list);
    showCounts();
    if (!m_list->currentIndex().isValid()) m_list->setCurrentIndex(m_model.index(0, 0));
    if (isActiveWindow()) m_list->setFocus();
    followLine();
}

/// "+ 3 new": the badges of the picture with how many there are of each, which is its legend too.
void CompareWindow::showCounts() {
    while (QLayoutItem* item = m_counts->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (!shown()) return;
    using Kind = diagram::Badge::Kind;
    for (const Kind kind : {Kind::Added, Kind::Removed, Kind::Changed, Kind::Renamed, Kind::Moved}) {
        const auto count =
            std::ranges::count(shown()->changes, kind, [](const picture::SeenChange& c) { return c.kind; });
        if (count == 0) continue;
        auto* icon = new QLabel(this);
        icon->setPixmap(
            QPixmap::fromImage(picture::badgeImage(kind, m_theme, badgeSide, devicePixelRatioF())));
        auto* text = new QLabel(tr("%1 %2", "3 new").arg(count).arg(picture::changeWord(kind)), this);
        auto* pair = new QWidget(this);
        auto* row = new QHBoxLayout(pair);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(6);
        row->addWidget(icon);
        row->addWidget(text);
        m_counts->addWidget(pair);
    }
}

void CompareWindow::walk(int by) {
    const int count = m_model.rowCount();
    if (count == 0) return;
    const QModelIndex now = m_list->currentIndex();
    const int change = now.isValid() ? now.data(ChangesModel::Change).toInt() : -by;
    m_list->setCurrentIndex(m_model.index((change + by + count) % count, 0));
}

void CompareWindow::followLine() {
    const QModelIndex line = m_list->currentIndex();
    if (!line.isValid() || !shown()) return m_view->choose({});
    const auto change = static_cast<std::size_t>(line.data(ChangesModel::Change).toInt());
    if (change < shown()->changes.size()) m_view->choose(shown()->changes[change].shapes);
}

/// To the line of a shape that was clicked, where it has one.
void CompareWindow::goTo(const ElementKey& shape) {
    const auto& changes = shown()->changes;
    const auto found = std::ranges::find_if(changes, [&](const picture::SeenChange& each) {
        return std::ranges::find(each.shapes, shape) != each.shapes.end();
    });
    if (found != changes.end())
        m_list->setCurrentIndex(m_model.index(static_cast<int>(found - changes.begin()), 0));
}

void CompareWindow::open(const QModelIndex& line) {
    if (!shown() || !line.isValid()) return;
    const auto change = static_cast<std::size_t>(line.data(ChangesModel::Change).toInt());
    if (change >= shown()->changes.size()) return;
    if (const auto& after = shown()->changes[change].change.after) emit wanted(*after);
}

} // namespace factline::shell
