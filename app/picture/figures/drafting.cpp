// SPDX-License-Identifier: Apache-2.0
#include "picture/figures/drafting.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <QFontMetricsF>

#include "picture/text.h"

namespace factline::picture {

void Drafting::fill(const QRectF& rect, const QColor& colour, double radius) {
    QPainterPath shape;
    shape.addRoundedRect(rect, radius, radius);
    path(shape, colour);
}

void Drafting::outline(const QRectF& rect, const QPen& pen, double radius) {
    QPainterPath shape;
    shape.addRoundedRect(rect, radius, radius);
    path(shape, {}, pen);
}

void Drafting::line(QPointF from, QPointF to, const QPen& pen) {
    QPainterPath shape(from);
    shape.lineTo(to);
    path(shape, {}, pen);
}

void Drafting::path(const QPainterPath& path, const QColor& fill, const QPen& pen) {
    m_figure.items.emplace_back(Figure::Shape{path, fill, pen});
}

void Drafting::dot(QPointF centre, double radius, const QColor& fill, const QPen& pen) {
    QPainterPath shape;
    shape.addEllipse(centre, radius, radius);
    path(shape, fill, pen);
}

QRectF Drafting::text(const QString& text, diagram::TextRole role, const QColor& colour, QPointF at,
                      Qt::Alignment alignment, double room) {
    const QFont font = fontFor(m_theme.typography, role);
    const QFontMetricsF metrics(font);
    const QString shown = metrics.elidedText(text, Qt::ElideRight, std::max(0.0, room));
    const double wide = metrics.horizontalAdvance(shown);
    double left = at.x();
    if (alignment.testFlag(Qt::AlignHCenter)) left -= wide / 2;
    if (alignment.testFlag(Qt::AlignRight)) left -= wide;
    const double top = at.y() - metrics.height() / 2;
    m_figure.items.emplace_back(Figure::Text{shown, {left, top + metrics.ascent()}, font, colour});
    return {left, top, wide, metrics.height()};
}

QRectF Drafting::textOn(const QColor& ground, const QString& text, diagram::TextRole role,
                        const QColor& colour, QPointF at, Qt::Alignment alignment) {
    const std::size_t below = m_figure.items.size();
    const QRectF place = this->text(text, role, colour, at, alignment);
    QPainterPath shape;
    shape.addRoundedRect(place.adjusted(-3, 0, 3, 0), 2, 2);
    m_figure.items.insert(m_figure.items.begin() + static_cast<std::ptrdiff_t>(below),
                          Figure::Shape{shape, ground, Qt::NoPen});
    return place;
}

double Drafting::width(const QString& text, diagram::TextRole role) const {
    return QFontMetricsF(fontFor(m_theme.typography, role)).horizontalAdvance(text);
}

std::vector<double> timeMarks(double longest, int most) {
    if (!(longest > 0) || most < 1) return {};
    constexpr double minute = 60, hour = 3600, day = 86400;
    // What one would count by; below a second and above ten days by 1, 2 and 5 of each power of ten.
    constexpr std::array round{1.0,        2.0,        5.0,         10.0,  15.0,    30.0,   minute,
                               2 * minute, 5 * minute, 10 * minute, 900.0, 1800.0,  hour,   2 * hour,
                               3 * hour,   6 * hour,   12 * hour,   day,   2 * day, 5 * day};
    const double least = longest / most;
    double step = 0;
    if (least > round.front() && least <= round.back()) {
        step = *std::ranges::lower_bound(round, least);
    } else {
        const double unit = least > round.back() ? day : 1;
        const double power = std::pow(10.0, std::floor(std::log10(least / unit)));
        step = 10 * power * unit;
        for (const double each : {5.0, 2.0, 1.0})
            if (each * power * unit >= least * (1 - 1e-12)) step = each * power * unit;
    }
    std::vector<double> marks{0};
    for (int i = 1; i * step <= longest * (1 + 1e-9); ++i)
        marks.push_back(i * step);
    return marks;
}

} // namespace factline::picture
