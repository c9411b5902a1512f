// SPDX-License-Identifier: Apache-2.0
#include "picture/text_run.h"

#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

namespace factline::picture {

namespace {

/// The one line of a layout; not valid where there is no text.
QTextLine lineOf(QTextLayout& layout) {
    layout.beginLayout();
    const QTextLine line = layout.createLine();
    layout.endLayout();
    return line;
}

} // namespace

const QList<QGlyphRun>& Glyphs::runs() {
    if (m_runs) return *m_runs;
    m_runs.emplace();
    QTextLayout layout(m_text, m_font);
    layout.setCacheEnabled(true);
    const QTextLine line = lineOf(layout);
    if (!line.isValid()) return *m_runs;
    *m_runs = layout.glyphRuns();
    for (QGlyphRun& run : *m_runs) {
        QList<QPointF> positions = run.positions();
        for (QPointF& position : positions)
            position.ry() -= line.ascent();
        run.setPositions(positions);
    }
    return *m_runs;
}

TextRun shapedRun(const QString& text, const QFont& font) {
    QTextLayout layout(text, font);
    const QTextLine line = lineOf(layout);
    if (!line.isValid()) return {text, {}};
    return {text, {}, line.naturalTextWidth(), std::make_shared<Glyphs>(text, font)};
}

TextRun ShapedRuns::run(const QString& text, const QFont& font, diagram::TextRole role) {
    auto& known = m_runs.at(static_cast<std::size_t>(role));
    if (const auto found = known.constFind(text); found != known.cend()) return *found;
    return *known.insert(text, shapedRun(text, font));
}

void ShapedRuns::forgetAbove(std::size_t most) {
    qsizetype all = 0;
    for (const auto& known : m_runs)
        all += known.size();
    if (static_cast<std::size_t>(all) > most) m_runs = {};
}

void drawRun(QPainter& painter, const QFont& font, const TextRun& run, const QColor& colour, bool outlines) {
    if (outlines) {
        QPainterPath path;
        path.addText(run.baseline, font, run.text);
        painter.fillPath(path, colour);
        return;
    }
    painter.setPen(colour);
    // Files that hold text want the text, not its glyphs.
    if (run.glyphs && painter.paintEngine()->type() == QPaintEngine::Raster)
        if (const auto& runs = run.glyphs->runs(); !runs.isEmpty()) {
            for (const QGlyphRun& glyphs : runs)
                painter.drawGlyphRun(run.baseline, glyphs);
            return;
        }
    painter.setFont(font);
    painter.drawText(run.baseline, run.text);
}

} // namespace factline::picture
