// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "jobs/latest_job.h"
#include "panels/panel.h"
#include "verification/spoken.h"

class QLabel;
class QListWidget;
class QListWidgetItem;

namespace factline::panels {

class AddressBar;

/// Asks a live database, on demand only, whether it is as the model has it and how fresh; it reads, and where
/// the database is, is forgotten with the window.
class DatabasePanel : public Panel {
    Q_OBJECT
public:
    DatabasePanel(const workspace::Workspace& around, const picture::Theme& theme, QWidget* parent = nullptr);

    void setTheme(const picture::Theme& theme) override;

private:
    using Answer = Result<std::vector<verification::Sentence>>;

    void build();
    void follow();
    void ask();
    void forget();
    void show(const Answer& answer);
    void mark(QListWidgetItem& item) const;
    void showState();

    workspace::Workspace m_around;
    picture::Theme m_theme;
    AddressBar* m_address;
    QLabel* m_state;   ///< what to do, or what goes on
    QLabel* m_problem; ///< why there is no answer
    QListWidget* m_sentences;
    jobs::LatestJob<Answer> m_job;
};

} // namespace factline::panels
