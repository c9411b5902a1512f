// SPDX-License-Identifier: Apache-2.0
#include "picture/lines.h"

#include <QLineF>

#include "picture/shapes.h"

namespace factline::picture {

using propagation::HopKind;

namespace {

/// Whether a curve is drawn as the line between its ends.
bool isStraight(const QPointF& from, const QPointF& first, const QPointF& second, const QPointF& to) {
    constexpr double invisible = 0.01; // units
    const double length = QLineF(from, to).length();
    if (length < invisible) return false;
    const QPointF direction = (to - from) / length;
    const auto isBetween = [&](const QPointF& point) {
        const double along = QPointF::dotProduct(point - from, direction);
        const QPointF beside = point - from - direction * along;
        return along > -invisible && along < length + invisible && beside.manhattanLength() < invisible;
    };
    return isBetween(first) && isBetween(second);
}

} // namespace

LineLook lookOf(HopKind kind) {
    switch (kind) {
    case HopKind::Feeds:
    case HopKind::Triggers:
        return LineLook::Subscribes;
    case HopKind::Derives:
        return LineLook::Derives;
    case HopKind::Compensates:
        return LineLook::Compensates;
    case HopKind::Asks:
        return LineLook::Asks;
    case HopKind::Announces:
    case HopKind::Causes:
    case HopKind::Reads:
        break;
    }
    return LineLook::Tells;
}

LineStyle lineStyle(HopKind kind, bool clash, const Theme& theme) {
    LineStyle style;
    style.pen = QPen(theme.line, theme.metrics.line, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    style.labelColour = theme.quietText;
    switch (lookOf(kind)) {
    case LineLook::Tells:
        break;
    case LineLook::Subscribes:
        style.filledHead = false;
        break;
    case LineLook::Derives:
        style.pen.setDashPattern({5, 3.5});
        break;
    case LineLook::Compensates:
        style.pen.setColor(theme.policy.outline);
        style.pen.setDashPattern({7, 3, 1.5, 3});
        style.labelColour = theme.policy.outline;
        break;
    case LineLook::Asks:
        style.pen.setColor(theme.decision.outline);
        style.pen.setDashPattern({1.5, 2.5});
        style.labelColour = theme.decision.outline;
        break;
    }
    if (clash) {
        style.pen.setColor(theme.broken.text);
        style.pen.setWidthF(theme.metrics.clashLine);
        style.labelColour = theme.broken.text;
    }
    return style;
}

std::string_view lineName(HopKind kind, bool clash) {
    if (clash) return "understood otherwise";
    switch (kind) {
    case HopKind::Announces:
        return "announces";
    case HopKind::Feeds:
        return "feeds";
    case HopKind::Triggers:
        return "triggers";
    case HopKind::Causes:
        return "causes";
    case HopKind::Compensates:
        return "compensates";
    case HopKind::Derives:
        return "derived from it";
    case HopKind::Reads:
        return "is read";
    case HopKind::Asks:
        return "asks the owner";
    }
    return {};
}

LinePaths linePaths(const std::vector<diagram::Point>& path, const LineStyle& style, const Metrics& metrics) {
    LinePaths result;
    if (path.size() < 4) return result;
    const QPointF tip = toQt(path.back());
    // Where the last control point lies on the tip, the direction comes from the point before it.
    QPointF before = tip;
    for (std::size_t i = path.size() - 1; i-- > 0 && QLineF(before, tip).length() < 0.5;)
        before = toQt(path[i]);
    const double length = QLineF(before, tip).length();
    const QPointF direction = length > 0 ? (tip - before) / length : QPointF(1, 0);
    const QPointF normal(-direction.y(), direction.x());
    const QPointF base = tip - direction * metrics.arrowLength;
    const QPointF left = base + normal * (metrics.arrowWidth / 2);
    const QPointF right = base - normal * (metrics.arrowWidth / 2);

    const QPointF cut = direction * (style.filledHead ? metrics.arrowLength - 1 : style.pen.widthF() / 2);
    result.line.moveTo(toQt(path.front()));
    for (std::size_t i = 1; i + 2 < path.size(); i += 3) {
        const bool last = i + 5 >= path.size();
        const QPointF shift = last ? cut : QPointF();
        const QPointF control = toQt(path[i + 1]);
        // A short last piece keeps its control point in front of the shortened end.
        const QPointF end = toQt(path[i + 2]) - shift;
        if (isStraight(result.line.currentPosition(), toQt(path[i]), control - shift, end))
            result.line.lineTo(end);
        else
            result.line.cubicTo(toQt(path[i]), control - shift, end);
    }
    result.head.moveTo(left);
    result.head.lineTo(tip - (style.filledHead ? QPointF() : direction * (style.pen.widthF() / 2)));
    result.head.lineTo(right);
    if (style.filledHead) result.head.closeSubpath();
    return result;
}

} // namespace factline::picture
