// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include <QMainWindow>

#include "base/result.h"
#include "diagram/diagram.h"
#include "document/prompts.h"
#include "shell/actions.h"
#include "shell/difference.h"
#include "shell/setup.h"
#include "workspace/workspace.h"

class QStackedWidget;

namespace factline::canvas {
class Canvas;
}

namespace factline::shell {

class Chooser;
class CompareWindow;
class Docks;
class ExportChoices;
class HelpWindow;
class Notices;
class OutsideChanges;
class Presentation;
class Saving;
class SelectionTrail;
class StartPage;
class StatusLine;
class Toast;
class ToolBar;
class WhatIfBar;
struct Sample;

/// Puts the rooms together for one document: canvas, panels, menus, bars. What an action does stands here in
/// a line or two, or in the class that it belongs to.
class MainWindow : public QMainWindow, private document::Prompts {
    Q_OBJECT
public:
    explicit MainWindow(const Setup& setup);
    ~MainWindow() override;

    /// Reads, judges and draws a model in the background; finished() follows. Where that fails, the picture
    /// before stays and a bar says why.
    void open(const std::filesystem::path& fileOrFolder);
    /// Shows a model that was read already. `unsaved`: it holds what no file holds.
    void show(document::Opened opened, bool unsaved);
    using QMainWindow::show;
    /// The same for what a crash left behind: kept in the own journal before the other one goes.
    void recover(const document::Leftover& leftover);
    void offer(const document::Leftover& leftover, const std::function<void(const document::Leftover&)>& act,
               bool waits);
    void withdraw(const document::Leftover& leftover);
    bool isFree() const; ///< nothing in it would be missed if it showed another model

    void askNew();
    void askOpen();
    void showSample(const Sample& sample);
    void pasteModel();
    void askSave();
    void askSaveAs();
    void saveAs(const std::filesystem::path& file);
    void askExport();
    void exportTo(const std::filesystem::path& file);
    void askReview();
    void reviewTo(const std::filesystem::path& file);
    void copyPicture();
    void askCompare(); ///< with another file, taken for the earlier one
    void togglePresentation();
    void compareWithStart(); ///< with the model as it was opened
    void undo() { m_document->history().undo(); }
    void redo() { m_document->history().redo(); }
    void jump();
    void showPalette();
    void chooseTheme(ThemeChoice choice); ///< and remembers it
    /// "de"; empty: that of the desktop. It is spoken from the next start on, and the window says so.
    void chooseLanguage(const QString& language);
    void setTheme(ThemeChoice choice);
    void showPage(const QString& page) override;

    bool busy() const;
    QString noticed() const; ///< empty: nothing to object to
    const document::Document& document() const { return *m_document; }
    document::Document& document() { return *m_document; }
    const jobs::Judge& judge() const { return *m_judge; }
    jobs::WhatIf& whatIf() { return *m_whatIf; }
    const jobs::Exporting& exporting() const { return *m_exporting; }
    viewmodels::Selection& selection() { return *m_selection; }
    canvas::Canvas& view() { return *m_view; }
    Docks& docks() { return *m_docks; }
    SelectionTrail& trail() { return *m_trail; }
    const Actions& actions() const { return *m_actions; }
    jobs::Judge& judge() { return *m_judge; }
    const QList<QAction*>& panelActions() const { return m_panelActions; }
    OutsideChanges& outsideChanges() { return *m_outside; }

signals:
    /// The model asked for is drawn, or it is said why not; or the start page is complete.
    void finished();
    void windowWanted();
    void quitWanted();
    void fileWanted(const std::filesystem::path& file);
    void modelWanted(const factline::document::Opened& opened, bool unsaved);
    void themeChosen(factline::shell::ThemeChoice choice);

protected:
    void closeEvent(QCloseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void notice(const QString& text) override;
    void toast(const QString& text, const QString& action, std::function<void()> act) override;
    void build(Settings& settings);
    void follow();
    void makePanelActions();
    void followWhatIf();
    void followExports();
    workspace::Workspace around();
    void showPicture();
    void finish();
    void showState();
    void showWork();
    void keepView();
    void showComparison(const Comparison& comparison);
    CompareWindow& compareWindow();
    bool isExported();
    void compareWith(const document::Snapshot& earlier, const QString& called);

    Setup m_setup;
    ThemeChoice m_choice = ThemeChoice::System;
    picture::Theme m_theme;
    std::filesystem::path m_opening;
    document::Document* m_document;
    jobs::Judge* m_judge;
    jobs::Drawing* m_drawing;
    jobs::WhatIf* m_whatIf;
    jobs::Exporting* m_exporting;
    viewmodels::Selection* m_selection;
    std::unique_ptr<document::Journal> m_journal;
    canvas::Canvas* m_view;
    StartPage* m_start;
    QStackedWidget* m_stack;
    Notices* m_notices;
    WhatIfBar* m_whatIfBar;
    Toast* m_toast;
    StatusLine* m_status;
    Docks* m_docks;
    Presentation* m_presentation;
    SelectionTrail* m_trail;
    Saving* m_saving;
    OutsideChanges* m_outside;
    QList<QAction*> m_panelActions;
    std::unique_ptr<Actions> m_actions;
    std::unique_ptr<ExportChoices> m_choices;
    ToolBar* m_tools = nullptr;
    Chooser* m_chooser = nullptr;
    HelpWindow* m_help = nullptr;       ///< made when it is first asked for
    CompareWindow* m_compare = nullptr; ///< likewise
    QByteArray m_lastView;              ///< until the first picture is there
    bool m_isOpening = false;           ///< until the file is drawn, or refused
    bool m_closes = false;              ///< once nothing is on its way out any more
    QStringList m_complaints;           ///< about what is being opened
    document::Errand<Result<document::Opened>> m_reading{this};
};

} // namespace factline::shell
