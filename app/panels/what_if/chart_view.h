// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <QWidget>

#include "jobs/exporting.h"
#include "picture/chart.h"

namespace factline::panels {

/// Shows a chart as wide as there is room, in the window's theme, and exports it from its menu.
class ChartView : public QWidget {
    Q_OBJECT
public:
    using Make = std::function<picture::Chart(const QSizeF& size)>;

    ChartView(int height, jobs::Exporting& exporting, const picture::Theme& theme, QWidget* parent);

    void show(Make make);
    using QWidget::show;
    void setTheme(const picture::Theme& theme);
    /// The picture as it would be exported.
    picture::Chart chart() const { return m_make(QSizeF(size())); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void askExport();

    jobs::Exporting& m_exporting;
    picture::Theme m_theme;
    Make m_make;
};

} // namespace factline::panels
