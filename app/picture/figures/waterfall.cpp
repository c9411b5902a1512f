// SPDX-License-Identifier: Apache-2.0
#include "picture/figures/waterfall.h"

#include <algorithm>
#include <cmath>

#include "freshness/spoken.h"
#include "picture/figures/drafting.h"
#include "picture/text.h"

namespace factline::picture {

namespace {

using diagram::TextRole;

constexpr double headingHeight = 24, promiseHeight = 18, hopHeight = 38, sumHeight = 24, barHeight = 14;
constexpr double gap = 12, timeWidth = 60, roomWidth = 168, roomFrom = 620, leastBar = 2;
/// A promise further out than that many times all else is told, and not drawn: the bars would be too short.
constexpr double farther = 2.5;

QString spoken(double seconds) {
    return toQString(freshness::spokenTime(seconds));
}

/// One waterfall being drawn.
class WaterfallDrawing {
public:
    WaterfallDrawing(const Waterfall& values, const Theme& theme, double width)
        : m_values(values)
        , m_theme(theme)
        , m_draft(m_figure, theme)
        , m_width(width)
        , m_roomColumn(width >= roomFrom ? roomWidth : 0) {
        const double names = std::clamp(0.36 * width, 120.0, 250.0);
        m_left = names + gap;
        m_right = width - timeWidth - (m_roomColumn > 0 ? m_roomColumn + gap : 0);
        for (const auto& hop : values.hops)
            m_total += hop.time;
        m_longest = m_total;
        for (const auto& sum : values.sums)
            m_longest = std::max({m_longest, sum.time, sum.before.value_or(0)});
        m_longest = std::max(m_longest, 1e-9);
        m_isFar = values.within && *values.within > farther * m_longest;
        if (values.within && !m_isFar) m_longest = std::max(m_longest, *values.within);
        m_longest *= 1.02;
    }

    Figure draw() {
        m_draft.text(m_values.heading, TextRole::BadgeLabel, m_theme.quietText, {0, headingHeight / 2},
                     Qt::AlignLeft, m_width);
        m_figure.title = m_values.heading;
        const double top = headingHeight + (m_values.within ? promiseHeight : 4);
        const double hops = static_cast<double>(m_values.hops.size()) * hopHeight;
        const double bottom = top + hops + static_cast<double>(m_values.sums.size()) * sumHeight + 4;
        drawPromise(top, bottom);
        double from = 0;
        double y = top;
        for (const auto& hop : m_values.hops) {
            drawHop(hop, from, y);
            from += hop.time;
            y += hopHeight;
        }
        m_draft.line({0, y}, {m_width, y}, QPen(m_theme.hairline, 1));
        y += 4;
        for (const auto& sum : m_values.sums) {
            drawSum(sum, y);
            y += sumHeight;
        }
        m_figure.size = {m_width, y};
        return std::move(m_figure);
    }

private:
    double at(double time) const { return m_left + (m_right - gap - m_left) * time / m_longest; }

    QRectF bar(double from, double to, double middle) const {
        const double left = at(from);
        return {left, middle - barHeight / 2, std::max(leastBar, at(to) - left), barHeight};
    }

    StateColours state() const { return m_theme.badge(m_values.state); }

    void drawPromise(double top, double bottom) {
        if (!m_values.within) return;
        const double middle = headingHeight + promiseHeight / 2;
        if (m_isFar) {
            m_draft.text(m_values.promise + QStringLiteral(" →"), TextRole::EdgeLabel, state().text,
                         {m_right - gap, middle}, Qt::AlignRight);
            return;
        }
        const double x = at(*m_values.within);
        if (m_total > *m_values.within) // what comes after it comes too late
            m_draft.fill({x, top, m_right - gap - x, bottom - top}, state().fill);
        m_draft.line({x, top - 4}, {x, bottom}, QPen(state().text, 1.5));
        const double wide = m_draft.width(m_values.promise, TextRole::EdgeLabel);
        const double left = std::clamp(x - wide / 2, m_left, std::max(m_left, m_right - gap - wide));
        m_draft.text(m_values.promise, TextRole::EdgeLabel, state().text, {left, middle});
    }

    void drawHop(const Waterfall::Hop& hop, double from, double top) {
        const double first = top + 12, second = top + 27;
        const QColor colour = m_theme.lagClass(hop.lagClass);
        m_draft.fill({0, first - 4, 8, 8}, colour, 2);
        m_draft.text(hop.name, TextRole::Legend, m_theme.text, {14, first}, Qt::AlignLeft, m_left - gap - 14);
        const bool below = m_roomColumn == 0 && !hop.room.isEmpty();
        m_draft.text(hop.how, TextRole::EdgeLabel, m_theme.quietText, {14, second}, Qt::AlignLeft,
                     m_left - gap - 14);
        const QRectF place = bar(from, from + hop.time, first);
        m_draft.fill(place, colour, 2);
        if (hop.before)
            m_draft.outline(bar(from, from + *hop.before, first), QPen(m_theme.quietText, 1, Qt::DotLine), 2);
        m_draft.line({place.right(), place.bottom()}, {place.right(), top + hopHeight},
                     QPen(m_theme.hairline, 1));
        m_draft.text(spoken(hop.time), TextRole::Legend, m_theme.text, {m_right + timeWidth, first},
                     Qt::AlignRight);
        const double share = m_total > 0 ? hop.time / m_total : 0;
        m_draft.text(QStringLiteral("%1 %").arg(std::lround(share * 100)), TextRole::EdgeLabel,
                     m_theme.quietText, {m_right + timeWidth, second}, Qt::AlignRight);
        const QColor room = hop.toMend ? state().text : m_theme.quietText;
        if (below)
            m_draft.text(hop.room, TextRole::EdgeLabel, room, {m_left, second}, Qt::AlignLeft,
                         m_right - m_left);
        else if (!hop.room.isEmpty())
            m_draft.text(hop.room, TextRole::EdgeLabel, room, {m_width - m_roomColumn, first}, Qt::AlignLeft,
                         m_roomColumn);
        m_figure.spots.push_back({{0, top, m_width, hopHeight}, hop.says});
        m_figure.description += hop.says + QLatin1Char('\n');
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
        const QString says = QStringLiteral("%1: %2").arg(sum.name, spoken(sum.time));
        m_figure.spots.push_back({{0, top, m_width, sumHeight}, says});
        m_figure.description += says + QLatin1Char('\n');
    }

    const Waterfall& m_values;
    const Theme& m_theme;
    Figure m_figure;
    Drafting m_draft;
    double m_width, m_roomColumn;
    double m_left = 0, m_right = 0; ///< of the bars and the times behind them
    double m_total = 0, m_longest = 0;
    bool m_isFar = false;
};

} // namespace

Figure drawWaterfall(const Waterfall& waterfall, const Theme& theme, double width) {
    return WaterfallDrawing(waterfall, theme, width).draw();
}

} // namespace factline::picture
