// SPDX-License-Identifier: Apache-2.0
#include "shell/main_window.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include <QActionGroup>
#include <QApplication>
#include <QDockWidget>
#include <QFileDialog>
#include <QLabel>
#include <QMenuBar>
#include <QStatusBar>
#include <QVBoxLayout>

#include "canvas/canvas.h"
#include "panels/panel.h"
#include "picture/draw_model.h"
#include "picture/export.h"
#include "picture/text.h"
#include "shell/help_window.h"
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

/// The one panel that only shows: those that change the model come with saving and undo.
const panels::PanelKind& kindOf(std::string_view id) {
    return *std::ranges::find_if(panels::panelKinds(), [&](const auto& kind) { return id == kind.id; });
}

} // namespace

MainWindow::MainWindow(const QPalette& desktop, picture::LayoutProcess layout)
    : m_desktop(desktop)
    , m_theme(picture::loadTheme(themeName(ThemeChoice::System, desktop)).value())
    , m_document(new document::Document(this))
    , m_judge(new jobs::Judge(*m_document, this))
    , m_drawing(new jobs::Drawing(*m_document, *m_judge, std::move(layout), this))
    , m_selection(new viewmodels::Selection(this))
    , m_view(new canvas::Canvas({*m_document, *m_judge, *m_drawing, *m_selection, *this}, m_theme, this))
    , m_problems(
          kindOf("problems").create({*m_document, *m_judge, *m_drawing, *m_selection, *this}, m_theme, this))
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
    connect(m_view, &canvas::Canvas::zoomChanged, this, &MainWindow::showZoom);
    connect(m_judge, &jobs::Judge::judged, this, [this](const auto& judgement) {
        m_problemsDock->setVisible(!judgement->snapshot->base->problems.empty() ||
                                   !judgement->findings.empty());
        showCounts();
    });
    connect(m_drawing, &jobs::Drawing::drawn, this, &MainWindow::showPicture);
    connect(m_drawing, &jobs::Drawing::failed, this, [this](const QString& why) {
        if (!m_judge->isUpToDate()) return; // drawn once more with what the rules say
        m_complaints += why;
        finish();
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
    look->addAction(tr("&Fit the window"), QKeySequence(tr("Ctrl+0")), m_view, &canvas::Canvas::fit);
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

    QMenu* help = menuBar()->addMenu(tr("&Help"));
    help->addAction(tr("&First steps"), this, [this] { showPage(QStringLiteral("help/first-steps")); });
    help->addAction(tr("&Rules"), this, [this] { showPage(QStringLiteral("rules")); });
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
    if (m_help) m_help->setTheme(m_theme);
    showCounts();
}

bool MainWindow::busy() const {
    return m_job.running() || (m_document->isOpen() && (m_drawing->isBusy() || !m_judge->isUpToDate()));
}
QString MainWindow::noticed() const {
    return m_notice->text();
}

void MainWindow::open(const std::filesystem::path& fileOrFolder) {
    m_opening = fileOrFolder;
    setBusy(true);
    m_job.start([fileOrFolder](const std::stop_token&) { return document::openFile(fileOrFolder); },
                [this](Result<document::Opened> opened) { show(std::move(opened)); });
}

void MainWindow::show(Result<document::Opened> opened) {
    m_complaints.clear();
    if (!opened) {
        m_complaints += toQString(opened.error().message);
        finish();
        return;
    }
    for (const std::string& notice : opened->notices)
        m_complaints += toQString(notice);
    const auto& problems = opened->state->base->problems;
    if (!problems.empty())
        m_complaints += tr("%1 in the model. The first: %2")
                            .arg(counted(problems.size(), tr("reading problem")),
                                 toQString(contract::toString(problems.front())));
    m_document->show(std::move(*opened));
    setWindowTitle(QStringLiteral("%1 — Factline").arg(pathText(m_document->file().filename())));
}

void MainWindow::showPicture() {
    if (!m_judge->isUpToDate()) return; // drawn once more with what the rules say
    // A file that cannot be understood at all must not take the picture away that was there.
    const auto& state = *m_document->snapshot();
    if (m_view->hasDiagram() && !state.base->problems.empty() && state.model.contexts.empty())
        m_complaints += tr("The picture shows the model as it was last understood.");
    finish();
}

void MainWindow::finish() {
    setBusy(false);
    m_view->setInvitation(
        m_view->hasDiagram() || !m_document->isOpen() ? QString() : tr("There is nothing to draw yet."));
    m_export->setEnabled(m_view->hasDiagram());
    m_notice->say(m_complaints.join(QLatin1Char('\n')));
    emit finished();
}

void MainWindow::notice(const QString& text) {
    m_notice->say(text);
}

void MainWindow::toast(const QString& text, const QString&, std::function<void()>) {
    statusBar()->showMessage(text, 5000);
}

void MainWindow::showPage(const QString& page) {
    if (!m_help) m_help = new HelpWindow(m_theme, this);
    m_help->open(page);
    m_help->show();
    m_help->activateWindow();
}

void MainWindow::setBusy(bool busy) {
    m_work->setText(busy ? tr("Drawing %1 …").arg(pathText(m_opening.filename())) : QString());
    if (busy && !m_view->hasDiagram()) m_view->setInvitation(tr("Drawing the model …"));
    if (!busy && !m_view->hasDiagram()) m_view->setInvitation(tr("Open a model with Ctrl+O."));
}

void MainWindow::showCounts() {
    if (!m_judge->latest()) return;
    const jobs::Counts counts = jobs::countsOf(*m_judge->latest());
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
