// SPDX-License-Identifier: Apache-2.0
#include "picture/text_run.h"

#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

namespace factline::picture {

TextRun shapedRun(const QString& text, const QFont& font) {
    TextRun result{text, {}};
    QTextLayout layout(text, font);
    layout.setCacheEnabled(true);
    layout.beginLayout();
    const QTextLine line = layout.createLine();
    layout.endLayout();
    if (!line.isValid()) return result;
    result.width = line.naturalTextWidth();
    result.glyphs = layout.glyphRuns();
    for (QGlyphRun& run : result.glyphs) {
        QList<QPointF> positions = run.positions();
        for (QPointF& position : positions)
            position.ry() -= line.ascent();
        run.setPositions(positions);
    }
    return result;
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
    if (!run.glyphs.isEmpty() && painter.paintEngine()->type() == QPaintEngine::Raster) {
        for (const QGlyphRun& glyphs : run.glyphs)
            painter.drawGlyphRun(run.baseline, glyphs);
        return;
    }
    painter.setFont(font);
    painter.drawText(run.baseline, run.text);
}

} // namespace factline::picture
