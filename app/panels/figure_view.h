// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>

#include <QWidget>

#include "jobs/exporting.h"
#include "picture/chart.h"
#include "picture/figures/figure.h"

class QMenu;

namespace factline::panels {

/// One picture of numbers in a panel: as wide as there is room, with words for whoever points at a part of
/// it, and a menu to export or copy it.
class FigureView : public QWidget {
    Q_OBJECT
public:
    /// Makes the picture for a theme and a size. One whose height follows from its width heeds that alone.
    /// For a file it is made on another thread.
    using Maker = std::function<picture::Figure(const picture::Theme&, QSizeF)>;
    /// How the picture is in a file.
    struct Sheet {
        QString title;                 ///< above it
        std::function<QString()> line; ///< beneath that: the model and its state; asks the drive for them
        QString name;                  ///< of the file at first, without its ending
        QSizeF size;                   ///< of the picture
        Maker whole{};                 ///< makes it, where the screen shows a part
    };

    FigureView(jobs::Exporting& exporting, const picture::Theme& theme, QWidget* parent);

    void show(Maker maker, Sheet sheet);
    void setTheme(const picture::Theme& theme);
    const picture::Figure& figure() const { return m_figure; }

    /// "Export … as SVG or PNG…" and "Copy …", for this menu and its owner's.
    void addActions(QMenu& menu);
    /// Has the picture written; the user is told what came of it.
    void exportTo(const std::filesystem::path& file);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool event(QEvent* event) override;

private:
    void make();
    void askExport();
    void copy();
    picture::Chart page() const;

    jobs::Exporting& m_exporting;
    picture::Theme m_theme;
    Maker m_maker;
    Sheet m_sheet;
    picture::Figure m_figure;
};

} // namespace factline::panels
