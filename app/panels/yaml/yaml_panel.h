// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "jobs/latest_job.h"
#include "panels/resting_panel.h"
#include "panels/yaml/reading.h"
#include "panels/yaml/shown_files.h"
#include "panels/yaml/typing.h"

class QComboBox;
class QLabel;

namespace factline::panels {

class NoteList;
class StaleBar;
class YamlEditor;

/// The model's files as text, two ways: what is typed becomes the model as soon as it can be understood, and
/// what is done elsewhere changes the lines it concerns.
class YamlPanel : public RestingPanel {
    Q_OBJECT
public:
    YamlPanel(const workspace::Workspace& around, const picture::Theme& theme, QWidget* parent = nullptr);
    ~YamlPanel() override;

    void setTheme(const picture::Theme& theme) override;

protected:
    void follow() override;
    bool isFollowing() const override { return m_job.running(); }

private:
    void build();
    void connectAll();
    void show(Reading reading);
    void showFiles(Result<std::vector<contract::SourceFile>> files);
    void showFile(const QString& path);
    void showProblems();
    void showMarks();
    void catchUp();
    /// What the document has not yet; nothing waits any more then.
    std::optional<Shared<std::string>> whatIsTyped();
    void sendTyped();
    void step(bool back);
    void chooseAt(int line);
    void takeSelection();
    void goTo(const SourceRange& place);

    workspace::Workspace m_around;
    QComboBox* m_files;
    StaleBar* m_stale;
    YamlEditor* m_editor;
    NoteList* m_list;
    QLabel* m_nothing;
    ShownFiles m_shown;
    Typing m_typing;
    jobs::LatestJob<Reading> m_job;
    document::Snapshot m_readOf; ///< that the places were read of last
    bool m_choosing = false;     ///< the cursor in the text selects
    bool m_toReveal = false;     ///< what was selected elsewhere is to be shown once its place is known
};

} // namespace factline::panels
