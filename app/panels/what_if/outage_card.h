// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "picture/theme.h"
#include "workspace/workspace.h"

class QComboBox;
class QLabel;
class QLineEdit;

namespace factline::panels {

class ChartView;
class DialSlider;

/// Assumes that a context is down for a while, and shows what comes of it.
class OutageCard : public QWidget {
    Q_OBJECT
public:
    OutageCard(const workspace::Workspace& around, const picture::Theme& theme, QWidget* parent);

    void setTheme(const picture::Theme& theme);
    /// Shows what is assumed, and what was worked out of it last. `near`: the context to begin with.
    void fill(const ContextName& near);

private:
    void assume(double minutes);
    void type();
    void offer(const ContextName& near);

    workspace::Workspace m_around;
    ContextName m_near;
    QComboBox* m_context;
    DialSlider* m_minutes;
    QLineEdit* m_duration;
    QLabel* m_said; ///< what counts
    ChartView* m_chart;
    QLabel* m_further; ///< a sentence a line
};

} // namespace factline::panels
