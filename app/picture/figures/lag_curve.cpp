// SPDX-License-Identifier: Apache-2.0
#include "picture/figures/lag_curve.h"

#include <algorithm>
#include <cmath>

#include "freshness/spoken.h"
#include "picture/figures/drafting.h"
#include "picture/text.h"

namespace factline::picture {

namespace {

using diagram::TextRole;

constexpr double headingHeight = 24, promiseHeight = 18, axisHeight = 20, shareWidth = 48;
/// What is further out than that many times all else is told, and not drawn: the curve would be too steep.
constexpr double farther = 2.5;

QString spoken(double seconds) {
    return toQString(freshness::spokenTime(seconds));
}

double lastOf(const freshness::Curve& curve) {
    return std::max(curve.points.back().time, curve.estimate.value_or(0));
}

/// One curve being drawn.
class CurveDrawing {
public:
    CurveDrawing(const LagCurve& values, const Theme& theme, QSizeF size)
        : m_values(values)
        , m_theme(theme)
        , m_draft(m_figure, theme)
        , m_area(shareWidth, headingHeight + promiseHeight, size.width() - shareWidth - 8,
                 size.height() - headingHeight - promiseHeight - axisHeight) {
        m_figure.size = size;
        const auto& curve = values.curve;
        m_longest = lastOf(curve);
        if (values.before) m_longest = std::max(m_longest, lastOf(*values.before));
        const auto consider = [&](const std::optional<double>& time) {
            if (!time || !std::isfinite(*time)) return false;
            if (*time > farther * m_longest) return false;
            m_longest = std::max(m_longest, *time);
            return true;
        };
        m_showsBound = consider(curve.guaranteed);
        m_showsPromise = consider(curve.within);
        m_longest = std::max(m_longest * 1.06, 1e-9);
    }

    Figure draw() {
        m_figure.title = m_values.heading;
        m_draft.text(m_values.heading, TextRole::BadgeLabel, m_theme.quietText, {0, headingHeight / 2},
                     Qt::AlignLeft, m_figure.size.width());
        drawGround();
        drawAxes();
        const QColor colour = m_theme.accent;
        if (m_values.before) drawLine(*m_values.before, QPen(m_theme.quietText, 1.5), {});
        QColor under = m_theme.accentFill;
        under.setAlphaF(0.55F);
        drawLine(m_values.curve, QPen(colour, 2, m_values.before ? Qt::DotLine : Qt::SolidLine), under);
        drawPromise();
        drawMarks();
        for (const QString& line : {m_values.promise, m_values.inTime, m_values.estimate, m_values.certain})
            if (!line.isEmpty()) m_figure.description += line + QLatin1Char('\n');
        m_figure.spots.push_back({QRectF({0, 0}, m_figure.size), m_figure.description.trimmed()});
        return std::move(m_figure);
    }

private:
    QPointF at(double time, double share) const {
        return {m_area.left() + m_area.width() * time / m_longest, m_area.bottom() - m_area.height() * share};
    }
    StateColours state() const { return m_theme.badge(m_values.state); }
    bool isLate() const {
        const auto& curve = m_values.curve;
        return curve.within && (!curve.estimate || *curve.estimate > *curve.within);
    }

    /// What comes after the promise comes too late.
    void drawGround() {
        if (!m_showsPromise || !isLate()) return;
        const double x = at(*m_values.curve.within, 0).x();
        m_draft.fill({x, m_area.top(), m_area.right() - x, m_area.height()}, state().fill);
    }

    void drawAxes() {
        const QPen thin(m_theme.hairline, 1);
        const double share = m_values.curve.forShare;
        for (const double level : {0.0, 0.25, 0.5, 0.75}) {
            const double y = at(0, level).y();
            m_draft.line({m_area.left(), y}, {m_area.right(), y}, thin);
            if (std::abs(level - share) * m_area.height() < axisHeight) continue;
            m_draft.text(QStringLiteral("%1 %").arg(level * 100), TextRole::EdgeLabel, m_theme.quietText,
                         {m_area.left() - 6, y}, Qt::AlignRight);
        }
        const double y = at(0, share).y();
        m_draft.line({m_area.left(), y}, {m_area.right(), y}, QPen(m_theme.quietText, 1, Qt::DashLine));
        m_draft.text(toQString(freshness::spokenShare(share)), TextRole::BadgeLabel, m_theme.text,
                     {m_area.left() - 6, y}, Qt::AlignRight);
        const double wide = 64;
        for (const double time : timeMarks(m_longest, std::max(2, static_cast<int>(m_area.width() / wide)))) {
            const double x = at(time, 0).x();
            m_draft.line({x, m_area.bottom()}, {x, m_area.bottom() + 3}, QPen(m_theme.quietText, 1));
            const QString name = time > 0 ? spoken(time) : QStringLiteral("0");
            const double half = m_draft.width(name, TextRole::EdgeLabel) / 2;
            m_draft.text(name, TextRole::EdgeLabel, m_theme.quietText,
                         {std::min(x, m_figure.size.width() - half), m_area.bottom() + axisHeight / 2 + 2},
                         Qt::AlignHCenter);
        }
    }

    void drawLine(const freshness::Curve& curve, const QPen& pen, const QColor& under) {
        QPainterPath line(at(curve.points.front().time, curve.points.front().share));
        for (const auto& [time, share] : curve.points)
            line.lineTo(at(time, share));
        line.lineTo(at(m_longest, curve.points.back().share));
        if (under.isValid()) {
            QPainterPath area = line;
            area.lineTo(at(m_longest, 0));
            area.lineTo(at(0, 0));
            area.closeSubpath();
            m_draft.path(area, under);
        }
        m_draft.path(line, {}, pen);
    }

    void drawPromise() {
        const auto& within = m_values.curve.within;
        if (!within) return;
        const double middle = headingHeight + promiseHeight / 2;
        if (!m_showsPromise) {
            m_draft.text(m_values.promise + QStringLiteral(" →"), TextRole::EdgeLabel, state().text,
                         {m_area.right(), middle}, Qt::AlignRight);
            return;
        }
        const double x = at(*within, 0).x();
        m_draft.line({x, m_area.top() - 4}, {x, m_area.bottom()}, QPen(state().text, 1.5));
        const double wide = m_draft.width(m_values.promise, TextRole::EdgeLabel);
        const double left =
            std::clamp(x - wide / 2, m_area.left(), std::max(m_area.left(), m_area.right() - wide));
        m_draft.text(m_values.promise, TextRole::EdgeLabel, state().text, {left, middle});
    }

    /// Words beside a line at x, on the side where there is room; never over what stands at the other lines.
    void label(double x, double y, const QString& text, TextRole role, const QColor& colour) {
        const double wide = m_draft.width(text, role);
        const double left = x + 8 + wide <= m_area.right() ? x + 8 : x - 8 - wide;
        m_draft.textOn(m_theme.panel, text, role, colour, {std::max(left, m_area.left() + 4), y});
    }

    void drawMarks() {
        const auto& curve = m_values.curve;
        constexpr double line = 19;
        double y = at(0, curve.forShare).y() + line;
        if (m_showsBound) {
            const double x = at(*curve.guaranteed, 0).x();
            m_draft.line({x, at(0, curve.forShare).y()}, {x, m_area.bottom()},
                         QPen(m_theme.quietText, 1, Qt::DashLine));
        }
        if (curve.estimate) {
            const QPointF point = at(*curve.estimate, curve.forShare);
            m_draft.dot(point, 4.5, m_theme.accent, QPen(m_theme.panel, 1.5));
            label(point.x(), y, m_values.estimate, TextRole::BadgeLabel, m_theme.accent);
            y += line;
        }
        if (m_showsBound)
            label(at(*curve.guaranteed, 0).x(), y, m_values.certain, TextRole::EdgeLabel, m_theme.quietText);
        if (!m_values.inTime.isEmpty() && isLate())
            label(m_area.right(), m_area.bottom() - line / 2 - 2, m_values.inTime, TextRole::BadgeLabel,
                  state().text);
    }

    const LagCurve& m_values;
    const Theme& m_theme;
    Figure m_figure;
    Drafting m_draft;
    QRectF m_area;
    double m_longest = 0;
    bool m_showsBound = false, m_showsPromise = false;
};

} // namespace

Figure drawLagCurve(const LagCurve& values, const Theme& theme, QSizeF size) {
    return CurveDrawing(values, theme, size).draw();
}

} // namespace factline::picture
