// SPDX-License-Identifier: Apache-2.0
#include "panels/what_if/chart_view.h"

#include <QContextMenuEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QPainter>

namespace factline::panels {

ChartView::ChartView(int height, jobs::Exporting& exporting, const picture::Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_exporting(exporting)
    , m_theme(theme) {
    setFixedHeight(height);
}

void ChartView::show(Make make) {
    m_make = std::move(make);
    const auto made = chart();
    setAccessibleName(made.title);
    setAccessibleDescription(made.description);
    update();
}

void ChartView::setTheme(const picture::Theme& theme) {
    m_theme = theme;
    update();
}

void ChartView::paintEvent(QPaintEvent*) {
    if (!m_make) return;
    QPainter painter(this);
    chart().paint(painter, QRectF(rect()), m_theme);
}

void ChartView::contextMenuEvent(QContextMenuEvent* event) {
    if (!m_make) return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Export this picture…"), this, &ChartView::askExport);
    menu->popup(event->globalPos());
}

void ChartView::askExport() {
    QString chosen = QStringLiteral("SVG (*.svg)");
    QString file = QFileDialog::getSaveFileName(this, tr("Export the picture"), {},
                                                QStringLiteral("SVG (*.svg);;PNG (*.png)"), &chosen);
    if (file.isEmpty()) return;
    if (QFileInfo(file).suffix().isEmpty())
        file += QLatin1Char('.') + chosen.section(QLatin1Char(' '), 0, 0).toLower();
    const std::filesystem::path to = file.toStdString();
    m_exporting.write(
        to, [made = chart(), to] { return picture::exportChart(made, to).map([] { return Phrase(); }); });
}

} // namespace factline::panels
