// SPDX-License-Identifier: Apache-2.0
#include "canvas/hiding.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "picture/shapes.h"

namespace factline::canvas {

namespace {

constexpr double titleHeight = 36; ///< of a context, in the diagram
constexpr double litWeight = 100;
constexpr double groundWeight = 0.1;
constexpr double lineBreadth = 4; ///< that a line counts with
constexpr int lineSteps = 8;      ///< straight parts that a curve counts as

double areaOf(const QRectF& rect) {
    return rect.width() * rect.height();
}

QPointF pointOn(std::span<const diagram::Point, 4> curve, double t) {
    const double u = 1 - t, b0 = u * u * u, b1 = 3 * u * u * t, b2 = 3 * u * t * t, b3 = t * t * t;
    return {b0 * curve[0].x + b1 * curve[1].x + b2 * curve[2].x + b3 * curve[3].x,
            b0 * curve[0].y + b1 * curve[1].y + b2 * curve[2].y + b3 * curve[3].y};
}

/// A curve lies between its points.
bool comesNear(std::span<const diagram::Point, 4> curve, const QRectF& place) {
    const auto [left, right] = std::ranges::minmax(curve, {}, &diagram::Point::x);
    const auto [top, bottom] = std::ranges::minmax(curve, {}, &diagram::Point::y);
    return left.x <= place.right() && right.x >= place.left() && top.y <= place.bottom() &&
           bottom.y >= place.top();
}

/// Of a straight line, after Liang and Barsky, "A New Concept and Method for Line Clipping", ACM TOG 3(1),
/// 1984.
double lengthInside(const QPointF& from, const QPointF& to, const QRectF& place) {
    const QPointF way = to - from;
    double begin = 0, end = 1;
    const auto clip = [&](double toward, double room) {
        if (toward == 0) return room >= 0;
        (toward < 0 ? begin : end) =
            toward < 0 ? std::max(begin, room / toward) : std::min(end, room / toward);
        return begin <= end;
    };
    const bool meets = clip(-way.x(), from.x() - place.left()) && clip(way.x(), place.right() - from.x()) &&
                       clip(-way.y(), from.y() - place.top()) && clip(way.y(), place.bottom() - from.y());
    return meets ? (end - begin) * std::hypot(way.x(), way.y()) : 0;
}

double lengthInside(const std::vector<diagram::Point>& path, const QRectF& place) {
    double length = 0;
    for (std::size_t at = 0; at + 3 < path.size(); at += 3) {
        const std::span<const diagram::Point, 4> curve(path.begin() + static_cast<std::ptrdiff_t>(at), 4);
        if (!comesNear(curve, place)) continue;
        QPointF before = pointOn(curve, 0);
        for (int step = 1; step <= lineSteps; ++step) {
            const QPointF now = pointOn(curve, static_cast<double>(step) / lineSteps);
            length += lengthInside(before, now, place);
            before = now;
        }
    }
    return length;
}

} // namespace

double hiddenBy(const QRectF& place, const diagram::Diagram& diagram, const std::set<ElementKey>& lit) {
    double area = 0;
    for (const auto& node : diagram.nodes)
        if (const double shared = areaOf(picture::toQt(node.rect) & place); shared > 0)
            area += shared * (lit.contains(node.key) ? litWeight : 1);
    for (const auto& context : diagram.contexts) {
        const QRectF whole = picture::toQt(context.rect);
        QRectF title = whole;
        title.setHeight(std::min(title.height(), titleHeight));
        area += areaOf(title & place) + groundWeight * areaOf(whole & place);
    }
    for (const auto& edge : diagram.edges) {
        const double shared = lineBreadth * lengthInside(edge.path, place) +
                              (edge.labelRect ? areaOf(picture::toQt(*edge.labelRect) & place) : 0);
        if (shared <= 0) continue;
        const bool isLit =
            lit.contains(diagram.nodes[edge.from].key) && lit.contains(diagram.nodes[edge.to].key);
        area += shared * (isLit ? litWeight : 1);
    }
    return area;
}

} // namespace factline::canvas
