// SPDX-License-Identifier: Apache-2.0
#include "picture/legend.h"

#include <algorithm>
#include <set>

#include <QPainter>

#include <fmt/format.h>

#include "picture/clash_sign.h"
#include "picture/contour_painting.h"
#include "picture/shapes.h"
#include "picture/text.h"

namespace factline::picture {

namespace {

using diagram::Badge;
using diagram::TextRole;
using propagation::HopKind;

constexpr double rowHeight = 28;
constexpr double sampleHeight = 18;
constexpr double nodeSampleWidth = 30;
constexpr double lineSampleWidth = 40;
constexpr double textGap = 8;
constexpr double entryGap = 24;

constexpr std::array namedKinds{ElementKind::Fact, ElementKind::Event, ElementKind::View, ElementKind::Policy,
                                ElementKind::Decision};
constexpr std::array hops{HopKind::Announces,   HopKind::Feeds,   HopKind::Triggers, HopKind::Causes,
                          HopKind::Compensates, HopKind::Derives, HopKind::Reads,    HopKind::Asks};
constexpr std::array badgeKinds{Badge::Kind::Error,   Badge::Kind::Warning, Badge::Kind::Hint,
                                Badge::Kind::Kept,    Badge::Kind::AtRisk,  Badge::Kind::Broken,
                                Badge::Kind::Unknown, Badge::Kind::Hotspot, Badge::Kind::Added,
                                Badge::Kind::Removed, Badge::Kind::Changed, Badge::Kind::Renamed,
                                Badge::Kind::Moved};

std::string badgeName(Badge::Kind kind) {
    switch (kind) {
    case Badge::Kind::Error:
        return "errors";
    case Badge::Kind::Warning:
        return "warnings";
    case Badge::Kind::Hint:
        return "hints";
    case Badge::Kind::Kept:
        return "promise kept";
    case Badge::Kind::AtRisk:
        return "promise at risk";
    case Badge::Kind::Broken:
        return "promise broken";
    case Badge::Kind::Unknown:
        return "promise not known";
    case Badge::Kind::Hotspot:
        return "hotspot";
    case Badge::Kind::Added:
        return "new";
    case Badge::Kind::Removed:
        return "gone";
    case Badge::Kind::Changed:
        return "changed";
    case Badge::Kind::Renamed:
        return "renamed";
    case Badge::Kind::Moved:
        return "moved";
    }
    return {};
}

/// Lines that look the same share an entry: "announces, is read".
std::vector<std::pair<HopKind, std::string>> lineWords(const std::set<std::pair<HopKind, bool>>& lines) {
    std::vector<std::pair<HopKind, std::string>> result;
    for (const HopKind hop : hops) {
        if (!lines.contains({hop, false})) continue;
        const auto same = std::ranges::find_if(
            result, [&](const auto& entry) { return lookOf(entry.first) == lookOf(hop); });
        if (same == result.end())
            result.emplace_back(hop, lineName(hop, false));
        else
            same->second += fmt::format(", {}", lineName(hop, false));
    }
    return result;
}

double widthOf(const LegendEntry& entry) {
    if (std::holds_alternative<LineSample>(entry.sample)) return lineSampleWidth;
    return std::holds_alternative<BadgeSample>(entry.sample) ? sampleHeight : nodeSampleWidth;
}

/// Shapes, lines, badges and bands each begin a row where there is more than one.
std::size_t groupOf(const LegendEntry& entry) {
    if (std::holds_alternative<LineSample>(entry.sample)) return 1;
    if (std::holds_alternative<BandSample>(entry.sample)) return 3;
    return std::holds_alternative<BadgeSample>(entry.sample) ? 2 : 0;
}

/// Draws the marks of a legend, each inside the rectangle it is given.
struct SamplePainter {
    QPainter& painter;
    const Theme& theme;
    QRectF rect;

    QRectF inner() const { return rect.adjusted(1, 1, -1, -1); }

    void outline(const KindColours& colours, bool dashed) const {
        QPen pen(colours.outline, theme.metrics.outline, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
        if (dashed) pen.setDashPattern({4, 3});
        painter.setPen(pen);
        painter.setBrush(colours.fill);
    }

    void operator()(const ContextSample& sample) const {
        outline(theme.context, sample.external);
        painter.drawRoundedRect(inner(), 5, 5);
    }

    void operator()(const NodeSample& sample) const {
        KindColours colours = theme.kind(sample.kind);
        if (!sample.declared) colours.fill = theme.canvas;
        Metrics small = theme.metrics;
        small.nodeRadius = 3;
        small.factBar = 4;
        small.eventFold = 6;
        small.viewWave = 3;
        small.decisionPoint = 7;
        outline(colours, !sample.declared);
        painter.drawPath(outlinePath(sample.kind, inner(), small));
        if (!sample.declared) return;
        painter.setBrush(sample.kind == ElementKind::Event ? theme.canvas : colours.outline);
        painter.setPen(sample.kind == ElementKind::Event ? QPen(colours.outline, 1) : QPen(Qt::NoPen));
        painter.drawPath(accentPath(sample.kind, inner(), small));
        painter.setPen(QPen(colours.outline, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        QTransform place;
        const double shift = sample.kind == ElementKind::Fact    ? 1.5
                             : sample.kind == ElementKind::Event ? -1.5
                                                                 : 0;
        place.translate(rect.center().x() + shift,
                        rect.center().y() - (sample.kind == ElementKind::View ? 1 : 0));
        place.scale(0.75, 0.75).translate(-7, -7);
        painter.drawPath(place.map(iconPath(sample.kind)));
    }

    void operator()(const LineSample& sample) const {
        const LineStyle style = lineStyle(sample.kind, sample.clash, theme);
        const double y = rect.center().y();
        const auto at = [&](double part) { return diagram::Point{rect.left() + rect.width() * part, y}; };
        const LinePaths paths = linePaths({at(0), at(0.33), at(0.66), at(1)}, style, theme.metrics);
        painter.setPen(style.pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(paths.line);
        painter.setPen(style.filledHead ? QPen(Qt::NoPen) : QPen(style.pen.color(), style.pen.widthF()));
        painter.setBrush(style.filledHead ? QBrush(style.pen.color()) : QBrush(Qt::NoBrush));
        painter.drawPath(paths.head);
        if (sample.clash) paintClashSign(painter, theme, rect.center(), clashSignSide);
    }

    void operator()(const BandSample& sample) const {
        painter.setPen(QPen(contourLine(theme, sample.band, sample.bands), 1.25));
        painter.setBrush(theme.delay(sample.band, sample.bands));
        painter.drawRoundedRect(inner(), 8, 8);
    }

    void operator()(const BadgeSample& sample) const {
        const StateColours colours = theme.badge(sample.kind);
        painter.setPen(QPen(colours.text, 1));
        painter.setBrush(colours.fill);
        painter.drawEllipse(inner());
        painter.setPen(QPen(colours.text, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        QTransform place;
        place.translate(rect.center().x(), rect.center().y()).scale(0.8, 0.8).translate(-5, -5);
        painter.drawPath(place.map(iconPath(sample.kind)));
    }
};

} // namespace

std::vector<LegendEntry> legendEntries(const diagram::Diagram& diagram) {
    std::set<ElementKind> shown;
    std::set<std::pair<HopKind, bool>> lines;
    std::set<Badge::Kind> marks;
    bool external = false;
    bool inside = false;
    bool ghosts = false;
    const auto addBadges = [&](const std::vector<Badge>& badges) {
        for (const Badge& badge : badges)
            marks.insert(badge.kind);
    };
    for (const auto& context : diagram.contexts) {
        (context.external ? external : inside) = true;
        addBadges(context.badges);
    }
    for (const auto& node : diagram.nodes) {
        if (node.declared) shown.insert(node.key.kind);
        ghosts = ghosts || !node.declared;
        addBadges(node.badges);
    }
    for (const auto& edge : diagram.edges)
        lines.insert({edge.clash ? HopKind::Announces : edge.kind, edge.clash});
    for (const auto& edge : diagram.edges)
        if (edge.badge) marks.insert(edge.badge->kind);

    std::vector<LegendEntry> result;
    if (inside) result.push_back({ContextSample{false}, "bounded context"});
    if (external) result.push_back({ContextSample{true}, "external context"});
    for (const ElementKind kind : namedKinds)
        if (shown.contains(kind)) result.push_back({NodeSample{kind, true}, std::string(kindName(kind))});
    if (ghosts) result.push_back({NodeSample{ElementKind::Fact, false}, "not declared"});
    for (const auto& [hop, text] : lineWords(lines))
        result.push_back({LineSample{hop, false}, text});
    if (lines.contains({HopKind::Announces, true}))
        result.push_back({LineSample{HopKind::Feeds, true}, std::string(lineName(HopKind::Feeds, true))});
    for (const Badge::Kind kind : badgeKinds)
        if (marks.contains(kind)) result.push_back({BadgeSample{kind}, badgeName(kind)});
    return result;
}

std::vector<LegendEntry> legendEntries(const Contours& contours) {
    std::vector<LegendEntry> result;
    const std::size_t bands = contours.bands.size();
    for (std::size_t band = 0; band < bands; ++band)
        result.push_back({BandSample{band, bands}, contours.bands[band].text});
    if (!result.empty())
        result.front().text =
            fmt::format("{} {} ({})", contours.title.english(), result.front().text, contours.note.english());
    return result;
}

Legend::Legend(std::vector<LegendEntry> entries, double width, const Theme& theme)
    : m_theme(theme)
    , m_font(fontFor(theme.typography, TextRole::Legend)) {
    const QFontMetricsF metrics(m_font);
    double inOneRow = -entryGap;
    for (const LegendEntry& entry : entries)
        inOneRow += widthOf(entry) + textGap + metrics.horizontalAdvance(toQString(entry.text)) + entryGap;
    double x = 0;
    double y = 0;
    std::size_t group = 0;
    for (LegendEntry& entry : entries) {
        const QString text = toQString(entry.text);
        const double advance = metrics.horizontalAdvance(text);
        const double sample = widthOf(entry);
        const double whole = sample + textGap + advance;
        const bool nextGroup = groupOf(entry) != group && inOneRow > width;
        group = groupOf(entry);
        if (x > 0 && (nextGroup || x + whole > width)) {
            x = 0;
            y += rowHeight;
        }
        const double middle = y + rowHeight / 2;
        const QPointF baseline(x + sample + textGap, middle + metrics.capHeight() / 2);
        m_placed.push_back({std::move(entry),
                            QRectF(x, middle - sampleHeight / 2, sample, sampleHeight),
                            {text, baseline, advance}});
        x += whole + entryGap;
        m_width = std::max(m_width, x - entryGap);
        m_height = y + rowHeight;
    }
}

void Legend::paint(QPainter& painter, const QPointF& origin, bool outlines) const {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Placed& placed : m_placed) {
        std::visit(SamplePainter{painter, m_theme, placed.sample.translated(origin)}, placed.entry.sample);
        TextRun run = placed.text;
        run.baseline += origin;
        drawRun(painter, m_font, run, m_theme.quietText, outlines);
    }
    painter.restore();
}

} // namespace factline::picture
