// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <stop_token>

#include "jobs/latest_job.h"
#include "panels/generate/remembered.h"
#include "panels/resting_panel.h"
#include "viewmodels/generated_files_model.h"
#include "viewmodels/generation.h"
#include "viewmodels/picks_model.h"

class QLabel;
class QSplitter;
class QTreeView;

namespace factline::panels {

class DifferencePane;
class FileDelegate;
class OutputBar;

/// Shows what the model gives as code: targets and contexts to tick, the files against what is in the output
/// folder, their differences; writes them on demand only.
class GeneratePanel : public RestingPanel {
    Q_OBJECT
public:
    GeneratePanel(const workspace::Workspace& around, const picture::Theme& theme, QWidget* parent = nullptr);
    ~GeneratePanel() override;

    void setTheme(const picture::Theme& theme) override;

protected:
    void follow() override;
    bool isFollowing() const override { return m_job.running() || m_writing.running(); }
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    using Written = Result<std::vector<generate::WrittenFile>>;

    /// A run that has begun, and what stops it.
    struct Begun {
        std::stop_source source;
        viewmodels::Run run;
    };

    void build();
    void buildTrees();
    void connectAll();
    void show(Result<viewmodels::Preview> preview);
    void showSummary();
    bool isMisread() const;
    void showSelected();
    void pick(const QString& context, const QString& target, bool wanted);
    void recall();
    void remember() const;
    Begun begin(bool atOnce);
    void write();
    void openFolder();
    std::filesystem::path folder() const;
    void tell(const Written& written, const viewmodels::RunProgress& progress);

    workspace::Workspace m_around;
    OutputBar* m_output;
    QLabel* m_nothing;
    QSplitter* m_parts;
    QTreeView* m_pickTree;
    QTreeView* m_fileTree;
    DifferencePane* m_difference;
    FileDelegate* m_delegate;
    viewmodels::PicksModel m_picks;
    viewmodels::GeneratedFilesModel m_files;
    viewmodels::Choices m_choices;
    std::filesystem::path m_chosenFor; ///< the model whose choices these are
    std::shared_ptr<const viewmodels::Preview>
        m_shown; ///< null: nothing was worked out yet, or it could not be
    jobs::LatestJob<Result<viewmodels::Preview>> m_job;
    jobs::LatestJob<Written> m_writing;
    std::stop_source m_stop; ///< of the run whose progress is shown
};

} // namespace factline::panels
