// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>

#include "jobs/latest_job.h"
#include "panels/panel.h"
#include "panels/yaml/yaml_editor.h"
#include "viewmodels/line_diff.h"
#include "viewmodels/line_notes.h"
#include "viewmodels/text_places.h"

class QComboBox;
class QLabel;
class QListView;

namespace factline::panels {

class StaleBar;
class YamlHighlighter;

/// The model's files as text, two ways: what is typed becomes the model as soon as it can be understood, and
/// what is done elsewhere changes the lines it concerns.
class YamlPanel : public Panel {
    Q_OBJECT
public:
    YamlPanel(const workspace::Workspace& around, const picture::Theme& theme, QWidget* parent = nullptr);
    ~YamlPanel() override;

    void setTheme(const picture::Theme& theme) override;

protected:
    void showEvent(QShowEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct Reading {
        Result<std::vector<contract::SourceFile>> files;
        viewmodels::TextPlaces places;
    };
    static Reading read(const document::Snapshot& snapshot);

    void build();
    void connectAll();
    void follow();
    bool isSeen() const; ///< neither hidden nor behind another tab
    void show(Reading reading);
    void showFiles(const Result<std::vector<contract::SourceFile>>& files);
    void showFile(const QString& path);
    void showProblems();
    void showMarks();
    void catchUp();
    void afterTyping();
    void sendTyped();
    void step(bool back);
    void chooseAt(int line);
    void takeSelection();
    void goToNote(const QModelIndex& index);
    std::vector<viewmodels::Hunk> readToShown(std::uint32_t file) const;
    std::optional<std::uint32_t> fileNumber(const std::string& path) const;
    LineMark markOf(const SourceRange& place, const QString& text, Severity severity) const;

    workspace::Workspace m_around;
    picture::Theme m_theme;
    QComboBox* m_files;
    StaleBar* m_stale;
    YamlEditor* m_editor;
    YamlHighlighter* m_highlighter;
    QListView* m_list;
    QLabel* m_nothing;
    viewmodels::LineNotes m_notes;
    viewmodels::TextPlaces m_places;
    jobs::LatestJob<Reading> m_job;
    std::vector<contract::SourceFile> m_shown; ///< every file as the editor has it, or would
    std::string m_path;                        ///< of the file in the editor
    document::Gesture m_gesture = document::noGesture;
    QTimer m_pause;       ///< ends what counts as one step of typing
    QTimer m_patience;    ///< until what was typed is sent, where reading it takes long
    bool m_behind = true; ///< the document has gone on, and the text not yet
    bool m_sending = false;
    bool m_choosing = false; ///< the cursor in the text selects
    bool m_toReveal = false; ///< what was selected elsewhere is to be shown once its place is known
};

} // namespace factline::panels
