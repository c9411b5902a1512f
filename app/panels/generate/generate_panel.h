// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <QTimer>

#include "jobs/latest_job.h"
#include "panels/panel.h"
#include "viewmodels/generated_files_model.h"
#include "viewmodels/generation.h"
#include "viewmodels/picks_model.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QSplitter;
class QTreeView;

namespace factline::panels {

class DiffView;
class FileDelegate;

/// Shows what the model gives as code: targets and contexts to tick, the files against what is in the output
/// folder, their differences; writes them on demand only.
class GeneratePanel : public Panel {
    Q_OBJECT
public:
    GeneratePanel(const workspace::Workspace& around, const picture::Theme& theme, QWidget* parent = nullptr);
    ~GeneratePanel() override;

    void setTheme(const picture::Theme& theme) override;

protected:
    void showEvent(QShowEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    using Shown = std::shared_ptr<const viewmodels::Preview>;
    using Written = Result<std::vector<generate::WrittenFile>>;

    void build();
    QWidget* buildTop();
    void buildTrees();
    void connectAll();
    void follow();
    bool isSeen() const; ///< neither hidden nor behind another tab
    void show(Result<viewmodels::Preview> preview);
    void showSummary();
    void showSelected();
    void pick(const QString& context, const QString& target, bool wanted);
    void chooseFolder();
    std::filesystem::path folder() const;
    QString settingsGroup() const;
    void readSettings();
    void keepSettings() const;
    void write();
    void tell(const Written& written);

    workspace::Workspace m_around;
    QWidget* m_top;
    QLineEdit* m_folder;
    QPushButton* m_write;
    QLabel* m_summary;
    QLabel* m_nothing;
    QSplitter* m_parts;
    QTreeView* m_pickTree;
    QTreeView* m_fileTree;
    QLabel* m_caption;
    DiffView* m_diff;
    FileDelegate* m_delegate;
    viewmodels::PicksModel m_picks;
    viewmodels::GeneratedFilesModel m_files;
    viewmodels::Choices m_choices;
    std::filesystem::path m_settingsOf; ///< the model whose choices these are
    Shown m_shown;                      ///< null: nothing was worked out yet, or it could not be
    QTimer m_typing;                    ///< ends the typing of a folder
    bool m_behind = true;
    jobs::LatestJob<Result<viewmodels::Preview>> m_job;
    jobs::LatestJob<viewmodels::Versions> m_comparing;
    jobs::LatestJob<Written> m_writing;
};

} // namespace factline::panels
