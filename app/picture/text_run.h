// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include <QColor>
#include <QFont>
#include <QGlyphRun>
#include <QHash>
#include <QList>
#include <QPointF>
#include <QString>

#include "diagram/diagram.h"

class QPainter;

namespace factline::picture {

/// One line of text and the left end of its baseline.
struct TextRun {
    QString text;
    QPointF baseline;
    double width = 0;
    QList<QGlyphRun> glyphs{}; ///< from the baseline's end; empty: worked out each time it is drawn
};

/// A line of text whose glyphs are found once, which takes far longer than to draw them. They belong to the
/// thread that asks for them. The baseline is for the caller to set.
TextRun shapedRun(const QString& text, const QFont& font);

/// Lines of text, each shaped once however many pictures have it. They belong to the thread that asks for
/// them.
class ShapedRuns {
public:
    /// `font`: that of the role.
    TextRun run(const QString& text, const QFont& font, diagram::TextRole role);
    /// Begins anew where there are more texts than this.
    void forgetAbove(std::size_t most);

private:
    std::array<QHash<QString, TextRun>, diagram::textRoles> m_runs; ///< by role: one font each
};

/// Draws text at its baseline, as text or as outlines.
void drawRun(QPainter& painter, const QFont& font, const TextRun& run, const QColor& colour, bool outlines);

} // namespace factline::picture
