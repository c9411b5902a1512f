// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QToolButton>

#include "picture/theme.h"
#include "viewmodels/problems_filter.h"

namespace factline::viewmodels {
class ProblemsModel;
}

namespace factline::panels {

/// Chooses by severity, context and rule which problems are listed; says on itself what is chosen.
class FilterButton : public QToolButton {
    Q_OBJECT
public:
    FilterButton(const viewmodels::ProblemsModel& problems, QWidget* parent);

    void setTheme(const picture::Theme& theme);
    /// What is chosen; it wants any words.
    const viewmodels::Wanted& chosen() const { return m_chosen; }
    void clear();

signals:
    void changed();

private:
    void fill();
    void take();

    const viewmodels::ProblemsModel& m_problems;
    viewmodels::Wanted m_chosen;
};

} // namespace factline::panels
