// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <utility>

#include <QHash>
#include <QPainter>

#include "picture/clash_sign.h"
#include "picture/contour_painting.h"
#include "picture/prepared.h"
#include "picture/shapes.h"
#include "picture/text.h"
#include "picture/tried_lines.h"

namespace factline::picture {

namespace {

using diagram::TextRole;

constexpr double titlePixels = 14;    ///< on the screen, whatever the scale
constexpr double smallestPixels = 11; ///< below this a title spreads beyond its box instead
constexpr double widestTitle = 120;   ///< pixels of one that does
constexpr double nodeInk = 0.35;      ///< nodes are a pattern behind the names here

QFont sized(QFont font, double pixels, double scale) {
    // Whole pixels only come from QFont; the painter's transform gives the rest.
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(pixels / scale))));
    return font;
}

/// Where the line from the centre of `rect` towards `target` leaves it.
QPointF leaves(const QRectF& rect, const QPointF& target) {
    const QPointF centre = rect.center();
    const QPointF way = target - centre;
    const double x = way.x() == 0 ? HUGE_VAL : rect.width() / 2 / std::abs(way.x());
    const double y = way.y() == 0 ? HUGE_VAL : rect.height() / 2 / std::abs(way.y());
    const double part = std::min({x, y, 1.0});
    return centre + way * part;
}

/// How strong lines are drawn: the more there are, the paler, so that a dense map does not turn black.
double inkFor(std::size_t bundles) {
    constexpr double few = 60;
    return std::clamp(std::sqrt(few / std::max(1.0, static_cast<double>(bundles))), 0.22, 1.0);
}

/// Rectangles of words that are painted, none over another.
class OverviewWords {
public:
    bool take(const QRectF& rect) {
        for (const QRectF& other : m_rects)
            if (other.intersects(rect)) return false;
        m_rects.push_back(rect);
        return true;
    }

private:
    std::vector<QRectF> m_rects;
};

/// A font as large on the screen as it is to be, and how wide words are in it: those of a picture are mostly
/// the same few numbers, and shaping each again takes longer than to paint it.
class SizedFont {
public:
    SizedFont(const QFont& font, double pixels, double scale)
        : m_font(sized(font, pixels, scale))
        , m_metrics(m_font) {}

    const QFont& font() const { return m_font; }
    double capHeight() const { return m_metrics.capHeight(); }
    double width(const QString& text) {
        const auto known = m_widths.constFind(text);
        return known != m_widths.cend() ? *known : *m_widths.insert(text, m_metrics.horizontalAdvance(text));
    }

private:
    QFont m_font;
    QFontMetricsF m_metrics;
    QHash<QString, double> m_widths;
};

/// How a bundle is drawn.
struct Ink {
    QColor colour;
    double pixels = 1; ///< wide
};

Ink usualInk(const PreparedDiagram& prepared, const Bundle& bundle) {
    QColor colour = bundle.clash ? prepared.theme.broken.text : prepared.theme.line;
    if (!bundle.clash) colour.setAlphaF(static_cast<float>(inkFor(prepared.bundles.size())));
    return {colour, std::min(1 + std::log2(static_cast<double>(bundle.count)), 4.0)};
}

void paintBundle(QPainter& painter, const PreparedDiagram& prepared, const Bundle& bundle, const Ink& ink,
                 const PaintOptions& options) {
    const double pixel = 1 / options.scale;
    const QRectF& from = prepared.contexts[bundle.from].rect;
    const QRectF& to = prepared.contexts[bundle.to].rect;
    const QPointF start = leaves(from, to.center());
    const QPointF end = leaves(to, from.center());
    if (!options.visible.isNull() &&
        !options.visible.intersects(QRectF(start, end).normalized().adjusted(-1, -1, 1, 1)))
        return;
    painter.setPen(QPen(ink.colour, ink.pixels * pixel, Qt::SolidLine, Qt::FlatCap));
    const QPointF way = end - start;
    const double length = std::hypot(way.x(), way.y());
    if (length < 12 * pixel) return painter.drawLine(start, end);
    const QPointF direction = way / length;
    const QPointF normal(-direction.y(), direction.x());
    const double side = std::max(3.0, 1.5 * ink.pixels) * pixel; // beyond the line on both sides
    const QPointF base = end - direction * 2 * side;
    painter.drawLine(start, base); // its flat end would blunt the tip
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink.colour);
    painter.drawPolygon(QPolygonF{end, base + normal * side, base - normal * side});
}

void paintCount(QPainter& painter, const PreparedDiagram& prepared, const Bundle& bundle,
                const PaintOptions& options, SizedFont& font, OverviewWords& words) {
    if (bundle.count < 2) return;
    const Theme& theme = prepared.theme;
    const QRectF& from = prepared.contexts[bundle.from].rect;
    const QRectF& to = prepared.contexts[bundle.to].rect;
    const QPointF start = leaves(from, to.center());
    const QPointF end = leaves(to, from.center());
    const double pixel = 1 / options.scale;
    const QPointF way = end - start;
    if (std::hypot(way.x(), way.y()) < 48 * pixel) return;
    const QString text = QString::number(bundle.count);
    const double width = font.width(text);
    QRectF halo(QPointF(), QSizeF(width + 6 * pixel, 14 * pixel));
    constexpr std::array parts{0.5, 0.4, 0.6}; // other words may stand in the middle
    const auto isFree = [&](double part) {
        halo.moveCenter(start + way * part);
        return words.take(halo);
    };
    if (std::ranges::none_of(parts, isFree)) return;
    if (!options.visible.isNull() && !options.visible.intersects(halo)) return;
    const QPointF middle = halo.center();
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.canvas);
    painter.drawRoundedRect(halo, 4 * pixel, 4 * pixel);
    const QColor colour = bundle.clash ? theme.broken.text : theme.quietText;
    drawRun(painter, font.font(),
            {text, QPointF(middle.x() - width / 2, middle.y() + font.capHeight() / 2), width}, colour,
            options.outlines);
}

/// On the line, where no words are; it is never left out.
void paintClash(QPainter& painter, const PreparedDiagram& prepared, const Bundle& bundle,
                const PaintOptions& options, OverviewWords& words) {
    if (!bundle.clash) return;
    const QRectF& from = prepared.contexts[bundle.from].rect;
    const QRectF& to = prepared.contexts[bundle.to].rect;
    const QLineF line(leaves(from, to.center()), leaves(to, from.center()));
    const double side = clashSignSide / options.scale;
    constexpr std::array parts{0.35, 0.65, 0.2, 0.8}; // the count stands in the middle
    const auto isFree = [&](double part) {
        return words.take({line.pointAt(part) - QPointF(side, side) / 2, QSizeF(side, side)});
    };
    const auto* free = std::ranges::find_if(parts, isFree);
    paintClashSign(painter, prepared.theme, line.pointAt(free == parts.end() ? 0.5 : *free), side);
}

/// The title on top of its box, as large as is readable and as fits; where the box is too small for that,
/// over its edges, as long as no other words stand there.
void paintTitle(QPainter& painter, const PreparedDiagram& prepared, const PreparedContext& context,
                const PaintOptions& options, OverviewWords& words) {
    const double pixel = 1 / options.scale;
    double room = context.rect.width() - 8 * pixel;
    double pixels = titlePixels;
    const QFont& usual = prepared.font(TextRole::ContextTitle); // without hinting: as wide as it is large
    const auto widthIn = [&](const QFont& font) {
        return context.title.width * font.pixelSize() / usual.pixelSize();
    };
    QFont font = sized(usual, pixels, options.scale);
    const double natural = widthIn(font);
    if (natural > room) pixels *= room / natural;
    pixels = std::min(pixels, context.rect.height() * options.scale * 0.8);
    if (pixels < smallestPixels) {
        pixels = smallestPixels;
        room = std::max(room, widestTitle * pixel);
    }
    font = sized(usual, pixels, options.scale);
    const QFontMetricsF metrics(font);
    const bool fits = widthIn(font) <= room + pixel;
    const QString text =
        fits ? context.title.text : metrics.elidedText(context.title.text, Qt::ElideRight, room + pixel);
    const double width = fits ? widthIn(font) : metrics.horizontalAdvance(text);
    const QPointF centre = context.rect.center();
    const QRectF halo(centre.x() - width / 2 - 2 * pixel, centre.y() - metrics.height() / 2,
                      width + 4 * pixel, metrics.height());
    if (!words.take(halo)) return;
    QColor ground = prepared.theme.context.fill;
    ground.setAlphaF(0.86F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(halo, 3 * pixel, 3 * pixel);
    drawRun(painter, font,
            {text, QPointF(centre.x() - width / 2, centre.y() + metrics.capHeight() / 2), width},
            prepared.theme.text, options.outlines);
}

/// The problems of a context, at its corner: as large on the screen as elsewhere, without the count where the
/// box is too small for it.
void paintProblems(QPainter& painter, const PreparedDiagram& prepared, const PreparedContext& context,
                   const PaintOptions& options, SizedFont& font) {
    if (!context.problems) return;
    const double pixel = 1 / options.scale;
    const StateColours colours = prepared.theme.badge(context.problems->kind);
    const QString text = toQString(context.problems->text);
    const double words = font.width(text);
    const double whole = 14 * pixel + (text.isEmpty() ? 0 : words + 5 * pixel);
    const bool counts = whole < context.rect.width();
    const double height = std::min(14 * pixel, std::max(6 * pixel, context.rect.height() / 2));
    const double width = counts ? whole : height;
    const QRectF pill(context.rect.right() - width + 4 * pixel, context.rect.top() - height / 2, width,
                      height);
    painter.setPen(QPen(colours.text, pixel));
    painter.setBrush(counts ? colours.fill : colours.text);
    painter.drawRoundedRect(pill, height / 2, height / 2);
    if (!counts) return;
    QPen ink(colours.text, 1.4);
    ink.setCapStyle(Qt::RoundCap);
    painter.setPen(ink);
    painter.setBrush(Qt::NoBrush);
    const double side = 10; // of the icon's drawing
    const double shrink = 0.8 * pixel;
    painter.save();
    painter.translate(pill.left() + 7 * pixel, pill.center().y());
    painter.scale(shrink, shrink);
    painter.translate(-side / 2, -side / 2);
    painter.drawPath(iconPath(context.problems->kind));
    painter.restore();
    if (text.isEmpty()) return;
    const double middle = pill.center().y() + font.capHeight() / 2;
    drawRun(painter, font.font(), {text, QPointF(pill.left() + 14 * pixel, middle), words}, colours.text,
            options.outlines);
}

/// The bundles that a followed path is part of.
void paintPath(QPainter& painter, const PreparedDiagram& prepared, const PaintOptions& options) {
    if (options.litEdges.empty()) return;
    const diagram::Diagram& diagram = *prepared.diagram;
    std::set<std::pair<std::size_t, std::size_t>> lit;
    for (const std::size_t line : options.litEdges)
        if (line < diagram.edges.size())
            lit.emplace(prepared.homes[diagram.edges[line].from], prepared.homes[diagram.edges[line].to]);
    for (const Bundle& bundle : prepared.bundles) {
        if (!lit.contains({bundle.from, bundle.to})) continue;
        const QColor& colour = bundle.clash ? prepared.theme.broken.text : prepared.theme.accent;
        paintBundle(painter, prepared, bundle, {colour, prepared.theme.metrics.selectedLine}, options);
    }
}

} // namespace

void paintOverview(QPainter& painter, const PreparedDiagram& prepared, const PaintOptions& options) {
    const Theme& theme = prepared.theme;
    const auto sees = [&](const QRectF& rect) {
        return options.visible.isNull() || options.visible.intersects(rect);
    };
    // Lines pass behind boxes, so that what a box holds stays readable; those that matter come last.
    for (const bool clash : {false, true})
        for (const Bundle& bundle : prepared.bundles)
            if (bundle.clash == clash)
                paintBundle(painter, prepared, bundle, usualInk(prepared, bundle), options);
    paintPath(painter, prepared, options);
    paintTried(painter, prepared, options);
    for (std::size_t i = 0; i < prepared.contexts.size(); ++i) {
        const PreparedContext& context = prepared.contexts[i];
        if (!sees(context.rect)) continue;
        const bool isPassed =
            !options.litEdges.empty() && options.lit.contains(prepared.diagram->contexts[i].key);
        QPen pen(isPassed ? theme.accent : theme.context.outline, 1 / options.scale);
        if (context.dashed) pen.setDashPattern({4, 3});
        painter.setPen(pen);
        painter.setBrush(theme.context.fill);
        painter.drawPath(context.outline);
    }
    if (options.contours != nullptr) paintContours(painter, prepared, options);
    painter.setPen(Qt::NoPen);
    painter.setOpacity(nodeInk);
    for (const PreparedNode& node : prepared.nodes)
        if (sees(node.rect)) painter.fillRect(node.rect, node.ghost ? theme.hairline : node.colours.outline);
    painter.setOpacity(1);
    OverviewWords words;
    for (const PreparedContext& context : prepared.contexts)
        if (sees(context.rect)) paintTitle(painter, prepared, context, options, words);
    for (const Bundle& bundle : prepared.bundles)
        paintClash(painter, prepared, bundle, options, words);
    SizedFont counts(prepared.font(TextRole::EdgeLabel), 10, options.scale);
    for (const Bundle& bundle : prepared.bundles)
        paintCount(painter, prepared, bundle, options, counts, words);
    SizedFont badges(prepared.font(TextRole::BadgeLabel), 10, options.scale);
    for (const PreparedContext& context : prepared.contexts)
        if (sees(context.rect)) paintProblems(painter, prepared, context, options, badges);
    if (options.contours != nullptr)
        paintTimes(painter, prepared, options, [&](const QRectF& place) { return words.take(place); });
    paintRings(painter, prepared, options);
}

void paintRings(QPainter& painter, const PreparedDiagram& prepared, const PaintOptions& options) {
    if (options.selected.empty()) return;
    painter.setPen(QPen(prepared.theme.accent, 2 / options.scale));
    painter.setBrush(Qt::NoBrush);
    const double gap = 2 / options.scale;
    const auto ring = [&](const ElementKey& key, const QRectF& rect) {
        if (options.selected.contains(key)) painter.drawRect(rect.adjusted(-gap, -gap, gap, gap));
    };
    for (std::size_t i = 0; i < prepared.contexts.size(); ++i)
        ring(prepared.diagram->contexts[i].key, prepared.contexts[i].rect);
    for (std::size_t i = 0; i < prepared.nodes.size(); ++i)
        ring(prepared.diagram->nodes[i].key, prepared.nodes[i].rect);
}

} // namespace factline::picture
