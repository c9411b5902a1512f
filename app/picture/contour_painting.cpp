// SPDX-License-Identifier: Apache-2.0
#include "picture/contour_painting.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include "picture/prepared.h"
#include "picture/small_names.h"
#include "picture/text.h"

namespace factline::picture {

namespace {

using diagram::TextRole;

constexpr double areaMargin = 9;   ///< around a node
constexpr double corridor = 12;    ///< along a line
constexpr double lineWidth = 2;    ///< of a contour, half of it outside
constexpr double smallestTime = 9; ///< pixels: a time is what the picture is about, a name need not be read

/// What one band covers.
struct Area {
    QPainterPath nodes; ///< to be filled
    QPainterPath lines; ///< to be stroked
};

/// Cuts a line into pieces of the same length, one for each band from its beginning to its end.
void addLine(std::vector<Area>& areas, const QPainterPath& line, std::size_t from, std::size_t to) {
    const QList<QPolygonF> polygons = line.toSubpathPolygons();
    if (polygons.isEmpty()) return;
    const QPolygonF& points = polygons.front();
    double length = 0;
    for (qsizetype i = 1; i < points.size(); ++i)
        length += QLineF(points[i - 1], points[i]).length();
    if (length <= 0) return;
    const auto bands = static_cast<double>(to - from + 1);
    std::size_t band = from;
    double done = 0;
    areas[band].lines.moveTo(points.front());
    for (qsizetype i = 1; i < points.size(); ++i) {
        const QLineF piece(points[i - 1], points[i]);
        const double end = done + piece.length();
        while (band < to) {
            const double cut = length * static_cast<double>(band - from + 1) / bands;
            if (end < cut || piece.length() <= 0) break;
            const QPointF at = piece.pointAt((cut - done) / piece.length());
            areas[band].lines.lineTo(at);
            areas[++band].lines.moveTo(at);
        }
        areas[band].lines.lineTo(points[i]);
        done = end;
    }
}

std::vector<Area> areasOf(const PreparedDiagram& prepared, const PaintOptions& options) {
    const Contours& contours = *options.contours;
    std::vector<Area> areas(contours.bands.size());
    const auto bandOf = [&](std::size_t node) {
        const auto found = contours.reached.find(prepared.diagram->nodes[node].key);
        return found == contours.reached.end() ? std::nullopt : found->second.band;
    };
    const auto sees = [&](const QRectF& extent) {
        return options.visible.isNull() ||
               options.visible.intersects(extent.adjusted(-corridor, -corridor, corridor, corridor));
    };
    for (std::size_t i = 0; i < prepared.nodes.size(); ++i) {
        const auto band = bandOf(i);
        if (!band || !sees(prepared.nodes[i].rect)) continue;
        const double radius = prepared.theme.metrics.nodeRadius + areaMargin;
        areas[*band].nodes.addRoundedRect(
            prepared.nodes[i].rect.adjusted(-areaMargin, -areaMargin, areaMargin, areaMargin), radius,
            radius);
    }
    for (const std::size_t i : contours.light.edges) {
        if (i >= prepared.edges.size() || !sees(prepared.edges[i].extent)) continue;
        const diagram::EdgeShape& edge = prepared.diagram->edges[i];
        const auto from = bandOf(edge.from);
        const auto to = bandOf(edge.to);
        // Who asks the owner is told nothing on the way: that line runs against the others.
        if (edge.kind == propagation::HopKind::Asks || !from || !to || *to < *from) continue;
        addLine(areas, prepared.edges[i].paths.line, *from, *to);
    }
    for (Area& area : areas)
        area.nodes.setFillRule(Qt::WindingFill);
    return areas;
}

double growthFor(const QFont& font, const PaintOptions& options) {
    const bool full = !options.large && options.detail.value_or(detailAt(options.scale)) == Detail::Full;
    return full ? 1 : std::max(1.0, growthToRead(font, options.scale * smallestName / smallestTime));
}

/// Where the time at a node may stand, the best first: at its corners; once it has grown, beside it, where it
/// hides no line of the name.
std::array<QRectF, 4> placesOf(const PreparedDiagram& prepared, std::size_t node, const QString& text,
                               double growth) {
    constexpr double over = 6; // the node's edge
    const Metrics& metrics = prepared.theme.metrics;
    const QRectF& rect = prepared.nodes[node].rect;
    const QFontMetricsF font(prepared.font(TextRole::BadgeLabel));
    const QSizeF size =
        QSizeF(std::max(metrics.badgeHeight, font.horizontalAdvance(text) + 2 * metrics.badgePadding),
               metrics.badgeHeight) *
        growth;
    const bool waves = prepared.diagram->nodes[node].key.kind == ElementKind::View;
    const double bottom = rect.bottom() - (waves ? metrics.viewWave : 0);
    const double low = bottom - metrics.badgeHeight / 2, high = rect.top() - size.height() / 2;
    const double left = rect.left() - over, right = rect.right() + over - size.width();
    const QRectF lowLeft({left, low}, size), lowRight({right, low}, size), highLeft({left, high}, size),
        highRight({right, high}, size);
    if (growth <= 1) return {lowLeft, lowRight, highLeft, highRight};
    const double middle = (rect.top() + bottom - size.height()) / 2;
    return {QRectF({rect.left() + over - size.width(), middle}, size),
            QRectF({rect.right() - over, middle}, size), lowLeft, lowRight};
}

} // namespace

QColor contourLine(const Theme& theme, std::size_t band, std::size_t bands) {
    const QColor ground = theme.delay(band, bands);
    constexpr float ink = 0.5F;
    const auto mixed = [&](float first, float second) { return first + (second - first) * ink; };
    return QColor::fromRgbF(mixed(ground.redF(), theme.accent.redF()),
                            mixed(ground.greenF(), theme.accent.greenF()),
                            mixed(ground.blueF(), theme.accent.blueF()));
}

void paintContours(QPainter& painter, const PreparedDiagram& prepared, const PaintOptions& options) {
    const Theme& theme = prepared.theme;
    const std::vector<Area> areas = areasOf(prepared, options);
    const double line = std::max(lineWidth, 2 / options.scale);
    painter.save();
    painter.setOpacity(1);
    // First a band's outline, then its ground over the inner half: its parts melt into one.
    for (std::size_t band = areas.size(); band-- > 0;) {
        const Area& area = areas[band];
        const QColor edge = contourLine(theme, band, areas.size());
        const QColor ground = theme.delay(band, areas.size());
        painter.strokePath(area.lines,
                           QPen(edge, corridor + line, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.strokePath(area.nodes, QPen(edge, line));
        painter.strokePath(area.lines, QPen(ground, corridor, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.fillPath(area.nodes, ground);
    }
    painter.restore();
}

void paintTimes(QPainter& painter, const PreparedDiagram& prepared, const PaintOptions& options,
                const std::function<bool(const QRectF&)>& isFree) {
    const Theme& theme = prepared.theme;
    const Contours& contours = *options.contours;
    const QFont& font = prepared.font(TextRole::BadgeLabel);
    const double growth = growthFor(font, options);
    const double capital = QFontMetricsF(font).capHeight();
    painter.save();
    painter.setOpacity(1);
    for (std::size_t i = 0; i < prepared.nodes.size(); ++i) {
        const auto found = contours.reached.find(prepared.diagram->nodes[i].key);
        if (found == contours.reached.end()) continue;
        const auto& [key, reached] = *found;
        const QString text = toQString(reached.text);
        const auto places = placesOf(prepared, i, text, growth);
        if (!options.visible.isNull() && !options.visible.intersects(places.front().adjusted(-1, -1, 1, 1)))
            continue;
        const auto* free = isFree ? std::ranges::find_if(places, isFree) : places.begin();
        if (free == places.end()) continue;
        const QRectF& place = *free;
        const std::size_t bands = contours.bands.size();
        painter.setPen(
            QPen(reached.band ? theme.accent : theme.unknown.text, std::max(1.0, 1 / options.scale)));
        painter.setBrush(reached.band ? theme.delay(*reached.band, bands) : theme.unknown.fill);
        painter.drawRoundedRect(place, place.height() / 2, place.height() / 2);
        const QTransform before = painter.transform();
        painter.translate(place.topLeft());
        painter.scale(growth, growth);
        const QRectF own(QPointF(), place.size() / growth);
        const double width = QFontMetricsF(font).horizontalAdvance(text);
        drawRun(painter, font,
                {text, QPointF(own.center().x() - width / 2, own.center().y() + capital / 2), width},
                reached.band ? theme.text : theme.unknown.text, options.outlines);
        painter.setTransform(before);
    }
    painter.restore();
}

} // namespace factline::picture
