// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "jobs/comparing.h"
#include "picture/theme.h"
#include "viewmodels/changes_model.h"

class QHBoxLayout;
class QLabel;
class QStackedWidget;
class QTreeView;

namespace factline::shell {

class ChangeDelegate;
class CompareView;

/// What has become of the open model since an earlier state of it or another file, in a window of its own:
/// one picture, and the list of changes to walk through. It follows the document.
class CompareWindow : public QWidget {
    Q_OBJECT
public:
    CompareWindow(const document::Document& document, const picture::LayoutProcess& layout,
                  const picture::Theme& theme, QWidget* parent = nullptr);

    /// `called`: the earlier state in words ("it was opened").
    void with(const document::Snapshot& earlier, const QString& called, const std::string& stage);
    void with(const std::filesystem::path& file, const std::string& stage);
    void setTheme(const picture::Theme& theme);

    const std::shared_ptr<const picture::Compared>& shown() const { return m_shown; }
    bool isBusy() const;
    CompareView& view() { return *m_view; }
    void walk(int by); ///< to the next change (1) or the one before (-1), round and round

signals:
    void wanted(const factline::ElementKey& element); ///< to be looked at in the model

private:
    void build();
    void name(const QString& called);
    void showCompared(const std::shared_ptr<const picture::Compared>& compared);
    void showCounts();
    void followLine();
    void goTo(const ElementKey& shape);
    void open(const QModelIndex& line);

    const document::Document& m_document;
    jobs::Comparing m_comparing;
    std::shared_ptr<const picture::Compared> m_shown;
    viewmodels::ChangesModel m_model;
    picture::Theme m_theme;
    QLabel* m_title;
    QHBoxLayout* m_counts;
    QStackedWidget* m_pages; ///< what is to be said, or the list
    QLabel* m_said;
    ChangeDelegate* m_delegate;
    QTreeView* m_list;
    CompareView* m_view;
};

} // namespace factline::shell
