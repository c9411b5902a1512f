// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "edit/answer.h"
#include "panels/panel.h"
#include "viewmodels/questions_model.h"

class QLabel;
class QPushButton;
class QTreeView;

namespace factline::panels {

class QuestionDelegate;

/// What is open between teams, under who has to answer, and answered in place.
class QuestionsPanel : public Panel {
    Q_OBJECT
public:
    QuestionsPanel(const workspace::Workspace& around, const picture::Theme& theme,
                   QWidget* parent = nullptr);

    void setTheme(const picture::Theme& theme) override;

private:
    QWidget* buildCard();
    void fill();
    void ask();
    void answer(edit::Saying saying);
    const viewmodels::QuestionRow* current() const;

    workspace::Workspace m_around;
    viewmodels::QuestionsModel m_model;
    QuestionDelegate* m_delegate;
    QTreeView* m_list;
    QLabel* m_nothing;
    QWidget* m_card;
    QLabel* m_question;
    QLabel* m_claim;
    QLabel* m_askers;
    QPushButton* m_yes;
    QPushButton* m_no;
};

} // namespace factline::panels
