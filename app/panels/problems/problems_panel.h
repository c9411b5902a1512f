// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "panels/panel.h"

class QTreeWidget;

namespace factline::panels {

/// Lists what could not be read and what the rules object to; choosing a line selects what it is about.
class ProblemsPanel : public Panel {
    Q_OBJECT
public:
    ProblemsPanel(const Surroundings& around, picture::Theme theme, QWidget* parent = nullptr);

    void setTheme(const picture::Theme& theme) override;

private:
    void fill();
    void choose(int line);

    Surroundings m_around;
    picture::Theme m_theme;
    QTreeWidget* m_list;
    std::shared_ptr<const jobs::Judgement> m_judgement;
};

} // namespace factline::panels
