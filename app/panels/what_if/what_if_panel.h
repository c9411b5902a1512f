// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "panels/panel.h"
#include "viewmodels/scenario_table.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QTableView;
class QVBoxLayout;

namespace factline::panels {

class DialRow;
class OutageCard;
class ScenarioDelegate;

/// What would happen if: the hops of one promise to be turned, an outage to be assumed, what promises come to
/// then, beside the scenarios that the model keeps. The model changes by Apply and Keep alone.
class WhatIfPanel : public Panel {
    Q_OBJECT
public:
    WhatIfPanel(const workspace::Workspace& around, const picture::Theme& theme, QWidget* parent = nullptr);

    void setTheme(const picture::Theme& theme) override;

private:
    using Way = std::pair<Ref, Ref>; ///< a view and a change that reaches it

    QWidget* makeStart();
    void addPromise(QVBoxLayout& column);
    void addComparison(QVBoxLayout& column);
    void addSteps(QVBoxLayout& column);
    void followSelection();
    bool takeSelected();
    void follow();
    void offer();
    void fillDials();
    void sayPromise();
    void fillScenarios();
    void say(const Result<edit::Applied>& done);

    workspace::Workspace m_around;
    picture::Theme m_theme;
    std::vector<Way> m_ways;
    Way m_way;
    bool m_begins = true; ///< it was off: the view that is selected is the one to begin with
    std::vector<DialRow*> m_dials;
    std::vector<std::string> m_places; ///< of the dials
    QWidget* m_start;
    QWidget* m_body;
    QScrollArea* m_scroll;
    QComboBox* m_choice = nullptr;
    QLabel* m_verdict = nullptr;
    QLabel* m_problem = nullptr;
    QVBoxLayout* m_rows = nullptr;
    OutageCard* m_outage = nullptr;
    QComboBox* m_scenario = nullptr;
    QLabel* m_tableTitle = nullptr;
    QTableView* m_table = nullptr;
    ScenarioDelegate* m_delegate = nullptr;
    viewmodels::ScenarioTable m_model;
    std::shared_ptr<const freshness::Analysis> m_usual; ///< that the table shows
    QLineEdit* m_name = nullptr;
    QPushButton* m_apply = nullptr;
    QPushButton* m_keep = nullptr;
    QPushButton* m_reset = nullptr;
};

} // namespace factline::panels
