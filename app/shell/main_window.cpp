// SPDX-License-Identifier: Apache-2.0
#include "shell/main_window.h"

#include <cmath>

#include <QActionGroup>
#include <QApplication>
#include <QDockWidget>
#include <QFileDialog>
#include <QLabel>
#include <QMenuBar>
#include <QStatusBar>
#include <QVBoxLayout>

#include "canvas/diagram_view.h"
#include "panels/problems/problems_panel.h"
#include "picture/draw_model.h"
#include "picture/export.h"
#include "picture/text.h"
#include "shell/notice_bar.h"

namespace factline::shell {

namespace {

using picture::toQString;

QString coloured(const QColor& colour, const QString& text) {
    return QStringLiteral("<span style=\"color:%1; font-weight:500\">%2</span>").arg(colour.name(), text);
}

QString pathText(const std::filesystem::path& path) {
    return QString::fromStdString(path.string());
}

/// "1 error", "3 errors".
QString counted(std::size_t count, const QString& one) {
    return QStringLiteral("%1 %2%3").arg(count).arg(one, count == 1 ? QString() : QStringLiteral("s"));
}

} // namespace

MainWindow::MainWindow(const QPalette& desktop, picture::LayoutProcess layout)
    : m_desktop(desktop)
    , m_layout(std::move(layout))
    , m_theme(picture::loadTheme(themeName(ThemeChoice::System, desktop)).value())
    , m_document(new document::Document(this))
    , m_view(new canvas::DiagramView(m_theme, this))
    , m_problems(new panels::ProblemsPanel(m_theme, this))
    , m_problemsDock(new QDockWidget(tr("Problems"), this))
    , m_notice(new NoticeBar(this))
    , m_counts(new QLabel(this))
    , m_errors(new QLabel(this))
    , m_warnings(new QLabel(this))
    , m_work(new QLabel(this))
    , m_zoom(new QLabel(this))
    , m_job(this) {
    auto* centre = new QWidget(this);
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_notice);
    column->addWidget(m_view, 1);
    setCentralWidget(centre);

    m_problemsDock->setObjectName(QStringLiteral("problems"));
    m_problemsDock->setFeatures(QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetClosable);
    m_problemsDock->setWidget(m_problems);
    addDockWidget(Qt::BottomDockWidgetArea, m_problemsDock);
    resizeDocks({m_problemsDock}, {190}, Qt::Vertical);
    m_problemsDock->hide();

    buildMenus();
    buildStatusBar();
    m_view->setInvitation(tr("Open a model with Ctrl+O."));
    m_view->setFocus();
    connect(m_view, &canvas::DiagramView::zoomChanged, this, &MainWindow::showZoom);
    connect(m_problems, &panels::ProblemsPanel::chosen, this, &MainWindow::showPlace);
    connect(m_document, &document::Document::changed, this,
            [this](const auto&, const document::Snapshot& after) {
                m_problems->show(after);
                m_problemsDock->setVisible(!after->read.problems.empty() || !after->findings.empty());
                setWindowTitle(QStringLiteral("%1 — Factline").arg(pathText(after->file.filename())));
                showCounts();
            });
    setWindowTitle(QStringLiteral("Factline"));
    setTheme(ThemeChoice::System);
}

MainWindow::~MainWindow() = default;

void MainWindow::buildMenus() {
    QMenu* file = menuBar()->addMenu(tr("&File"));
    file->addAction(tr("&Open…"), QKeySequence::Open, this, &MainWindow::askOpen);
    m_export = file->addAction(tr("&Export picture…"), QKeySequence(tr("Ctrl+Shift+E")), this,
                               &MainWindow::askExport);
    m_export->setEnabled(false);
    file->addSeparator();
    file->addAction(tr("&Quit"), QKeySequence::Quit, this, &QWidget::close);

    QMenu* look = menuBar()->addMenu(tr("&View"));
    look->addAction(tr("Zoom &in"), QKeySequence::ZoomIn, this, [this] { m_view->zoomBy(1.2); });
    look->addAction(tr("Zoom &out"), QKeySequence::ZoomOut, this, [this] { m_view->zoomBy(1 / 1.2); });
    look->addAction(tr("&Fit the window"), QKeySequence(tr("Ctrl+0")), m_view, &canvas::DiagramView::fit);
    look->addAction(tr("&100 %"), QKeySequence(tr("Ctrl+1")), this, [this] { m_view->zoomTo(1); });
    look->addSeparator();
    look->addAction(m_problemsDock->toggleViewAction());
    QMenu* themes = look->addMenu(tr("&Theme"));
    auto* group = new QActionGroup(this);
    const auto add = [&](const QString& text, ThemeChoice choice) {
        QAction* action = themes->addAction(text, this, [this, choice] { setTheme(choice); });
        action->setCheckable(true);
        action->setChecked(choice == ThemeChoice::System);
        group->addAction(action);
    };
    add(tr("&System"), ThemeChoice::System);
    add(tr("&Light"), ThemeChoice::Light);
    add(tr("&Dark"), ThemeChoice::Dark);
}

void MainWindow::buildStatusBar() {
    statusBar()->setSizeGripEnabled(false);
    for (QLabel* label : {m_counts, m_errors, m_warnings})
        statusBar()->addWidget(label);
    statusBar()->addPermanentWidget(m_work);
    statusBar()->addPermanentWidget(m_zoom);
    showZoom(m_view->viewport().scale);
}

void MainWindow::setTheme(ThemeChoice choice) {
    m_theme = picture::loadTheme(themeName(choice, m_desktop)).value();
    QApplication::setPalette(paletteFor(m_theme));
    setStyleSheet(styleSheetFor(m_theme));
    m_view->setTheme(m_theme);
    m_problems->setTheme(m_theme);
    m_notice->setTheme(m_theme);
    showCounts();
}

bool MainWindow::busy() const {
    return m_job.running();
}
QString MainWindow::notice() const {
    return m_notice->text();
}

void MainWindow::open(const std::filesystem::path& fileOrFolder) {
    m_opening = fileOrFolder;
    setBusy(true);
    m_job.start(
        [fileOrFolder, layout = m_layout](std::stop_token stop) -> Result<Opened> {
            auto model = document::openModel(fileOrFolder);
            if (!model) return tl::unexpected(model.error());
            picture::DrawOptions options;
            options.findings = model->findings;
            options.file = model->file;
            options.caption = picture::captionOf(model->read, model->file);
            options.process = layout;
            auto picture = picture::drawModel(model->read.model, options, stop);
            return Opened{std::move(*model), std::move(picture)};
        },
        [this](Result<Opened> opened) { show(std::move(opened)); });
}

void MainWindow::show(Result<Opened> opened) {
    setBusy(false);
    if (!opened) {
        m_notice->say(toQString(opened.error().message));
        emit finished();
        return;
    }
    QStringList complaints;
    const bool another = !m_document->snapshot() || m_document->snapshot()->file != opened->model.file;
    const std::size_t problems = opened->model.read.problems.size();
    const bool empty = opened->model.read.model.contexts.empty();
    if (problems > 0) {
        const auto& first = opened->model.read.problems.front();
        complaints +=
            tr("%1 in the model. The first: %2")
                .arg(counted(problems, tr("reading problem")), toQString(contract::toString(first)));
    }
    // A file that cannot be understood at all must not take the picture away that was there.
    const bool unusable = problems > 0 && empty && m_view->hasDiagram() && !another;
    if (!opened->picture) {
        complaints += toQString(opened->picture.error().message);
        if (another) m_view->clear();
    } else if (unusable) {
        complaints += tr("The picture shows the model as it was last understood.");
    } else {
        if (another) m_view->clear();
        m_view->setDiagram(std::move(*opened->picture));
    }
    m_view->setInvitation(m_view->hasDiagram() ? QString() : tr("There is nothing to draw yet."));
    m_export->setEnabled(m_view->hasDiagram());
    m_document->replace(std::move(opened->model));
    m_notice->say(complaints.join(QLatin1Char('\n')));
    emit finished();
}

void MainWindow::showPlace(const Finding& finding) {
    const Lookup lookup(m_document->snapshot()->read.model);
    for (const ElementKey& place : picture::placesOf(finding, lookup))
        if (m_view->select(place)) return;
}

void MainWindow::setBusy(bool busy) {
    m_work->setText(busy ? tr("Drawing %1 …").arg(pathText(m_opening.filename())) : QString());
    if (busy && !m_view->hasDiagram()) m_view->setInvitation(tr("Drawing the model …"));
    if (!busy && !m_view->hasDiagram()) m_view->setInvitation(tr("Open a model with Ctrl+O."));
}

void MainWindow::showCounts() {
    const document::Snapshot& model = m_document->snapshot();
    if (!model) return;
    const document::Counts counts = document::countsOf(*model);
    const QStringList parts{counted(counts.contexts, tr("context")), counted(counts.facts, tr("fact")),
                            counted(counts.events, tr("event")), counted(counts.views, tr("view")),
                            counted(counts.decisions, tr("decision"))};
    m_counts->setText(parts.join(QStringLiteral(" · ")));
    m_errors->setText(coloured(m_theme.broken.text, counted(counts.errors, tr("error"))));
    m_warnings->setText(coloured(m_theme.atRisk.text, counted(counts.warnings, tr("warning"))));
    m_errors->setVisible(counts.errors > 0);
    m_warnings->setVisible(counts.warnings > 0);
}

void MainWindow::showZoom(double scale) {
    m_zoom->setText(QStringLiteral("%1 %").arg(std::lround(scale * 100)));
}

void MainWindow::askOpen() {
    const QString file =
        QFileDialog::getOpenFileName(this, tr("Open a model"), pathText(m_opening.parent_path()),
                                     tr("Factline models (*.factline.yaml *.yaml *.yml)"));
    if (!file.isEmpty()) open(file.toStdString());
}

void MainWindow::askExport() {
    QStringList filters;
    for (const auto& format : picture::pictureFormats())
        filters += QStringLiteral("%1 (*.%2)")
                       .arg(toQString(format.extension).toUpper(), toQString(format.extension));
    QString chosen = QStringLiteral("SVG (*.svg)");
    QString file =
        QFileDialog::getSaveFileName(this, tr("Export the picture"), pathText(m_opening.parent_path()),
                                     filters.join(QStringLiteral(";;")), &chosen);
    if (file.isEmpty()) return;
    if (QFileInfo(file).suffix().isEmpty())
        file += QLatin1Char('.') + chosen.section(QLatin1Char(' '), 0, 0).toLower();
    exportTo(file.toStdString());
}

void MainWindow::exportTo(const std::filesystem::path& file) {
    if (!m_view->hasDiagram()) return;
    const auto done = picture::exportPicture(m_view->diagram(), file);
    if (!done)
        m_notice->say(toQString(done.error().message));
    else if (!done->empty())
        m_notice->say(toQString(*done));
    else
        statusBar()->showMessage(tr("Exported to %1").arg(pathText(file)), 5000);
}

} // namespace factline::shell
