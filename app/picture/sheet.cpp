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

constexpr double sheetMargin = 32;
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
    return {text, QPointF(sheetMargin, top + metrics.ascent()), metrics.horizontalAdvance(text)};
}

/// A title in lines no wider than the page; what does not fit into the last of them is left out.
QStringList titleLines(const QString& title, const QFont& font, double width) {
    constexpr qsizetype most = 3;
    const QFontMetricsF metrics(font);
    QStringList lines;
    const QStringList words = title.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (qsizetype word = 0; word < words.size(); ++word) {
        const QString longer = lines.isEmpty() ? words[word] : lines.back() + QLatin1Char(' ') + words[word];
        if (!lines.isEmpty() && metrics.horizontalAdvance(longer) <= width) {
            lines.back() = longer;
        } else if (lines.size() < most) {
            lines += words[word];
        } else {
            lines.back() += QLatin1Char(' ') + words.sliced(word).join(QLatin1Char(' '));
            break;
        }
    }
    for (QString& line : lines)
        line = metrics.elidedText(line, Qt::ElideRight, width);
    return lines;
}

/// A file says the same in every window: its words are names, which nobody translates.
diagram::Diagram inEnglish(diagram::Diagram diagram) {
    const auto fixBadge = [](diagram::Badge& badge) { badge.text = badge.text.english(); };
    const auto fixBadges = [&](auto& shapes) {
        for (auto& shape : shapes)
            std::ranges::for_each(shape.badges, fixBadge);
    };
    fixBadges(diagram.contexts);
    fixBadges(diagram.nodes);
    for (diagram::EdgeShape& edge : diagram.edges)
        edge.label = edge.label.english();
    return diagram;
}

ExportOptions inEnglish(ExportOptions options) {
    if (!options.contours) return options;
    Contours contours = *options.contours;
    for (auto& [element, reached] : contours.reached)
        reached.text = reached.text.english();
    options.contours = std::make_shared<const Contours>(std::move(contours));
    return options;
}

std::vector<LegendEntry> entriesFor(const diagram::Diagram& diagram, const ExportOptions& options) {
    if (!options.legend) return {};
    std::vector<LegendEntry> entries = legendEntries(diagram);
    if (options.contours)
        for (LegendEntry& band : legendEntries(*options.contours))
            entries.push_back(std::move(band));
    return entries;
}

} // namespace

Sheet::Sheet(const diagram::Diagram& diagram, const ExportOptions& options, const Theme& theme)
    : m_options(inEnglish(options))
    , m_painter(inEnglish(diagram), theme)
    , m_legend(entriesFor(diagram, options), std::max(m_painter.extent().width(), narrowest), theme)
    , m_titleFont(fontFor(theme.typography, TextRole::Title))
    , m_captionFont(fontFor(theme.typography, TextRole::Legend)) {
    double y = sheetMargin;
    const double text = std::max({m_painter.extent().width(), m_legend.width(), narrowest});
    for (const QString& line : titleLines(toQString(diagram.title), m_titleFont, text)) {
        m_title.push_back(lineAt(line, m_titleFont, y));
        y += QFontMetricsF(m_titleFont).height() + 4;
    }
    if (const QString caption = captionOf(diagram); !caption.isEmpty()) {
        m_caption = lineAt(caption, m_captionFont, y);
        y += QFontMetricsF(m_captionFont).height();
    }
    if (y > sheetMargin) y += 3 * theme.metrics.rhythm;
    const QRectF extent = m_painter.extent();
    m_diagramOrigin = QPointF(sheetMargin, y) - extent.topLeft();
    y += extent.height();
    if (m_legend.height() > 0) {
        y += 3 * theme.metrics.rhythm;
        m_legendOrigin = QPointF(sheetMargin, y);
        y += m_legend.height();
    }
    double width = std::max({extent.width(), m_legend.width(), m_caption.width});
    for (const TextRun& line : m_title)
        width = std::max(width, line.width);
    m_size = QSizeF(std::ceil(width + 2 * sheetMargin), std::ceil(y + sheetMargin));
}

void Sheet::paint(QPainter& painter, const QRectF& visible, double scale) const {
    const QRectF page(QPointF(0, 0), m_size);
    if (!m_options.transparent) painter.fillRect(visible.isNull() ? page : visible & page, theme().canvas);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const TextRun& line : m_title)
        drawRun(painter, m_titleFont, line, theme().text, m_options.outlines);
    if (!m_caption.text.isEmpty())
        drawRun(painter, m_captionFont, m_caption, theme().quietText, m_options.outlines);
    painter.save();
    painter.translate(m_diagramOrigin);
    PaintOptions how{.scale = std::min(1.0, scale), // beyond, lines grow with the picture
                     .detail = scale < 1 ? std::nullopt : std::optional(Detail::Full),
                     .visible = visible.isNull() ? visible : visible.translated(-m_diagramOrigin),
                     .outlines = m_options.outlines};
    if (m_options.contours) m_options.contours->mark(how);
    m_painter.paint(painter, how);
    painter.restore();
    if (m_legend.height() > 0) {
        painter.setPen(QPen(theme().hairline, 1));
        const double y = m_legendOrigin.y() - 1.5 * theme().metrics.rhythm;
        painter.drawLine(QPointF(sheetMargin, y), QPointF(m_size.width() - sheetMargin, y));
        m_legend.paint(painter, m_legendOrigin, m_options.outlines);
    }
}

Result<Sheet> makeSheet(const diagram::Diagram& diagram, const ExportOptions& options) {
    auto theme = loadTheme(options.theme);
    if (!theme) return tl::unexpected(theme.error());
    return Sheet(diagram, options, *theme);
}

} // namespace factline::picture
