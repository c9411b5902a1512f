// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QFrame>

#include "base/finding.h"
#include "picture/theme.h"
#include "workspace/workspace.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace factline::panels {

class DiffView;

/// What can be done about one problem, beside the list: its fix, looked at before it is done, or a waiver.
class MendCard : public QFrame {
    Q_OBJECT
public:
    MendCard(const workspace::Workspace& around, const picture::Theme& theme, QWidget* parent = nullptr);

    /// Shows the fix of a finding as the lines that it changes; where only people can mend it, says so.
    void offerFix(const Finding& finding);
    /// Asks for what a waiver needs.
    void offerWaiver(const Finding& finding);
    void setTheme(const picture::Theme& theme);

signals:
    void closed();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* buildFix(const picture::Theme& theme);
    QWidget* buildWaiver();
    void mend();
    [[nodiscard]] QString objectionToLastDay() const; ///< what is wrong with it; empty: nothing
    void waive();
    void done();

    workspace::Workspace m_around;
    std::optional<Finding> m_finding;
    QLabel* m_title;
    QLabel* m_note;
    QStackedWidget* m_pages;
    DiffView* m_difference;
    QLineEdit* m_reason;
    QLineEdit* m_by;
    QLineEdit* m_until;
    QPushButton* m_apply;
    QPushButton* m_keep;
    QToolButton* m_toWaiver;
};

} // namespace factline::panels
