// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "picture/theme.h"
#include "viewmodels/outlook.h"

class QFrame;
class QLabel;
class QPushButton;

namespace factline::panels {

class PartsBar;

/// Says in a few lines whether a promise can be kept and what would mend it, or what a decision risks.
class OutlookCard : public QWidget {
    Q_OBJECT
public:
    explicit OutlookCard(QWidget* parent);

    /// Nothing: hides.
    void show(const std::optional<viewmodels::Outlook>& outlook, const picture::Theme& theme);

signals:
    void moreWanted();

private:
    QLabel* m_title;
    QFrame* m_frame;
    QLabel* m_icon;
    QLabel* m_verdict;
    QLabel* m_words;
    PartsBar* m_bar;
    QLabel* m_parts;
    QLabel* m_mend;
    QPushButton* m_more;
};

} // namespace factline::panels
