// SPDX-License-Identifier: Apache-2.0
#include "picture/prepared.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

#include "diagram/wrap.h"
#include "picture/clash_sign.h"
#include "picture/earlier.h"
#include "picture/homes.h"
#include "picture/shapes.h"
#include "picture/text.h"

namespace factline::picture {

namespace {

using diagram::TextRole;

constexpr double iconGap = 6;
constexpr double slopingRoom = 8;      ///< that two lines lose to sloping or round ends

/// The factor by which text may grow from one size to another.
double growth(double width, double height, double roomWidth, double roomHeight) {
    if (width <= 0 || height <= 0) return 1;
    return inSteps(std::min({roomWidth / width, roomHeight / height, largestGrowth}));
}

double widest(const std::vector<TextRun>& lines) {
    double width = 0;
    for (const TextRun& line : lines)
        width = std::max(width, line.width);
    return width;
}

/// Works out where everything stands, with the fonts that it will be drawn in.
class Preparation {
public:
    explicit Preparation(PreparedDiagram& prepared)
        : m_theme(prepared.theme)
        , m_measure(prepared.theme.typography)
        , m_fonts(prepared.fonts)
        , m_runs(prepared.runs) {
        for (std::size_t role = 0; role < diagram::textRoles; ++role) {
            m_heights[role] = m_measure.measure({}, static_cast<TextRole>(role)).height;
            m_capHeights[role] = QFontMetricsF(m_fonts[role]).capHeight();
        }
    }

    PreparedContext context(const diagram::ContextShape& shape) const;
    PreparedNode node(const diagram::NodeShape& shape) const;
    PreparedEdge edge(const diagram::EdgeShape& shape) const;

private:
    /// A line of text whose capitals stand in the middle of `centreY`.
    TextRun run(const QString& text, TextRole role, double left, double centreY) const {
        const auto number = static_cast<std::size_t>(role);
        TextRun result = m_runs.run(text, m_fonts.at(number), role);
        result.baseline = {left, centreY + m_capHeights.at(number) / 2};
        return result;
    }
    double heightOf(TextRole role) const { return m_heights.at(static_cast<std::size_t>(role)); }

    const Theme& m_theme;
    QtTextMeasure m_measure;
    const std::array<QFont, diagram::textRoles>& m_fonts;
    std::array<double, diagram::textRoles> m_heights{}, m_capHeights{}; ///< of a line and a capital, by role
    ShapedRuns& m_runs;
};

bool holds(const diagram::Rect& rect, const diagram::Point& point) {
    return point.x >= rect.x && point.x <= rect.x + rect.width && point.y >= rect.y &&
           point.y <= rect.y + rect.height;
}

QRectF withBadges(QRectF extent, const std::vector<PlacedBadge>& badges) {
    for (const PlacedBadge& badge : badges)
        extent |= badge.rect;
    return extent.adjusted(-2, -2, 2, 2);
}

void placeOn(PreparedNode& node, const diagram::NodeShape& shape, const QtTextMeasure& measure,
             const Metrics& metrics) {
    node.badges = placeBadges(shape.badges, shape.key.kind, node.rect, measure, metrics);
    node.extent = withBadges(node.rect, node.badges).adjusted(-6, -6, 6, 6);
}

PreparedContext Preparation::context(const diagram::ContextShape& shape) const {
    PreparedContext result;
    result.rect = toQt(shape.rect);
    result.outline = outlinePath(ElementKind::Context, result.rect, m_theme.metrics);
    result.dashed = shape.external || !shape.declared;
    const double centre = result.rect.top() + diagram::contextTitleHeight / 2;
    result.title = run(toQString(shape.title), TextRole::ContextTitle,
                       result.rect.left() + diagram::contextPadding, centre);
    const std::string team = !shape.declared ? "not declared" : shape.external ? "external" : shape.team;
    result.team = run(toQString(team), TextRole::Team, 0, centre);
    result.team.baseline.setX(result.rect.right() - diagram::contextPadding - result.team.width);
    const QPointF anchor(result.rect.left() + diagram::contextPadding, centre);
    const double room = result.rect.width() - 2 * diagram::contextPadding;
    const double grows = growth(result.title.width, 1, room, 2);
    constexpr double clear = 12;
    result.hasBoth = result.title.width * grows + clear + result.team.width <= room;
    constexpr double clearOfBadges = 4; // those of the first node reach into the title's strip
    const double highest = (diagram::contextTitleHeight - 4) / heightOf(TextRole::ContextTitle);
    result.names = {anchor, anchor - QPointF(0, clearOfBadges * (grows - 1)), grows, room, highest};
    result.badges = placeBadges(shape.badges, ElementKind::Context, result.rect, m_measure, m_theme.metrics);
    result.extent = withBadges(result.rect, result.badges);
    return result;
}

PreparedNode Preparation::node(const diagram::NodeShape& shape) const {
    PreparedNode result;
    const ElementKind kind = shape.key.kind;
    const Metrics& metrics = m_theme.metrics;
    result.rect = toQt(shape.rect);
    result.outline = outlinePath(kind, result.rect, metrics);
    result.accent = accentPath(kind, result.rect, metrics);
    result.colours = m_theme.kind(kind);
    result.ghost = !shape.declared;
    result.event = kind == ElementKind::Event;

    const diagram::Insets insets = diagram::labelInsets(kind);
    const double centre = (result.rect.top() + insets.top + result.rect.bottom() - insets.bottom) / 2;
    const double left = result.rect.left() + insets.left;
    result.icon = iconPath(kind).translated(left - iconGap - metrics.icon, centre - metrics.icon / 2);

    const TextRole role = result.event ? TextRole::EventLabel : TextRole::NodeLabel;
    const double height = heightOf(role);
    double y = centre - height * (static_cast<double>(shape.lines.size()) - 1) / 2;
    for (const std::string& line : shape.lines) {
        result.lines.push_back(run(toQString(line), role, left, y));
        y += height;
    }
    const double iconRoom = metrics.icon + iconGap;
    const double room = result.rect.width() - insets.left + iconRoom - insets.right;
    const double tall = result.rect.height() - 6;
    result.smallLines = result.lines;
    double grows = growth(widest(result.lines), height * static_cast<double>(shape.lines.size()), room, tall);
    const auto halves = shape.lines.size() == 1 && grows < largestGrowth ? diagram::halved(shape.fullName)
                                                                         : std::vector<std::string>();
    if (halves.size() == 2) {
        // One line reaches the end of its room long before it is as high as it might be.
        const double tight = 1.04 * m_fonts.at(static_cast<std::size_t>(role)).pixelSize();
        const double slope = kind == ElementKind::Decision || kind == ElementKind::Policy ? slopingRoom : 0;
        std::vector<TextRun> two;
        two.reserve(halves.size());
        for (const std::string& half : halves)
            two.push_back(run(toQString(half), role, left, centre + (two.empty() ? -tight / 2 : tight / 2)));
        const double wave = insets.bottom - insets.top;
        const double both = growth(widest(two), 2 * tight, room - slope, result.rect.height() - wave - 2);
        if (both > grows) {
            grows = both;
            result.smallLines = std::move(two);
        }
    }
    result.grows = grows;
    result.names = {
        {left, centre}, {left - iconRoom, centre}, grows, room, (result.rect.height() - 2) / height};
    placeOn(result, shape, m_measure, metrics);
    return result;
}

PreparedEdge Preparation::edge(const diagram::EdgeShape& shape) const {
    PreparedEdge result;
    result.style = lineStyle(shape.kind, shape.clash, m_theme);
    result.paths = linePaths(shape.path, result.style, m_theme.metrics);
    result.headExtent = result.paths.head.controlPointRect().adjusted(-4, -4, 4, 4);
    result.extent = result.paths.line.controlPointRect() | result.headExtent;
    if (shape.labelRect) {
        const QRectF rect = toQt(*shape.labelRect);
        result.halo = rect;
        result.label = run(toQString(shape.label), TextRole::EdgeLabel, 0, rect.center().y());
        const double before = shape.badge ? diagram::lineBadgeSide - 2 : 0;
        result.label.baseline.setX(rect.center().x() + before / 2 - result.label.width / 2);
        if (shape.badge) {
            constexpr double side = diagram::lineBadgeSide;
            PlacedBadge placed{.badge = *shape.badge,
                               .rect = {rect.left(), rect.center().y() - side / 2, side, side}};
            placed.badge.text.clear(); // the label says the lag, its shape the time of the whole way
            result.badges.push_back(std::move(placed));
        }
        result.extent |= rect;
    }
    result.extent.adjust(-4, -4, 4, 4);
    return result;
}

/// One size of enlarged names for most nodes; where each grew as far as it can, sizes would be as many as
/// names.
void evenOut(std::vector<PreparedNode>& nodes) {
    if (nodes.empty()) return;
    std::vector<double> factors;
    factors.reserve(nodes.size());
    for (const PreparedNode& node : nodes)
        factors.push_back(node.grows);
    const auto common = factors.begin() + static_cast<std::ptrdiff_t>(factors.size() / 3);
    std::nth_element(factors.begin(), common, factors.end());
    for (PreparedNode& node : nodes)
        node.names.factor = std::min(node.grows, *common);
}

/// Labels stand on the colour of what is behind them.
void colourHalos(PreparedDiagram& prepared) {
    const auto& contexts = prepared.diagram->contexts;
    for (PreparedEdge& edge : prepared.edges) {
        if (edge.halo.isNull()) continue;
        const diagram::Point centre{edge.halo.center().x(), edge.halo.center().y()};
        const bool isInside =
            std::ranges::any_of(contexts, [&](const auto& context) { return holds(context.rect, centre); });
        edge.haloColour = isInside ? prepared.theme.context.fill : prepared.theme.canvas;
    }
}

/// The problems of contexts and of what is in them, as one badge each: the worst kind, and how many.
void gatherProblems(PreparedDiagram& prepared) {
    std::vector<int> counts(prepared.contexts.size());
    const auto add = [&](std::size_t context, const std::vector<diagram::Badge>& badges) {
        for (const diagram::Badge& badge : badges) {
            if (badge.kind > diagram::Badge::Kind::Hint) continue;
            auto& all = prepared.contexts[context].problems;
            if (!all || badge.kind < all->kind) all = diagram::Badge{badge.kind, {}, {}};
            int told = 1; // where there is no number there is one
            std::from_chars(badge.text.data(), badge.text.data() + badge.text.size(), told);
            counts[context] += std::max(1, told);
        }
    };
    for (std::size_t i = 0; i < prepared.contexts.size(); ++i) {
        prepared.contexts[i].problems.reset();
        add(i, prepared.diagram->contexts[i].badges);
    }
    for (std::size_t i = 0; i < prepared.homes.size(); ++i)
        if (prepared.homes[i] < prepared.contexts.size())
            add(prepared.homes[i], prepared.diagram->nodes[i].badges);
    for (std::size_t i = 0; i < counts.size(); ++i)
        if (counts[i] > 1) prepared.contexts[i].problems->text = std::to_string(counts[i]);
}

std::vector<Bundle> bundled(const diagram::Diagram& diagram, const std::vector<std::size_t>& homes) {
    std::vector<Bundle> result;
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> places;
    for (const auto& edge : diagram.edges) {
        const std::size_t from = homes[edge.from];
        const std::size_t to = homes[edge.to];
        if (from == to || from >= diagram.contexts.size() || to >= diagram.contexts.size()) continue;
        const auto [place, isNew] = places.try_emplace({from, to}, result.size());
        if (isNew) result.push_back({from, to, 0, false});
        Bundle& entry = result[place->second];
        ++entry.count;
        entry.clash = entry.clash || edge.clash;
    }
    return result;
}

/// Each of the shapes as it was prepared before, or else prepared now.
template<typename Shape, typename Prepared, typename Prepare>
std::vector<Prepared> reused(const std::vector<Shape>& shapes, const std::vector<Shape>& earlier,
                             std::vector<Prepared>& before, Prepare prepare) {
    Earlier<Shape> known(earlier);
    std::vector<Prepared> result;
    result.reserve(shapes.size());
    for (const Shape& shape : shapes)
        if (const auto at = known.find(shape))
            result.push_back(std::move(before[*at]));
        else
            result.push_back(prepare(shape));
    return result;
}

} // namespace

double inSteps(double most) {
    return std::max(1.0, std::floor(most * 8) / 8);
}

std::vector<Bundle> bundle(const diagram::Diagram& diagram) {
    return bundled(diagram, homesOf(diagram));
}

void setBadges(PreparedDiagram& prepared, const BadgesByNode& badges) {
    if (badges.empty()) return;
    if (!prepared.marked) {
        prepared.marked = std::make_shared<diagram::Diagram>(*prepared.diagram);
        prepared.diagram = prepared.marked;
    }
    const QtTextMeasure measure(prepared.theme.typography);
    for (const auto& [node, its] : badges) {
        prepared.marked->nodes.at(node).badges = its;
        placeOn(prepared.nodes.at(node), prepared.diagram->nodes[node], measure, prepared.theme.metrics);
    }
    gatherProblems(prepared);
    prepared.largeLabels->forget();
}

PreparedDiagram prepare(std::shared_ptr<const diagram::Diagram> diagram, Theme theme) {
    PreparedDiagram nothing;
    nothing.diagram = std::make_shared<const diagram::Diagram>();
    nothing.theme = std::move(theme);
    for (std::size_t role = 0; role < nothing.fonts.size(); ++role)
        nothing.fonts[role] = fontFor(nothing.theme.typography, static_cast<TextRole>(role));
    return prepareAfter(std::move(nothing), std::move(diagram));
}

PreparedDiagram prepareAfter(PreparedDiagram before, std::shared_ptr<const diagram::Diagram> diagram) {
    PreparedDiagram result;
    result.theme = std::move(before.theme);
    result.fonts = std::move(before.fonts);
    result.runs = std::move(before.runs);
    result.smallNames = std::move(before.smallNames);
    const std::size_t most = 4 * (diagram->contexts.size() + diagram->nodes.size() + diagram->edges.size());
    result.runs.forgetAbove(most);
    result.smallNames->forgetAbove(most);
    const Preparation preparation(result);
    result.contexts = reused(diagram->contexts, before.diagram->contexts, before.contexts,
                             [&](const auto& shape) { return preparation.context(shape); });
    result.nodes = reused(diagram->nodes, before.diagram->nodes, before.nodes,
                          [&](const auto& shape) { return preparation.node(shape); });
    result.edges = reused(diagram->edges, before.diagram->edges, before.edges,
                          [&](const auto& shape) { return preparation.edge(shape); });
    result.diagram = std::move(diagram);
    result.homes = homesOf(*result.diagram);
    result.bundles = bundled(*result.diagram, result.homes);
    evenOut(result.nodes);
    colourHalos(result);
    placeClashSigns(result);
    gatherProblems(result);
    return result;
}

} // namespace factline::picture
