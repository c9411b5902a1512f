// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSortFilterProxyModel>

#include "panels/panel.h"
#include "viewmodels/outline_model.h"

class QLabel;
class QLineEdit;
class QTreeView;

namespace factline::panels {

class OutlineDelegate;

/// Shows the model as a tree with a filter; selects, renames and deletes.
class OutlinePanel : public Panel {
    Q_OBJECT
public:
    OutlinePanel(const workspace::Workspace& around, const picture::Theme& theme, QWidget* parent = nullptr);

    void setTheme(const picture::Theme& theme) override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildTree();
    void show(const document::Snapshot& snapshot);
    void followJudgement(const jobs::Judgement& judgement);
    void filter(const QString& text);
    void expandFirst();
    void takeSelection();
    void giveSelection();
    void reveal();
    void rename(ElementId id, const QString& name);
    void removeSelected();
    void keepExpanded(const QModelIndex& index, bool expanded);
    QModelIndex firstHit() const;

    workspace::Workspace m_around;
    viewmodels::OutlineModel m_model;
    QSortFilterProxyModel m_proxy;
    QLineEdit* m_filter;
    QTreeView* m_tree;
    QLabel* m_nothing;
    OutlineDelegate* m_delegate;
    std::vector<QPersistentModelIndex> m_expanded; ///< without a filter; of the model, not the proxy
    bool m_selecting = false;                      ///< the selection is being carried from one to the other
};

} // namespace factline::panels
