// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include <QMainWindow>

#include "base/result.h"
#include "diagram/diagram.h"
#include "document/document.h"
#include "document/prompts.h"
#include "jobs/drawing.h"
#include "jobs/judge.h"
#include "jobs/latest_job.h"
#include "picture/layout_process.h"
#include "shell/palette.h"
#include "viewmodels/selection.h"

class QLabel;

namespace factline::canvas {
class Canvas;
}
namespace factline::panels {
class Panel;
}

namespace factline::shell {

class HelpWindow;
class NoticeBar;

/// Puts the rooms together: opens a model, draws it in the background, shows picture, problems and counts.
class MainWindow : public QMainWindow, private document::Prompts {
    Q_OBJECT
public:
    /// `desktop`: the palette that the desktop gave before the program set its own.
    explicit MainWindow(const QPalette& desktop, picture::LayoutProcess layout = {});
    ~MainWindow() override;

    /// Reads, judges and draws a model in the background; finished() follows. Where that fails, the picture
    /// before stays and the notice bar says why.
    void open(const std::filesystem::path& fileOrFolder);
    void setTheme(ThemeChoice choice);
    void exportTo(const std::filesystem::path& file);

    bool busy() const;
    QString noticed() const; ///< empty: nothing to object to
    const document::Document& document() const { return *m_document; }
    const jobs::Judge& judge() const { return *m_judge; }
    canvas::Canvas& view() { return *m_view; }

signals:
    /// The model asked for is drawn, or it is said why not.
    void finished();

private:
    void notice(const QString& text) override;
    void toast(const QString& text, const QString& action, std::function<void()> act) override;
    void showPage(const QString& page) override;
    void buildMenus();
    void buildStatusBar();
    void askOpen();
    void askExport();
    void show(Result<document::Opened> opened);
    void showPicture();
    void finish();
    void showCounts();
    void showZoom(double scale);
    void setBusy(bool busy);

    QPalette m_desktop;
    picture::Theme m_theme;
    std::filesystem::path m_opening;
    document::Document* m_document;
    jobs::Judge* m_judge;
    jobs::Drawing* m_drawing;
    viewmodels::Selection* m_selection;
    canvas::Canvas* m_view;
    panels::Panel* m_problems;
    QDockWidget* m_problemsDock;
    NoticeBar* m_notice;
    HelpWindow* m_help = nullptr; ///< made when it is first asked for
    QLabel* m_counts;
    QLabel* m_errors;
    QLabel* m_warnings;
    QLabel* m_work;
    QLabel* m_zoom;
    QAction* m_export = nullptr;
    QStringList m_complaints;                        ///< about what is being opened
    jobs::LatestJob<Result<document::Opened>> m_job; ///< last: it stops before the rest goes
};

} // namespace factline::shell
