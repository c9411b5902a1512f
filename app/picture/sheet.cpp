// SPDX-License-Identifier: Apache-2.0
#include "picture/sheet.h"

#include <algorithm>
#include <cmath>

#include <QDate>
#include <QLocale>
#include <QPainter>

#include "picture/text.h"

namespace factline::picture {

namespace {

using diagram::TextRole;

constexpr double margin = 32;
constexpr double narrowest = 560; ///< room for the legend beneath a small diagram

/// "14 March 2026", in the same words everywhere.
QString dayOf(const std::string& date) {
    const QDate day = QDate::fromString(toQString(date.substr(0, 10)), Qt::ISODate);
    return day.isValid() ? QLocale::c().toString(day, QStringLiteral("d MMMM yyyy")) : toQString(date);
}

QString captionOf(const diagram::Diagram& diagram) {
    QStringList parts;
    if (!diagram.version.empty()) parts += QStringLiteral("version ") + toQString(diagram.version);
    if (!diagram.date.empty()) parts += dayOf(diagram.date);
    return parts.join(QStringLiteral(" · "));
}

TextRun lineAt(const QString& text, const QFont& font, double top) {
    const QFontMetricsF metrics(font);
    return {text, QPointF(margin, top + metrics.ascent()), metrics.horizontalAdvance(text)};
}

std::vector<LegendEntry> entriesFor(const diagram::Diagram& diagram, const ExportOptions& options) {
    return options.legend ? legendEntries(diagram) : std::vector<LegendEntry>{};
}

} // namespace

Sheet::Sheet(const diagram::Diagram& diagram, const ExportOptions& options, const Theme& theme)
    : m_options(options)
    , m_painter(diagram, theme)
    , m_legend(entriesFor(diagram, options), std::max(m_painter.extent().width(), narrowest), theme)
    , m_titleFont(fontFor(theme.typography, TextRole::Title))
    , m_captionFont(fontFor(theme.typography, TextRole::Legend)) {
    double y = margin;
    if (!diagram.title.empty()) {
        m_title = lineAt(toQString(diagram.title), m_titleFont, y);
        y += QFontMetricsF(m_titleFont).height() + 4;
    }
    if (const QString caption = captionOf(diagram); !caption.isEmpty()) {
        m_caption = lineAt(caption, m_captionFont, y);
        y += QFontMetricsF(m_captionFont).height();
    }
    if (y > margin) y += 3 * theme.metrics.rhythm;
    const QRectF extent = m_painter.extent();
    m_diagramOrigin = QPointF(margin, y) - extent.topLeft();
    y += extent.height();
    if (m_legend.height() > 0) {
        y += 3 * theme.metrics.rhythm;
        m_legendOrigin = QPointF(margin, y);
        y += m_legend.height();
    }
    const double width = std::max({extent.width(), m_legend.width(), m_title.width, m_caption.width});
    m_size = QSizeF(std::ceil(width + 2 * margin), std::ceil(y + margin));
}

void Sheet::paint(QPainter& painter, const QRectF& visible, double scale) const {
    const QRectF page(QPointF(0, 0), m_size);
    if (!m_options.transparent) painter.fillRect(visible.isNull() ? page : visible & page, theme().canvas);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_title.text.isEmpty()) drawRun(painter, m_titleFont, m_title, theme().text, m_options.outlines);
    if (!m_caption.text.isEmpty())
        drawRun(painter, m_captionFont, m_caption, theme().quietText, m_options.outlines);
    painter.save();
    painter.translate(m_diagramOrigin);
    m_painter.paint(painter, {.scale = std::min(1.0, scale), // beyond, lines grow with the picture
                              .detail = scale < 1 ? std::nullopt : std::optional(Detail::Full),
                              .visible = visible.isNull() ? visible : visible.translated(-m_diagramOrigin),
                              .outlines = m_options.outlines});
    painter.restore();
    if (m_legend.height() > 0) {
        painter.setPen(QPen(theme().hairline, 1));
        const double y = m_legendOrigin.y() - 1.5 * theme().metrics.rhythm;
        painter.drawLine(QPointF(margin, y), QPointF(m_size.width() - margin, y));
        m_legend.paint(painter, m_legendOrigin, m_options.outlines);
    }
}

Result<Sheet> makeSheet(const diagram::Diagram& diagram, const ExportOptions& options) {
    auto theme = loadTheme(options.theme);
    if (!theme) return tl::unexpected(theme.error());
    return Sheet(diagram, options, *theme);
}

} // namespace factline::picture
