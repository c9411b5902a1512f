// SPDX-License-Identifier: Apache-2.0
#include "panels/figure_view.h"

#include <cmath>

#include <QContextMenuEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHelpEvent>
#include <QImage>
#include <QMenu>
#include <QPainter>
#include <QToolTip>

#include "picture/figures/drafting.h"

namespace factline::panels {

FigureView::FigureView(jobs::Exporting& exporting, const picture::Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_exporting(exporting)
    , m_theme(theme) {
    setFocusPolicy(Qt::TabFocus);
}

void FigureView::show(Maker maker, Sheet sheet) {
    m_maker = std::move(maker);
    m_sheet = std::move(sheet);
    make();
}

void FigureView::setTheme(const picture::Theme& theme) {
    m_theme = theme;
    make();
}

void FigureView::make() {
    if (!m_maker) return;
    m_figure = m_maker(m_theme, QSizeF(size()));
    setAccessibleName(m_figure.title);
    setAccessibleDescription(m_figure.description);
    // What it needs, and not what it has: else it could never shrink again.
    const int height = static_cast<int>(std::ceil(m_maker(m_theme, QSizeF(width(), 0)).size.height()));
    if (minimumHeight() != height) setMinimumHeight(height);
    update();
}

void FigureView::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    picture::paintFigure(painter, m_figure);
    if (!hasFocus()) return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.accent, 1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
}

void FigureView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    make();
}

bool FigureView::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto& help = static_cast<QHelpEvent&>(*event);
        const QString says = picture::saidAt(m_figure, help.pos());
        if (says.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help.globalPos(), says, this);
        return true;
    }
    return QWidget::event(event);
}

void FigureView::addActions(QMenu& menu) {
    menu.addAction(tr("Export %1 as SVG or PNG…").arg(m_sheet.title), this, &FigureView::askExport);
    menu.addAction(tr("Copy %1").arg(m_sheet.title), this, &FigureView::copy);
}

void FigureView::contextMenuEvent(QContextMenuEvent* event) {
    if (!m_maker) return;
    QMenu menu(this);
    addActions(menu);
    menu.exec(event->globalPos());
}

/// The picture with its title, as large as both need.
picture::Chart FigureView::page() const {
    constexpr double margin = 24, titleHeight = 28, lineHeight = 20, gap = 12;
    constexpr double top = margin + titleHeight + lineHeight + gap;
    const Maker whole = m_sheet.whole ? m_sheet.whole : m_maker;
    const picture::Figure sample = whole(m_theme, m_sheet.size);
    picture::Chart made{.title = m_sheet.title, .description = sample.description, .size = {}, .paint = {}};
    made.size = {sample.size.width() + 2 * margin, std::ceil(top + sample.size.height() + margin)};
    made.paint = [maker = whole, sheet = m_sheet](QPainter& painter, const QRectF& into,
                                                  const picture::Theme& theme) {
        picture::Figure words;
        picture::Drafting drafting(words, theme);
        using Role = diagram::TextRole;
        const double room = into.width() - 2 * margin;
        drafting.text(sheet.title, Role::ContextTitle, theme.text, {0, titleHeight / 2}, Qt::AlignLeft, room);
        drafting.text(sheet.line(), Role::Legend, theme.quietText, {0, titleHeight + lineHeight / 2},
                      Qt::AlignLeft, room);
        painter.save();
        painter.translate(into.topLeft() + QPointF(margin, margin));
        picture::paintFigure(painter, words);
        painter.translate(0, top - margin);
        picture::paintFigure(painter, maker(theme, sheet.size));
        painter.restore();
    };
    return made;
}

void FigureView::askExport() {
    QString chosen = QStringLiteral("SVG (*.svg)");
    QString file = QFileDialog::getSaveFileName(window(), tr("Export the picture"), m_sheet.name,
                                                QStringLiteral("SVG (*.svg);;PNG (*.png)"), &chosen);
    if (file.isEmpty()) return;
    if (QFileInfo(file).suffix().isEmpty())
        file += QLatin1Char('.') + chosen.section(QLatin1Char(' '), 0, 0).toLower();
    exportTo(file.toStdString());
}

void FigureView::exportTo(const std::filesystem::path& file) {
    m_exporting.write(file, [made = page(), file] {
        return picture::exportChart(made, file).map([] { return Phrase(); });
    });
}

void FigureView::copy() {
    const auto copied = [made = page()]() -> Result<jobs::Copied> {
        QImage image((made.size * 2).toSize(), QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(2);
        const picture::Theme light = picture::loadTheme("light").value();
        image.fill(light.panel);
        {
            QPainter painter(&image);
            made.paint(painter, QRectF({0, 0}, made.size), light);
        }
        return jobs::Copied{{}, image, made.title + QLatin1Char('\n') + made.description};
    };
    m_exporting.copy(copied, tr("Copied as a picture and as text"));
}

} // namespace factline::panels
