// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "panels/panel.h"
#include "viewmodels/problems_filter.h"
#include "viewmodels/problems_model.h"

class QComboBox;
class QLabel;
class QLayout;
class QLineEdit;
class QTreeView;

namespace factline::panels {

class FilterButton;
class MendCard;
class ProblemDelegate;

/// Lists what could not be read and what the rules object to; choosing a line selects what it is about.
class ProblemsPanel : public Panel {
    Q_OBJECT
public:
    ProblemsPanel(const workspace::Workspace& around, const picture::Theme& theme, QWidget* parent = nullptr);

    void setTheme(const picture::Theme& theme) override;

    /// Goes to the next problem (`step` 1) or the one before (-1), round and round.
    void jump(int step);

    /// Shows what can be done about the current problem: its fix, or a waiver. Without a current one: the
    /// first about what is selected.
    void mend();
    void waive();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QLayout* buildTop();
    void buildList();
    void buildActions();
    void groupBy(int choice);
    void filter();
    void showTop();
    void showWhatIsThere();
    void fill(std::shared_ptr<const jobs::Judgement> judgement);
    void choose(const QModelIndex& index);
    void unfold();
    void explain(const QModelIndex& index);
    const Finding* currentFinding();
    const viewmodels::ProblemRow& rowAt(const QModelIndex& index) const;
    const Finding* findingAt(const QModelIndex& index) const;
    void showMenu(const QPoint& where);

    workspace::Workspace m_around;
    viewmodels::ProblemsModel m_model;
    viewmodels::ProblemsFilter m_proxy;
    QLineEdit* m_filter;
    FilterButton* m_show;
    QComboBox* m_grouping;
    ProblemDelegate* m_delegate;
    QTreeView* m_list;
    QLabel* m_nothing;
    MendCard* m_card;
    std::uint64_t m_visited = 0;    ///< number of the line that was shown last
    QPersistentModelIndex m_upNext; ///< where that was mended, the line that came to its place
    std::shared_ptr<const jobs::Judgement> m_judgement;
};

} // namespace factline::panels
