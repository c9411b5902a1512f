// SPDX-License-Identifier: Apache-2.0
#include "panels/generate/generate_panel.h"

#include <QDesktopServices>
#include <QEvent>
#include <QLabel>
#include <QSplitter>
#include <QTreeView>
#include <QUrl>
#include <QVBoxLayout>

#include "panels/generate/difference_pane.h"
#include "panels/generate/file_delegate.h"
#include "panels/generate/output_bar.h"
#include "panels/generate/preview_texts.h"
#include "picture/style_sheet.h"
#include "picture/text.h"

namespace factline::panels {

namespace {

using generate::Fate;
using picture::toQString;
using viewmodels::GeneratedFilesModel;
using viewmodels::Preview;

constexpr int narrowestTargets = 170; ///< pixels; so that their names are seen

} // namespace

GeneratePanel::GeneratePanel(const workspace::Workspace& around, const picture::Theme& theme, QWidget* parent)
    : RestingPanel(parent)
    , m_around(around)
    , m_output(new OutputBar(this))
    , m_nothing(new QLabel(this))
    , m_parts(new QSplitter(this))
    , m_pickTree(new QTreeView(m_parts))
    , m_fileTree(new QTreeView(m_parts))
    , m_difference(new DifferencePane(theme, m_parts))
    , m_delegate(new FileDelegate(theme, this))
    , m_job(this)
    , m_writing(this) {
    build();
    connectAll();
    setTheme(theme);
    follow();
}

GeneratePanel::~GeneratePanel() = default;

void GeneratePanel::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_output);
    column->addWidget(m_nothing, 0, Qt::AlignTop);
    column->addWidget(m_parts, 1);
    column->addStretch(0);
    m_nothing->setWordWrap(true);
    m_nothing->setContentsMargins(16, 8, 16, 8);
    m_nothing->setObjectName(QStringLiteral("nothing"));
    buildTrees();
    m_pickTree->setMinimumWidth(narrowestTargets);
    m_parts->setChildrenCollapsible(false);
    m_parts->setStretchFactor(0, 2);
    m_parts->setStretchFactor(1, 4);
    m_parts->setStretchFactor(2, 6);
    setFocusProxy(m_output);
}

void GeneratePanel::buildTrees() {
    m_pickTree->setModel(&m_picks);
    m_pickTree->setObjectName(QStringLiteral("picks"));
    m_pickTree->setAccessibleName(tr("Contexts and targets"));
    m_fileTree->setModel(&m_files);
    m_fileTree->setObjectName(QStringLiteral("files"));
    m_fileTree->setAccessibleName(tr("Files to be written"));
    m_fileTree->setItemDelegate(m_delegate);
    for (QTreeView* tree : {m_pickTree, m_fileTree}) {
        tree->setHeaderHidden(true);
        tree->setFrameShape(QFrame::NoFrame);
        tree->setUniformRowHeights(true);
        tree->setIndentation(14);
        tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        connect(tree->model(), &QAbstractItemModel::rowsInserted, tree, &QTreeView::expandAll,
                Qt::QueuedConnection);
    }
}

void GeneratePanel::connectAll() {
    connect(&m_around.document, &document::Document::changed, this, &GeneratePanel::follow);
    connect(&m_around.document, &document::Document::statusChanged, this, [this] {
        if (m_chosenFor != m_around.document.file()) follow();
    });
    connect(&m_picks, &viewmodels::PicksModel::picked, this, &GeneratePanel::pick);
    connect(m_output, &OutputBar::folderChanged, this, [this] {
        remember();
        follow();
    });
    connect(m_output, &OutputBar::writeAsked, this, &GeneratePanel::write);
    connect(m_output, &OutputBar::openAsked, this, &GeneratePanel::openFolder);
    connect(m_output, &OutputBar::stopAsked, this, [this] { m_stop.request_stop(); });
    connect(m_fileTree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &GeneratePanel::showSelected);
}

void GeneratePanel::setTheme(const picture::Theme& theme) {
    m_delegate->setTheme(theme);
    m_difference->setTheme(theme);
    setStyleSheet(picture::withColours(QStringLiteral(R"(
QLabel { color: %quiet; }
QTreeView { background: %panel; }
QTreeView::item { height: 24px; }
QProgressBar { background: transparent; border: none; }
QProgressBar::chunk { background: %accent; }
QSplitter::handle { background: %line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
)"),
                                       theme));
    m_fileTree->viewport()->update();
}

void GeneratePanel::resizeEvent(QResizeEvent* event) {
    RestingPanel::resizeEvent(event);
    m_parts->setOrientation(width() < height() ? Qt::Vertical : Qt::Horizontal);
}

bool GeneratePanel::event(QEvent* event) {
    if (event->type() == QEvent::WindowActivate) follow(); // the folder may have changed meanwhile
    return RestingPanel::event(event);
}

void GeneratePanel::follow() {
    setBehind(true);
    m_output->forbidWriting();       // until what would be written is known again
    if (m_writing.running()) return; // it is worked out when that has ended
    m_output->finish();
    if (!isSeen()) return m_job.cancel();
    if (m_chosenFor != m_around.document.file()) recall();
    const auto snapshot = m_around.document.snapshot();
    m_output->setStart(folder().empty() ? m_around.document.file().parent_path() : folder());
    const auto run = begin(false);
    m_job.start(
        [snapshot, choices = m_choices, folder = folder(), run](const std::stop_token& dropped) {
            const std::stop_callback drop(dropped,
                                          [source = run.source]() mutable { source.request_stop(); });
            return snapshot ? viewmodels::previewOf(snapshot->model, choices, folder, run.run)
                            : Result<Preview>(Preview{});
        },
        [this](Result<Preview> preview) {
            m_output->finish();
            show(std::move(preview));
        });
}

/// What the job gets to be stopped by the button, and to tell how far it is.
GeneratePanel::Begun GeneratePanel::begin(bool atOnce) {
    m_stop = std::stop_source();
    const auto progress = std::make_shared<viewmodels::RunProgress>();
    if (atOnce) progress->part = viewmodels::RunProgress::Part::Writing;
    m_output->follow(progress, atOnce);
    return {m_stop, {m_stop.get_token(), progress}};
}

std::filesystem::path GeneratePanel::folder() const {
    return folderMeant(m_output->folder(), m_around.document.file());
}

void GeneratePanel::show(Result<Preview> preview) {
    std::error_code problem;
    m_output->allowOpening(!folder().empty() && std::filesystem::is_directory(folder(), problem));
    if (!preview && preview.error().code == ErrorCode::Cancelled) {
        setBehind(false);
        return m_output->showSummary(tr("Stopped: the files shown are from before."),
                                     tr("Tick a target or change the folder to look again."));
    }
    setBehind(false);
    const bool open = m_around.document.isOpen();
    m_output->setVisible(open);
    m_parts->setVisible(open && (!preview || !preview->picks.empty()));
    const QString say =
        open ? whyNothing(preview)
             : tr("Code and tables that a model gives stand here. Open a model or begin a new one first.");
    m_nothing->setText(say);
    m_nothing->setVisible(!say.isEmpty());
    m_shown = preview ? std::make_shared<const Preview>(std::move(*preview)) : nullptr;
    if (m_shown) m_picks.show(m_shown->picks);
    m_files.show(m_shown ? m_shown->fates : std::vector<generate::WrittenFile>{});
    if (!m_fileTree->currentIndex().isValid()) {
        const QModelIndex first = m_files.find([](const auto& row) { return !row.isFolder(); });
        if (first.isValid()) m_fileTree->setCurrentIndex(first);
    }
    showSummary();
    showSelected();
}

bool GeneratePanel::isMisread() const {
    const auto snapshot = m_around.document.snapshot();
    return snapshot && !snapshot->base->problems.empty();
}

void GeneratePanel::showSummary() {
    if (!m_shown) {
        m_output->showSummary({}, {});
        return m_output->allowWriting(false, 0, {});
    }
    const int files = filesToWrite(*m_shown);
    QString why;
    if (isMisread()) // from half of a model half of the code would be taken away
        why = tr("Not all of the model could be read: mend that first.");
    else if (m_shown->folder.empty())
        why = tr("Choose a folder to write to first.");
    // Said in so many words, because nothing else tells why.
    isMisread() ? m_output->showSummary(why, why)
                : m_output->showSummary(summaryOf(*m_shown), omissionsOf(*m_shown));
    m_output->allowWriting(files > 0 && why.isEmpty() && !m_writing.running(), files, why);
}

void GeneratePanel::showSelected() {
    const QModelIndex index = m_fileTree->currentIndex();
    if (m_shown && index.isValid() && !index.data(GeneratedFilesModel::IsFolder).toBool())
        m_difference->showFile(m_shown, index.data(GeneratedFilesModel::PathRole).toString(),
                               static_cast<Fate>(index.data(GeneratedFilesModel::FateRole).toInt()));
    else
        m_difference->showNone(m_files.rowCount() > 0 ? tr("Choose a file to see what would change in it.")
                                                      : QString());
}

void GeneratePanel::pick(const QString& context, const QString& target, bool wanted) {
    if (!m_shown) return;
    for (const viewmodels::Pick& each : m_shown->picks)
        if (toQString(each.context) == context && (target.isEmpty() || toQString(each.target) == target))
            m_choices[{each.context, each.target}] = wanted;
    remember();
    follow();
}

void GeneratePanel::recall() {
    const bool savedFirst = m_chosenFor.empty() && m_shown; // what was chosen for it goes along
    m_chosenFor = m_around.document.file();
    if (m_chosenFor.empty() || (savedFirst && !m_output->folder().isEmpty())) return remember();
    Remembered what = readRemembered(m_chosenFor);
    m_output->setFolder(what.folder);
    m_choices = std::move(what.choices);
}

void GeneratePanel::remember() const {
    if (!m_chosenFor.empty()) writeRemembered(m_chosenFor, {m_output->folder(), m_choices});
}

void GeneratePanel::write() {
    if (!m_shown || m_shown->folder.empty() || isMisread() || m_writing.running()) return;
    m_output->forbidWriting();
    const auto run = begin(true);
    m_writing.start(
        [shown = m_shown, run](const std::stop_token& dropped) {
            const std::stop_callback drop(dropped,
                                          [source = run.source]() mutable { source.request_stop(); });
            return viewmodels::writePreview(*shown, run.run);
        },
        [this, run](const Written& written) {
            tell(written, *run.run.progress);
            follow();
        });
}

void GeneratePanel::openFolder() {
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(toQString(folder().string()))))
        m_around.prompts.notice(
            tr("No program here opens folders. The files are in %1.").arg(toQString(folder().string())));
}

void GeneratePanel::tell(const Written& written, const viewmodels::RunProgress& progress) {
    if (!written && written.error().code == ErrorCode::Cancelled)
        return m_around.prompts.toast(
            progress.done == 0 ? tr("Stopped before any file was written.")
                               : tr("Stopped after %1 of %2 files; each is whole. Write again to go on.")
                                     .arg(progress.done.load())
                                     .arg(progress.all.load()));
    if (!written) return m_around.prompts.notice(toQString(written.error().message));
    const Report report = reportOf(*written, m_output->folder());
    m_around.prompts.toast(report.done);
    if (!report.refused.isEmpty()) m_around.prompts.notice(report.refused);
}

Panel* createGeneratePanel(const workspace::Workspace& around, const picture::Theme& theme, QWidget* parent) {
    return new GeneratePanel(around, theme, parent);
}

} // namespace factline::panels
