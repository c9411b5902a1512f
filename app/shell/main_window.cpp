// SPDX-License-Identifier: Apache-2.0
#include "shell/main_window.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QMenuBar>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "canvas/canvas.h"
#include "picture/text.h"
#include "shell/chooser.h"
#include "shell/compare_window.h"
#include "shell/difference_window.h"
#include "shell/docks.h"
#include "shell/export_choices.h"
#include "shell/furnishing.h"
#include "shell/help_window.h"
#include "shell/last_view.h"
#include "shell/menus.h"
#include "shell/notices.h"
#include "shell/outside_changes.h"
#include "shell/presentation.h"
#include "shell/recovery.h"
#include "shell/saving.h"
#include "shell/selection_trail.h"
#include "shell/start_page.h"
#include "shell/status_line.h"
#include "shell/toast.h"
#include "shell/tool_bar.h"
#include "shell/what_if_bar.h"

namespace factline::shell {

namespace {

using picture::toQString;

constexpr QSize firstSize{1440, 900};

QString pathText(const std::filesystem::path& path) {
    return QString::fromStdString(path.string());
}

} // namespace

MainWindow::MainWindow(const Setup& setup)
    : m_setup(setup)
    , m_theme(picture::loadTheme(themeName(setup.settings->theme(), setup.desktop->isDark())).value())
    , m_document(new document::Document(this))
    , m_judge(new jobs::Judge(*m_document, this))
    , m_drawing(new jobs::Drawing(*m_document, *m_judge, setup.layout, this))
    , m_whatIf(new jobs::WhatIf(*m_document, *m_judge, this))
    , m_exporting(new jobs::Exporting(*this, this))
    , m_selection(new viewmodels::Selection(this))
    , m_journal(std::make_unique<document::Journal>(*m_document, setup.journals))
    , m_view(new canvas::Canvas(around(), m_theme, this))
    , m_start(new StartPage(setup, this))
    , m_stack(new QStackedWidget(this))
    , m_notices(new Notices(this))
    , m_whatIfBar(new WhatIfBar(*m_whatIf, this))
    , m_toast(new Toast(m_view, [this](const QRect& place) { return m_view->hides(place); }))
    , m_status(new StatusLine(*m_document, *m_judge, this))
    , m_docks(new Docks(*this, around(), m_theme))
    , m_presentation(new Presentation(*this, *m_view, *m_docks))
    , m_trail(new SelectionTrail(*m_selection, *m_view, this))
    , m_saving(new Saving(*m_document, *m_journal, *m_notices, *setup.settings, this))
    , m_outside(new OutsideChanges(
          *m_document, *m_notices, [this](const Comparison& shown) { showComparison(shown); }, this)) {
    build(*setup.settings);
    follow();
    setTheme(setup.settings->theme());
    if (!restoreGeometry(setup.settings->geometry())) resize(firstSize);
    m_docks->restore(setup.settings->docks());
    showState();
}

MainWindow::~MainWindow() {
    // Going, the document empties its history, and says so: to a window that is half gone.
    m_document->disconnect();
    m_document->history().disconnect();
}

void MainWindow::build(Settings& settings) {
    auto* centre = new QWidget(this);
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_notices);
    column->addWidget(m_stack, 1);
    column->addWidget(m_whatIfBar); // below the map: above it would push it down
    m_stack->addWidget(m_start);
    m_stack->addWidget(m_view);
    centre->setFocusProxy(m_view);
    setCentralWidget(centre);
    setStatusBar(m_status);
    makePanelActions();
    m_actions = std::make_unique<Actions>(*this, *m_view);
    m_choices = std::make_unique<ExportChoices>(*m_actions, settings);
    fillMenus(*menuBar(), *m_actions, *this, settings);
    followWhatIf();
    m_tools = new ToolBar(*m_actions, *m_document, *m_judge, m_theme, this);
    addToolBar(m_tools);
    m_tools->offer(findChild<QAction*>(QStringLiteral("panel-outline")), m_docks->dock("outline"));
    m_chooser = new Chooser(m_theme, this);
}

workspace::Workspace MainWindow::around() {
    return {*m_document, *m_judge, *m_drawing, *m_selection, *this, *m_whatIf, *m_exporting};
}

/// The action is down while something is tried out, and its panel is there.
void MainWindow::followWhatIf() {
    QAction* action = m_actions->find("what-if");
    action->setCheckable(true);
    connect(m_whatIf, &jobs::WhatIf::switched, this, [this, action](bool on) {
        action->setChecked(on);
        if (on)
            m_docks->show("what-if");
        else
            m_docks->hide("what-if");
    });
}

void MainWindow::makePanelActions() {
    for (const panels::PanelKind& kind : panels::panelKinds()) {
        auto* action = new QAction(QCoreApplication::translate("Panel", kind.title), this);
        action->setObjectName(QStringLiteral("panel-") + QString::fromLatin1(kind.id));
        action->setShortcut(QKeySequence::fromString(QString::fromLatin1(kind.shortcut)));
        connect(action, &QAction::triggered, this, [this, id = kind.id] { m_docks->toggle(id); });
        addAction(action);
        m_panelActions += action;
    }
}

void MainWindow::follow() {
    connect(m_view, &canvas::Canvas::zoomChanged, m_status, &StatusLine::showZoom);
    m_status->showZoom(m_view->viewport().scale);
    connect(m_drawing, &jobs::Drawing::drawn, this, &MainWindow::showPicture);
    connect(m_view, &canvas::DiagramView::prepared, this, &MainWindow::showPicture);
    connect(m_judge, &jobs::Judge::analysed, this, [this] {
        if (!m_drawing->isBusy()) showPicture(); // the promises are as the picture shows them
    });
    connect(m_drawing, &jobs::Drawing::failed, this, [this](const QString& why) {
        if (!m_judge->isAnalysed()) return; // drawn once more with what promises come to
        m_complaints += why;
        finish();
    });
    connect(m_document, &document::Document::statusChanged, this, &MainWindow::showState);
    // What stood in the way of the last attempt stands in nobody's way any more.
    connect(m_document, &document::Document::changed, m_notices,
            [this] { m_notices->drop(QStringLiteral("say")); });
    connect(m_journal.get(), &document::Journal::failed, this,
            [this](const QString& why) { m_notices->say(QStringLiteral("journal"), why); });
    connect(m_saving, &Saving::refused, m_outside, &OutsideChanges::askAnew);
    connect(m_saving, &Saving::saved, this,
            [this](const QString& file) { toast(tr("Saved to %1").arg(file), {}, {}); });
    connect(m_view, &canvas::Canvas::viewportChanged, m_toast, &Toast::follow);
    const QUndoStack& history = m_document->history();
    const auto name = [this](const char* id, const QString& word) {
        return [this, id, word](const QString& step) {
            m_actions->find(id)->setText(
                step.isEmpty() ? word : tr("%1 %2", "undo, and which step").arg(word, step));
        };
    };
    connect(&history, &QUndoStack::undoTextChanged, this, name("undo", tr("Undo")));
    connect(&history, &QUndoStack::redoTextChanged, this, name("redo", tr("Redo")));
    connect(&history, &QUndoStack::canUndoChanged, this, &MainWindow::showState);
    connect(&history, &QUndoStack::canRedoChanged, this, &MainWindow::showState);
    connect(m_setup.desktop.get(), &DesktopColours::changed, this, [this] {
        if (m_choice == ThemeChoice::System) setTheme(m_choice);
    });
    followExports();
    connect(m_presentation, &Presentation::switched, this, &MainWindow::showState);
    connect(m_docks, &Docks::comparisonWanted, this, &MainWindow::compareWith);
    connect(m_start, &StartPage::newWanted, this, &MainWindow::askNew);
    connect(m_start, &StartPage::openWanted, this, &MainWindow::askOpen);
    connect(m_start, &StartPage::pasteWanted, this, &MainWindow::pasteModel);
    connect(m_start, &StartPage::fileWanted, this, &MainWindow::fileWanted);
    connect(m_start, &StartPage::sampleWanted, this, &MainWindow::showSample);
    connect(m_start, &StartPage::complete, this, [this] {
        if (!m_document->isOpen() && !busy()) emit finished();
    });
}

void MainWindow::setTheme(ThemeChoice choice) {
    m_choice = choice;
    m_theme = picture::loadTheme(themeName(choice, m_setup.desktop->isDark())).value();
    QApplication::setPalette(paletteFor(m_theme));
    setStyleSheet(styleSheetFor(m_theme));
    m_view->setTheme(m_theme);
    m_start->setTheme(m_theme);
    m_docks->setTheme(m_theme);
    m_notices->setTheme(m_theme);
    m_whatIfBar->setTheme(m_theme);
    m_toast->setTheme(m_theme);
    m_status->setTheme(m_theme);
    m_tools->setTheme(m_theme);
    m_chooser->setTheme(m_theme);
    if (m_help) m_help->setTheme(m_theme);
    if (m_compare) m_compare->setTheme(m_theme);
}

void MainWindow::chooseTheme(ThemeChoice choice) {
    m_setup.settings->setTheme(choice);
    setTheme(choice);
    emit themeChosen(choice);
}

void MainWindow::chooseLanguage(const QString& language) {
    const QString before = languageFor(m_setup.settings->language());
    m_setup.settings->setLanguage(language);
    const QString then = languageFor(language);
    if (then == before) return;
    const QAction* action = m_actions->find("language-" + then.toStdString());
    const QString name = action ? action->text() : then;
    m_notices->say(QStringLiteral("language"), tr("From the next start on, Factline speaks %1.").arg(name));
}

bool MainWindow::busy() const {
    return m_reading.isOut() || m_view->isPreparing() ||
           (m_document->isOpen() && (m_drawing->isBusy() || !m_judge->isAnalysed()));
}

QString MainWindow::noticed() const {
    QStringList texts;
    for (const char* topic : {"reading", "say", "save"})
        texts += m_notices->text(QLatin1String(topic));
    texts.removeAll(QString());
    return texts.join(QLatin1Char('\n'));
}

bool MainWindow::isFree() const {
    if (m_reading.isOut()) return false;
    return !m_document->isOpen() ||
           (m_document->file().empty() && !m_document->isDirty() && m_document->history().count() == 0);
}

void MainWindow::open(const std::filesystem::path& fileOrFolder) {
    m_opening = fileOrFolder;
    m_reading.send([fileOrFolder] { return document::openFile(fileOrFolder); },
                   [this](Result<document::Opened> opened) {
                       m_complaints.clear();
                       if (opened) {
                           show(std::move(*opened), false);
                           m_setup.settings->remember(m_document->file());
                           return;
                       }
                       m_complaints += toQString(opened.error().message);
                       finish();
                   });
    showState();
    m_isOpening = true;
    showWork();
    if (!m_view->hasDiagram()) m_view->setInvitation(tr("Drawing the model …"));
}

void MainWindow::show(document::Opened opened, bool unsaved) {
    m_complaints.clear();
    for (const Phrase& notice : opened.notices)
        m_complaints += toQString(notice);
    const auto& problems = opened.state->base->problems;
    if (!problems.empty())
        m_complaints += tr("%n reading problem(s) in the model. The first: %1", nullptr,
                           static_cast<int>(problems.size()))
                            .arg(toQString(contract::said(problems.front())));
    const bool another = !m_document->isOpen() || m_document->file() != opened.file || opened.file.empty();
    if (another) {
        keepView();
        m_lastView = opened.file.empty() ? QByteArray() : m_setup.settings->view(opened.file);
        m_view->clear();
        m_selection->clear();
        m_trail->forget();
        m_judge->setStage({});
    }
    m_document->show(std::move(opened), unsaved);
    showState();
    m_view->setFocus();
}

void MainWindow::recover(const document::Leftover& leftover) {
    show(leftover.opened, true);
    m_journal->writeNow();
    document::removeLeftover(leftover);
}

void MainWindow::offer(const document::Leftover& leftover,
                       const std::function<void(const document::Leftover&)>& act, bool waits) {
    offerLeftover(
        leftover, *m_notices, act, [this](const Comparison& shown) { showComparison(shown); }, waits);
}

void MainWindow::withdraw(const document::Leftover& leftover) {
    withdrawLeftover(leftover, *m_notices);
}

/// So that the next time the same is seen.
void MainWindow::keepView() {
    if (m_document->isOpen() && !m_document->file().empty() && m_view->hasDiagram())
        m_setup.settings->setView(m_document->file(),
                                  viewToKeep(*m_view, *m_selection, m_document->snapshot()->model));
}

void MainWindow::showPicture() {
    if (!m_judge->isAnalysed()) return; // perhaps drawn once more with what promises come to
    if (!m_view->hasDiagram() && m_view->isPreparing()) return;
    // A file that cannot be understood at all must not take the picture away that was there.
    const auto& state = *m_document->snapshot();
    if (m_view->hasDiagram() && !state.base->problems.empty() && state.model.contexts.empty())
        m_complaints += tr("The picture shows the model as it was last understood.");
    if (const QByteArray last = std::exchange(m_lastView, {}); !last.isEmpty() && m_view->hasDiagram())
        lookAgain(last, *m_view, *m_selection, state.model);
    finish();
}

void MainWindow::finish() {
    m_isOpening = false;
    showWork();
    m_notices->say(QStringLiteral("reading"), m_complaints.join(QLatin1Char('\n')));
    m_complaints.clear();
    showState();
    emit finished();
}

void MainWindow::showWork() {
    m_status->showWork(m_isOpening             ? tr("Drawing %1 …").arg(pathText(m_opening.filename()))
                       : m_exporting->isBusy() ? tr("Exporting …")
                                               : QString());
}

void MainWindow::showState() {
    const bool open = m_document->isOpen();
    const bool model = open || m_reading.isOut();
    m_stack->setCurrentIndex(model ? 1 : 0);
    const bool chrome = model && !m_presentation->isOn();
    m_docks->setPresent(chrome);
    m_tools->setVisible(chrome);
    m_status->setVisible(chrome);
    m_actions->enable(open, m_view->hasDiagram());
    m_actions->find("undo")->setEnabled(open && m_document->history().canUndo());
    m_actions->find("redo")->setEnabled(open && m_document->history().canRedo());
    if (open && !busy()) m_view->setInvitation(tr("Press C for a context, or Ctrl+Space for anything."));
    if (!open) return setWindowTitle(QStringLiteral("Factline"));
    const QString name =
        m_document->file().empty() ? m_document->title() : pathText(m_document->file().filename());
    const QString mark = m_document->isDirty() ? QStringLiteral("• ") : QString();
    setWindowTitle(QStringLiteral("%1%2 — Factline").arg(mark, name));
}

void MainWindow::notice(const QString& text) {
    m_notices->say(QStringLiteral("say"), text);
}

void MainWindow::toast(const QString& text, const QString& action, std::function<void()> act) {
    m_toast->say(text, action, std::move(act));
}

void MainWindow::showPage(const QString& page) {
    if (!m_help) m_help = new HelpWindow(m_theme, this);
    m_help->open(page);
    m_help->show();
    m_help->activateWindow();
}

void MainWindow::showComparison(const Comparison& comparison) {
    auto* window = new DifferenceWindow(comparison, m_theme, this);
    window->show();
    window->activateWindow();
}

void MainWindow::togglePresentation() {
    m_presentation->setOn(!m_presentation->isOn());
    if (m_presentation->isOn()) toast(tr("F5 ends it. “.” and “,” go along the way of a change."), {}, {});
}

/// What nobody else takes: Esc brings the keyboard back to the canvas, and then leaves what fills the screen.
void MainWindow::keyPressEvent(QKeyEvent* event) {
    const bool escape = event->key() == Qt::Key_Escape;
    if (escape && m_document->isOpen() && !m_view->hasFocus()) return m_view->setFocus();
    if (escape && m_presentation->isOn()) return m_presentation->setOn(false);
    QMainWindow::keyPressEvent(event);
}

/// Asks where something is still on its way out; the window then closes by itself.
bool MainWindow::isExported() {
    if (!m_exporting->isBusy()) return true;
    m_closes = true;
    const auto stay = [this] { m_closes = false; };
    m_notices->ask(
        QStringLiteral("export"), tr("An export is still under way. The window closes once it is done."),
        {{tr("Stay"), stay}, {tr("Close without waiting"), [this] { m_exporting->letGo(); }}}, stay);
    m_notices->takeKeyboard(QStringLiteral("export"));
    return false;
}

/// Says that something is on its way out, and closes the window after it where that was asked for.
void MainWindow::followExports() {
    connect(m_exporting, &jobs::Exporting::noticed, this, [this] {
        m_closes = false; // the user is to read it
        m_notices->drop(QStringLiteral("export"));
    });
    connect(m_exporting, &jobs::Exporting::busyChanged, this, [this](bool busy) {
        showWork();
        if (busy) return;
        m_notices->drop(QStringLiteral("export"));
        if (std::exchange(m_closes, false)) close();
    });
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!isExported() || !m_saving->mayGo([this] { close(); })) {
        event->ignore();
        activateWindow();
        return;
    }
    m_presentation->setOn(false);
    keepView();
    m_setup.settings->setGeometry(saveGeometry());
    m_setup.settings->setDocks(m_docks->state());
    QMainWindow::closeEvent(event);
}

} // namespace factline::shell
