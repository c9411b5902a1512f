// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QTreeWidget>

#include "document/document.h"
#include "picture/theme.h"

namespace factline::panels {

/// Lists what could not be read and what the rules object to; choosing a line names its element.
class ProblemsPanel : public QTreeWidget {
    Q_OBJECT
public:
    explicit ProblemsPanel(picture::Theme theme, QWidget* parent = nullptr);

    void show(const document::Snapshot& model);
    void setTheme(picture::Theme theme);
    /// The element of a line; Model where it is about no element.
    ElementKey elementAt(int line) const;

signals:
    void chosen(const factline::ElementKey& element);

private:
    void fill();

    picture::Theme m_theme;
    document::Snapshot m_model;
};

} // namespace factline::panels
