// SPDX-License-Identifier: Apache-2.0
#include "picture/figures/waterfall.h"

#include <algorithm>
#include <cmath>

#include "diagram/wrap.h"
#include "freshness/spoken.h"
#include "picture/figures/drafting.h"
#include "picture/text.h"

namespace factline::picture {

namespace {

using diagram::TextRole;

constexpr double headingHeight = 22, promiseHeight = 18, hopHeight = 38, sumHeight = 24, barHeight = 14;
constexpr double gap = 12, timeWidth = 60, roomWidth = 168, roomFrom = 620, leastBar = 2;
/// Where there is no room for names beside the bars, name, words and bar stand above one another, between as
/// high as is good to read and as close as they can.
constexpr double highRow = 42, lowRow = 34, thinBar = 9, thinnestBar = 4, highEnough = 40, shareColumn = 40,
                 nameFrom = 14, nameLine = 8, firstWords = 20, wordsHeight = 13, headingLine = 15;
constexpr double stackedSumsHeight = 34, sumsBar = 24;
constexpr double denseTop = 33, denseTopOfOne = 18, denseSums = 31; ///< where all of it is too high
/// A promise further out than that many times all else is told, and not drawn: the bars would be too short.
constexpr double farther = 2.5;

QString spoken(double seconds) {
    return toQString(freshness::spokenTime(seconds));
}

/// One waterfall being drawn.
class WaterfallDrawing {
public:
    WaterfallDrawing(const Waterfall& values, const Theme& theme, double width, double room)
        : m_values(values)
        , m_theme(theme)
        , m_draft(m_figure, theme)
        , m_width(width)
        , m_stacked(width < roomFrom)
        , m_left(m_stacked ? nameFrom : std::clamp(0.36 * width, 120.0, 250.0) + gap)
        , m_right((m_stacked ? width - shareColumn : width - timeWidth - roomWidth - gap) +
                  (m_stacked ? gap : 0)) {
        for (const auto& hop : values.hops)
            m_total += hop.time;
        m_longest = m_total;
        for (const auto& sum : values.sums)
            m_longest = std::max({m_longest, sum.time, sum.before.value_or(0)});
        m_longest = std::max(m_longest, 1e-9);
        m_isFar = values.within && *values.within > farther * m_longest;
        if (values.within && !m_isFar) m_longest = std::max(m_longest, *values.within);
        m_longest *= 1.02;
        m_heading = diagram::wrapLabel(values.heading.toStdString(), width, QtTextMeasure(theme.typography),
                                       TextRole::BadgeLabel);
        if (!m_stacked) return;
        for (const auto& hop : values.hops)
            m_words.push_back(wordsOf(hop));
        m_dense = room > 0 && top() + hopsHeight() + sumsHeight() > room;
        if (!m_dense || values.hops.empty()) return;
        const double over = hopsHeight() - (room - top() - sumsHeight());
        m_row =
            std::clamp(std::floor(m_row - over / static_cast<double>(values.hops.size())), lowRow, highRow);
    }

    Figure draw(WaterfallPart part) {
        m_part = part;
        m_figure.title = m_values.heading;
        double y = 0;
        if (part != WaterfallPart::Sums) y = drawHops();
        if (part != WaterfallPart::Hops) y = drawSums(y);
        m_figure.size = {m_width, y};
        return std::move(m_figure);
    }

private:
    double top() const {
        if (m_dense && m_values.within) return promiseIsInTheHeading() ? denseTopOfOne : denseTop;
        return belowHeading() + (m_values.within ? promiseHeight : 4);
    }
    double belowHeading() const { return headingHeight + (m_heading.size() > 1 ? headingLine : 0); }
    double stackedSums() const { return m_dense ? denseSums : stackedSumsHeight; }
    double hopsHeight() const {
        double height = 0;
        for (std::size_t i = 0; i < m_values.hops.size(); ++i)
            height += heightOf(i);
        return height;
    }
    double sumsHeight() const {
        return 4 + (m_stacked ? stackedSums() : static_cast<double>(m_values.sums.size()) * sumHeight);
    }

    double drawHops() {
        drawHeading();
        const bool through = m_part == WaterfallPart::All && !m_stacked;
        drawPromise(top(), top() + hopsHeight() + (through ? sumsHeight() : 0));
        double from = 0;
        double y = top();
        for (std::size_t i = 0; i < m_values.hops.size(); ++i) {
            const auto& hop = m_values.hops[i];
            m_stacked ? drawStackedHop(i, from, y) : drawHop(hop, from, y);
            m_figure.spots.push_back({{0, y, m_width, heightOf(i)}, hop.says});
            m_figure.description += hop.says + QLatin1Char('\n');
            from += hop.time;
            y += heightOf(i);
        }
        return y;
    }

    /// On two lines where one would lose a word, unless height is what is scarce.
    void drawHeading() {
        if (m_dense)
            m_draft.text(m_values.heading, TextRole::BadgeLabel, m_theme.quietText, {0, 8}, Qt::AlignLeft,
                         m_width);
        for (std::size_t i = 0; i < m_heading.size() && !m_dense; ++i)
            m_draft.text(toQString(m_heading[i]), TextRole::BadgeLabel, m_theme.quietText,
                         {0, headingHeight / 2 + static_cast<double>(i) * headingLine}, Qt::AlignLeft,
                         m_width);
        m_figure.spots.push_back(
            {{0, 0, m_width, m_dense ? headingHeight : belowHeading()}, m_values.heading});
    }

    double drawSums(double y) {
        if (m_values.within && !m_isFar && (m_stacked || m_part == WaterfallPart::Sums))
            drawLimit(at(*m_values.within), y + (m_stacked ? 4 + sumsBar - thinBar + 2 : 0),
                      y + sumsHeight());
        m_draft.line({0, y}, {m_width, y}, QPen(m_theme.hairline, 1));
        y += 4;
        for (const auto& sum : m_values.sums) {
            if (!m_stacked) drawSum(sum, y);
            const QString says = QStringLiteral("%1: %2").arg(sum.name, spoken(sum.time));
            m_figure.spots.push_back({{0, y, m_width, m_stacked ? stackedSums() : sumHeight}, says});
            m_figure.description += says + QLatin1Char('\n');
            if (!m_stacked) y += sumHeight;
        }
        if (!m_stacked) return y;
        drawStackedSums(y);
        return y + stackedSums();
    }

    double at(double time) const { return m_left + (m_right - gap - m_left) * time / m_longest; }

    QRectF bar(double from, double to, double middle) const {
        const double left = at(from);
        const double height = thickness();
        return {left, middle - height / 2, std::max(leastBar, at(to) - left), height};
    }

    /// The sums are what counts: their bars stay as they are.
    QRectF thick(const QRectF& place) const {
        return {place.left(), place.center().y() - thinBar / 2, place.width(), thinBar};
    }

    double thickness() const {
        if (!m_stacked) return barHeight;
        return m_row >= highEnough ? thinBar : thinnestBar;
    }
    double heightOf(std::size_t hop) const {
        if (!m_stacked) return hopHeight;
        return m_row + static_cast<double>(std::max<qsizetype>(m_words[hop].size(), 1) - 1) * wordsHeight;
    }
    /// Of a hop's height, where the middle of its bar is.
    double barLine(std::size_t hop) const {
        return heightOf(hop) - (thickness() > thinnestBar ? 2 : 1) - thickness() / 2;
    }

    StateColours state() const { return m_theme.badge(m_values.state); }
    QString percent(const Waterfall::Hop& hop) const {
        return QStringLiteral("%1 %").arg(m_total > 0 ? std::lround(hop.time / m_total * 100) : 0);
    }

    /// What comes after the promise comes too late.
    void drawLimit(double x, double top, double bottom) {
        if (m_total > *m_values.within) m_draft.fill({x, top, m_right - gap - x, bottom - top}, state().fill);
        m_draft.line({x, top}, {x, bottom}, QPen(state().text, 1.5));
    }

    QString promiseText() const {
        return m_isFar ? m_values.promise + QStringLiteral(" →") : m_values.promise;
    }
    /// Where its words begin: above its line, as far as the picture goes.
    double promiseLeft() const {
        const double wide = m_draft.width(promiseText(), TextRole::EdgeLabel);
        const double last = m_right - gap - wide;
        return m_isFar ? last : std::clamp(at(*m_values.within) - wide / 2, m_left, std::max(m_left, last));
    }
    bool promiseIsInTheHeading() const {
        return m_draft.width(m_values.heading, TextRole::BadgeLabel) + gap <= promiseLeft();
    }

    void drawPromise(double top, double bottom) {
        if (!m_values.within) return;
        const double middle = m_dense ? top - promiseHeight / 2 - 1 : top - promiseHeight / 2;
        m_draft.text(promiseText(), TextRole::EdgeLabel, state().text, {promiseLeft(), middle});
        if (m_isFar) return;
        const double x = at(*m_values.within);
        if (m_stacked) {
            double y = top;
            for (std::size_t i = 0; i < m_values.hops.size(); ++i) {
                const double reach = thickness() / 2 + 1.5;
                drawLimit(x, y + barLine(i) - reach, y + barLine(i) + reach);
                y += heightOf(i);
            }
        } else {
            drawLimit(x, top, bottom);
        }
    }

    void drawHop(const Waterfall::Hop& hop, double from, double top) {
        const double first = top + 12, second = top + 27;
        m_draft.fill({0, first - 4, 8, 8}, m_theme.lagClass(hop.lagClass), 2);
        m_draft.text(hop.name, TextRole::Legend, m_theme.text, {14, first}, Qt::AlignLeft, m_left - gap - 14);
        m_draft.text(joined({hop.className, hop.basis, hop.form}), TextRole::EdgeLabel, m_theme.quietText,
                     {14, second}, Qt::AlignLeft, m_left - gap - 14);
        drawBar(hop, bar(from, from + hop.time, first), from, top + hopHeight);
        m_draft.text(spoken(hop.time), TextRole::Legend, m_theme.text, {m_right + timeWidth, first},
                     Qt::AlignRight);
        m_draft.text(percent(hop), TextRole::EdgeLabel, m_theme.quietText, {m_right + timeWidth, second},
                     Qt::AlignRight);
        const QColor room = hop.toMend ? state().text : m_theme.quietText;
        if (hop.room.isEmpty()) return;
        m_draft.text(hop.room, TextRole::EdgeLabel, room, {m_width - roomWidth, first}, Qt::AlignLeft,
                     roomWidth);
    }

    void drawBar(const Waterfall::Hop& hop, const QRectF& place, double from, double bottom) {
        m_draft.fill(place, m_theme.lagClass(hop.lagClass), 2);
        if (hop.before)
            m_draft.outline(bar(from, from + *hop.before, place.center().y()),
                            QPen(m_theme.quietText, 1, Qt::DotLine), 2);
        m_draft.line({place.right(), place.bottom()}, {place.right(), bottom}, QPen(m_theme.hairline, 1));
    }

    static QString joined(const QStringList& words) {
        QStringList said = words;
        said.removeAll(QString());
        return said.join(QStringLiteral(" · "));
    }

    /// What kind of hop it is, on what its number rests, and what it may take or would have to: as many lines
    /// as that needs. How it works follows where the last of them has room.
    QStringList wordsOf(const Waterfall::Hop& hop) const {
        QStringList lines;
        const auto add = [&](const QString& words, bool onNewLine) {
            if (words.isEmpty()) return;
            const QString longer = lines.isEmpty() ? words : joined({lines.last(), words});
            const bool fits = m_draft.width(longer, TextRole::EdgeLabel) <= m_width - nameFrom;
            if (!lines.isEmpty() && fits)
                lines.last() = longer;
            else if (onNewLine)
                lines += words;
        };
        for (const QString& words : {hop.className, hop.basis, hop.room})
            add(words, true);
        add(hop.form, lines.isEmpty());
        return lines;
    }

    void drawStackedHop(std::size_t number, double from, double top) {
        const Waterfall::Hop& hop = m_values.hops[number];
        const double first = top + nameLine;
        m_draft.fill({0, first - 4, 8, 8}, m_theme.lagClass(hop.lagClass), 2);
        m_draft.text(percent(hop), TextRole::EdgeLabel, m_theme.quietText, {m_width, first}, Qt::AlignRight);
        const double end = m_width - shareColumn;
        const QString time = spoken(hop.time);
        m_draft.text(time, TextRole::Legend, m_theme.text, {end, first}, Qt::AlignRight);
        m_draft.text(hop.name, TextRole::Legend, m_theme.text, {nameFrom, first}, Qt::AlignLeft,
                     end - m_draft.width(time, TextRole::Legend) - gap - nameFrom);
        double line = top + firstWords;
        for (const QString& words : m_words[number]) {
            m_draft.text(words, TextRole::EdgeLabel, hop.toMend ? state().text : m_theme.quietText,
                         {nameFrom, line}, Qt::AlignLeft, m_width - nameFrom);
            line += wordsHeight;
        }
        drawBar(hop, bar(from, from + hop.time, top + barLine(number)), from, top + heightOf(number));
    }

    /// The estimate filled, what is certain as its frame, both told in one line.
    void drawStackedSums(double top) {
        const double first = top + 9, second = top + sumsBar;
        const QColor colour = m_values.within ? state().text : m_theme.accent;
        double left = nameFrom, right = m_width;
        for (const auto& sum : m_values.sums) {
            const QRectF place = thick(bar(0, sum.time, second));
            if (sum.certain)
                m_draft.outline(place.adjusted(0.5, 0.5, -0.5, -0.5), QPen(colour, 1), 2);
            else
                m_draft.fill(place, colour, 2);
            if (sum.before)
                m_draft.outline(thick(bar(0, *sum.before, second)), QPen(m_theme.quietText, 1, Qt::DotLine),
                                2);
            const QString words = QStringLiteral("%1 %2").arg(sum.name, spoken(sum.time));
            if (sum.certain)
                right = m_draft
                            .text(words, TextRole::Legend, m_theme.quietText, {m_width, first},
                                  Qt::AlignRight, m_width - left)
                            .left();
            else
                left =
                    m_draft
                        .text(words, TextRole::BadgeLabel, colour, {left, first}, Qt::AlignLeft, right - left)
                        .right() +
                    gap;
        }
    }

    void drawSum(const Waterfall::Sum& sum, double top) {
        const double middle = top + sumHeight / 2;
        const bool known = m_values.within.has_value();
        const QColor colour = known ? state().text : m_theme.accent;
        const TextRole role = sum.certain ? TextRole::Legend : TextRole::BadgeLabel;
        m_draft.text(sum.name, role, sum.certain ? m_theme.quietText : m_theme.text, {14, middle},
                     Qt::AlignLeft, m_left - gap - 14);
        const QRectF place = bar(0, sum.time, middle);
        if (sum.certain)
            m_draft.outline(place.adjusted(0.5, 3.5, -0.5, -3.5), QPen(colour, 1), 2);
        else
            m_draft.fill(place.adjusted(0, 1, 0, -1), colour, 2);
        if (sum.before)
            m_draft.outline(bar(0, *sum.before, middle), QPen(m_theme.quietText, 1, Qt::DotLine), 2);
        m_draft.text(spoken(sum.time), role, sum.certain ? m_theme.quietText : colour,
                     {m_right + timeWidth, middle}, Qt::AlignRight);
    }

    const Waterfall& m_values;
    const Theme& m_theme;
    Figure m_figure;
    Drafting m_draft;
    std::vector<std::string> m_heading; ///< its lines, two at the most
    double m_width;
    bool m_stacked;                   ///< names above the bars
    bool m_dense = false;             ///< and closer together
    double m_row = highRow;           ///< height of a hop whose name is above its bar, with one line of words
    std::vector<QStringList> m_words; ///< of each hop, by line, where names are above the bars
    WaterfallPart m_part = WaterfallPart::All;
    double m_left, m_right; ///< of the bars; behind them stand the times, or nothing
    double m_total = 0, m_longest = 0;
    bool m_isFar = false;
};

} // namespace

Figure drawWaterfall(const Waterfall& waterfall, const Theme& theme, double width, double room,
                     WaterfallPart part) {
    return WaterfallDrawing(waterfall, theme, width, room).draw(part);
}

} // namespace factline::picture
