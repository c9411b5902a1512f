// SPDX-License-Identifier: Apache-2.0
#include "picture/outage_chart.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include "freshness/spoken.h"
#include "picture/text.h"

namespace factline::picture {

namespace {

using freshness::ContextOutage;
using freshness::OutageCourse;

struct OutageChart {
    Q_DECLARE_TR_FUNCTIONS(OutageChart)
};

constexpr double titleHeight = 20, axisHeight = 18, between = 10, labelHeight = 14; // pixels

QString timeText(double seconds) {
    return toQString(freshness::spokenTime(seconds));
}

QString countText(double messages) {
    if (messages >= 10'000) return OutageChart::tr("%1 thousand").arg(messages / 1000, 0, 'f', 0);
    return QString::number(messages, 'f', 0);
}

/// One graph: its place, and what of time and value lies at its ends.
struct Plot {
    QRectF area;
    double end = 1, top = 1;

    QPointF at(const OutageCourse::Point& point) const {
        return {area.left() + area.width() * point.at / end,
                area.bottom() - area.height() * point.value / top};
    }
    QPolygonF line(const std::vector<OutageCourse::Point>& points) const {
        QPolygonF made;
        for (const auto& point : points)
            made << at(point);
        return made;
    }
};

class Painting {
public:
    Painting(QPainter& painter, const Theme& theme, const OutageCourse& course)
        : m_painter(painter)
        , m_theme(theme)
        , m_course(course)
        , m_small(fontFor(theme.typography, diagram::TextRole::EdgeLabel)) {}

    void lag(const QRectF& into, const freshness::LateView* hardest) {
        const QString told =
            hardest ? OutageChart::tr("promised: %1").arg(timeText(hardest->within)) : QString();
        const double room = into.width() - (hardest ? widthOf(told) + sample + 4 * gap : 0);
        Plot plot = begin(into, headingOf(hardest ? hardest->view : std::string(), room));
        for (const auto& point : m_course.lag)
            plot.top = std::max(plot.top, point.value);
        const double highest = plot.top;
        if (hardest) plot.top = std::max(plot.top, hardest->within);
        leaveRoom(plot);
        frame(plot, m_course.lag, timeText(highest), m_theme.atRisk);
        if (!hardest) return;
        const double y = plot.at({0, hardest->within}).y();
        if (m_course.late) late(plot, y);
        m_painter.setPen(QPen(m_theme.text, 1, Qt::DashLine));
        m_painter.drawLine(QPointF(plot.area.left(), y), QPointF(plot.area.right(), y));
        promise(into, told);
    }

    void backlog(const QRectF& into) {
        Plot plot = begin(into, OutageChart::tr("Messages that wait"));
        if (m_course.backlog.empty()) {
            m_painter.setPen(m_theme.quietText);
            m_painter.drawText(plot.area, Qt::AlignCenter, OutageChart::tr("No rate is declared"));
        } else {
            for (const auto& point : m_course.backlog)
                plot.top = std::max(plot.top, point.value);
            const double highest = plot.top;
            leaveRoom(plot);
            frame(plot, m_course.backlog, countText(highest), m_theme.kept);
        }
        times(plot);
    }

private:
    static constexpr double sample = 18, gap = 6; ///< of the promise's line, in its legend

    double widthOf(const QString& text) const { return QFontMetricsF(m_small).horizontalAdvance(text); }

    /// Whose lag it is, as far as there is room for a name.
    QString headingOf(const std::string& view, double room) const {
        QFont bold = m_small;
        bold.setWeight(QFont::DemiBold);
        const QFontMetricsF metrics(bold);
        const QString name = toQString(view.substr(view.find('/') + 1));
        const QString whose = OutageChart::tr("%1 is behind by").arg(name);
        return name.isEmpty() || metrics.horizontalAdvance(whose) > room
                   ? OutageChart::tr("Readers are behind by")
                   : whose;
    }

    /// Above the peak, for its height in words.
    static void leaveRoom(Plot& plot) {
        const double height = plot.area.height();
        plot.top *= height / std::max(height - labelHeight - 4, height / 2);
    }

    /// Beside the heading, where no line runs through it, with a piece of its line.
    void promise(const QRectF& into, const QString& text) {
        const QRectF row(into.left(), into.top(), into.width() - 2, titleHeight);
        m_painter.setFont(m_small);
        m_painter.setPen(m_theme.text);
        m_painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, text);
        const double end = row.right() - widthOf(text) - gap;
        m_painter.setPen(QPen(m_theme.text, 1, Qt::DashLine));
        m_painter.drawLine(QPointF(end - sample, row.center().y()), QPointF(end, row.center().y()));
    }

    Plot begin(const QRectF& into, const QString& title) {
        QFont bold = m_small;
        bold.setWeight(QFont::DemiBold);
        m_painter.setFont(bold);
        m_painter.setPen(m_theme.text);
        m_painter.drawText(QRectF(into.left(), into.top(), into.width(), titleHeight),
                           Qt::AlignLeft | Qt::AlignVCenter, title);
        m_painter.setFont(m_small);
        Plot plot{into.adjusted(0.5, titleHeight + 0.5, -0.5, -0.5)};
        plot.end = m_course.end > 0 ? m_course.end * (m_course.endless ? 1 : 1.06) : 1;
        return plot;
    }

    /// The stretch in which the context is down, the line and the height of its peak.
    void frame(const Plot& plot, const std::vector<OutageCourse::Point>& points, const QString& highest,
               const StateColours& colours) {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_theme.window);
        const double back = plot.at({m_course.back, 0}).x();
        m_painter.drawRect(QRectF(plot.area.topLeft(), QPointF(back, plot.area.bottom())));
        const QPolygonF line = plot.line(points);
        QPolygonF area = line;
        area << QPointF(line.last().x(), plot.area.bottom());
        m_painter.setBrush(colours.fill);
        m_painter.drawPolygon(area);
        m_painter.setPen(QPen(m_theme.hairline, 1));
        m_painter.drawLine(plot.area.bottomLeft(), plot.area.bottomRight());
        m_painter.setPen(QPen(colours.text, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawPolyline(line);
        m_painter.setPen(colours.text);
        const auto peak = std::ranges::max_element(line, {}, [](const QPointF& p) { return -p.y(); });
        const double wide = QFontMetricsF(m_small).horizontalAdvance(highest) + 4;
        const double left = std::clamp(peak->x() - wide / 2, plot.area.left(),
                                       std::max(plot.area.left(), plot.area.right() - wide));
        m_painter.drawText(QRectF(left, peak->y() - labelHeight - 2, wide, labelHeight), Qt::AlignCenter,
                           highest);
    }

    void late(const Plot& plot, double y) {
        QPainterPath above;
        QPolygonF area = plot.line(m_course.lag);
        area << QPointF(area.last().x(), plot.area.bottom());
        above.addPolygon(area);
        QPainterPath past;
        past.addRect(QRectF(plot.area.topLeft(), QPointF(plot.area.right(), y)));
        m_painter.setPen(Qt::NoPen);
        QColor fill = m_theme.broken.text;
        fill.setAlphaF(0.22F);
        m_painter.setBrush(fill);
        m_painter.drawPath(above.intersected(past));
        const double from = plot.at({m_course.late->first, 0}).x(),
                     to = plot.at({m_course.late->second, 0}).x();
        m_painter.setPen(QPen(m_theme.broken.text, 3, Qt::SolidLine, Qt::FlatCap));
        m_painter.drawLine(QPointF(from, plot.area.bottom()), QPointF(to, plot.area.bottom()));
        m_painter.setPen(m_theme.broken.text);
        const QString text =
            m_course.lateWhoKnows ? OutageChart::tr("late, nobody says how long")
            : m_course.lateForEver
                ? OutageChart::tr("late from here on")
                : OutageChart::tr("late for %1").arg(timeText(m_course.late->second - m_course.late->first));
        const double width = QFontMetricsF(m_small).horizontalAdvance(text) + 4;
        const double left = std::clamp((from + to - width) / 2, plot.area.left(), plot.area.right() - width);
        m_painter.drawText(QRectF(left, plot.area.bottom() - 18, width, 14), Qt::AlignCenter, text);
    }

    void times(const Plot& plot) {
        m_painter.setPen(m_theme.quietText);
        const double back = plot.at({m_course.back, 0}).x();
        const QString down = OutageChart::tr("%1 down").arg(timeText(m_course.back));
        const QRectF line(plot.area.left(), plot.area.bottom() + 2, plot.area.width(), axisHeight - 2);
        m_painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, down);
        m_painter.drawLine(QPointF(back, plot.area.bottom()), QPointF(back, plot.area.bottom() + 4));
        if (m_course.catchesUp)
            m_painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter,
                               OutageChart::tr("caught up after %1").arg(timeText(m_course.end)));
        else if (m_course.endless)
            m_painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, OutageChart::tr("never catches up"));
    }

    QPainter& m_painter;
    const Theme& m_theme;
    const OutageCourse& m_course;
    QFont m_small;
};

void paintOutage(QPainter& painter, const QRectF& into, const Theme& theme, const ContextOutage& outage) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const OutageCourse course = freshness::courseOf(outage);
    Painting painting(painter, theme, course);
    const QRectF inner = into.adjusted(1, 0, -1, -axisHeight);
    const double upper = std::floor((inner.height() - between) * 0.58);
    painting.lag(QRectF(inner.topLeft(), QSizeF(inner.width(), upper)), freshness::hardest(outage));
    painting.backlog(QRectF(QPointF(inner.left(), inner.top() + upper + between), inner.bottomRight()));
    painter.restore();
}

} // namespace

Chart outageChart(const ContextOutage& outage, const QSizeF& size) {
    return {.title = OutageChart::tr("Outage of %1").arg(toQString(outage.context)),
            .description = toQString(freshness::spoken(outage)),
            .size = size,
            .paint = [outage](QPainter& painter, const QRectF& into, const Theme& theme) {
                paintOutage(painter, into, theme, outage);
            }};
}

} // namespace factline::picture
