// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <utility>

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

/// The glyphs of a line of text, from the baseline's end. They are found when they are asked for first, which
/// takes far longer than to draw them, and belong to the thread that asks; most of a large picture is never
/// seen so near that its words are drawn.
class Glyphs {
public:
    Glyphs(QString text, const QFont& font)
        : m_text(std::move(text))
        , m_font(font) {}
    const QList<QGlyphRun>& runs();

private:
    QString m_text;
    QFont m_font;
    std::optional<QList<QGlyphRun>> m_runs;
};

/// One line of text and the left end of its baseline.
struct TextRun {
    QString text;
    QPointF baseline;
    double width = 0;
    std::shared_ptr<Glyphs> glyphs{}; ///< null: worked out each time it is drawn
};

/// A line of text whose glyphs are found once. The baseline is for the caller to set.
TextRun shapedRun(const QString& text, const QFont& font);

/// Lines of text, each measured and shaped once however many pictures have it.
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
