// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QTreeWidget>

#include "document/document.h"
#include "picture/theme.h"

namespace factline::panels {

/// Lists what could not be read and what the rules object to; choosing a line says which finding it is.
class ProblemsPanel : public QTreeWidget {
    Q_OBJECT
public:
    explicit ProblemsPanel(picture::Theme theme, QWidget* parent = nullptr);

    void show(const document::Snapshot& model);
    void setTheme(picture::Theme theme);
    /// What a line tells of; null for a reading problem.
    const Finding* findingAt(int line) const;

signals:
    void chosen(const factline::Finding& finding);

private:
    void fill();

    picture::Theme m_theme;
    document::Snapshot m_model;
};

} // namespace factline::panels
