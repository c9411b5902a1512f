// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QTreeWidget>

#include "jobs/judge.h"
#include "picture/theme.h"

namespace factline::panels {

/// Lists what could not be read and what the rules object to; choosing a line says which finding it is.
class ProblemsPanel : public QTreeWidget {
    Q_OBJECT
public:
    explicit ProblemsPanel(picture::Theme theme, QWidget* parent = nullptr);

    void show(const std::shared_ptr<const jobs::Judgement>& judgement);
    void setTheme(picture::Theme theme);
    /// What a line tells of; null for a reading problem.
    const Finding* findingAt(int line) const;

signals:
    void chosen(const factline::Finding& finding);

private:
    void fill();

    picture::Theme m_theme;
    std::shared_ptr<const jobs::Judgement> m_judgement;
};

} // namespace factline::panels
