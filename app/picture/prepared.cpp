// SPDX-License-Identifier: Apache-2.0
#include "picture/prepared.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

#include "diagram/wrap.h"
#include "picture/clash_sign.h"
#include "picture/homes.h"
#include "picture/shapes.h"
#include "picture/text.h"

namespace factline::picture {

namespace {

using diagram::TextRole;

constexpr double iconGap = 6;
constexpr double clearOfBadge = 1.5; ///< units between a name and a badge
constexpr double growthStep = 0.125;
constexpr double slopingRoom = 8; ///< that two lines lose to sloping or round ends

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
    void mark(PreparedNode& node, const diagram::NodeShape& shape) const;

private:
    void enlarge(PreparedNode& node, const diagram::NodeShape& shape) const;
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

/// Lines of a name, one below the other.
struct Block {
    const std::vector<TextRun>& lines;
    double height; ///< of one

    /// Whether it meets none of these, once grown: its left side and its middle stand at a point.
    bool isFree(const std::vector<QRectF>& taken, const QPointF& at, double factor) const {
        double top = at.y() - factor * height * static_cast<double>(lines.size()) / 2;
        for (const TextRun& line : lines) {
            const QRectF place(at.x(), top, factor * line.width, factor * height);
            if (std::ranges::any_of(taken, [&](const QRectF& each) { return each.intersects(place); }))
                return false;
            top += factor * height;
        }
        return true;
    }

    /// How far it may grow, up to `most`, inside a shape and beside its badges; 0: not as large as it is.
    double growsBeside(const std::vector<QRectF>& taken, const QPointF& at, const QRectF& shape,
                       double most) const {
        const double half = height * static_cast<double>(lines.size()) / 2;
        for (double factor = most; factor >= 1; factor -= growthStep)
            if ((factor == 1 ||
                 (at.y() - factor * half >= shape.top() && at.y() + factor * half <= shape.bottom())) &&
                isFree(taken, at, factor))
                return factor;
        return 0;
    }
};

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
    result.badges = placeBadges(shape.badges, ElementKind::Context, result.rect, m_measure, m_theme.metrics);
    double room = result.rect.width() - 2 * diagram::contextPadding;
    for (const PlacedBadge& badge : result.badges)
        room = std::min(room, badge.rect.left() - clearOfBadge - anchor.x());
    const double grows = growth(result.title.width, 1, room, 2);
    constexpr double clear = 12;
    result.hasBoth = result.title.width * grows + clear + result.team.width <= room;
    constexpr double clearOfBadges = 4; // those of the first node reach into the title's strip
    const double highest = (diagram::contextTitleHeight - 4) / heightOf(TextRole::ContextTitle);
    result.names = {anchor, anchor - QPointF(0, clearOfBadges * (grows - 1)), grows, room, highest};
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
    mark(result, shape);
    return result;
}

/// The badges, and how far the name may grow beside them.
void Preparation::mark(PreparedNode& node, const diagram::NodeShape& shape) const {
    node.badges = placeBadges(shape.badges, shape.key.kind, node.rect, m_measure, m_theme.metrics);
    node.extent = withBadges(node.rect, node.badges).adjusted(-6, -6, 6, 6);
    for (const PlacedBadge& badge : node.badges)
        if (hasFigures(badge)) node.extent |= grown(badge, largestFigures);
    enlarge(node, shape);
}

void Preparation::enlarge(PreparedNode& node, const diagram::NodeShape& shape) const {
    const diagram::Insets insets = diagram::labelInsets(shape.key.kind);
    const double wave = insets.bottom - insets.top;
    const double iconRoom = m_theme.metrics.icon + iconGap;
    const QPointF from(node.rect.left() + insets.left,
                       (node.rect.top() + insets.top + node.rect.bottom() - insets.bottom) / 2);
    const double right = node.rect.right() - insets.right;
    std::vector<QRectF> taken;
    QRectF free =
        node.rect.adjusted(insets.left - iconRoom, 1, -insets.right, -1 - wave); // beside all badges
    double cutAt = right;
    for (const PlacedBadge& badge : node.badges) {
        const QRectF place = hasFigures(badge) ? grown(badge, largestFigures) : badge.rect;
        taken.push_back(place.adjusted(-clearOfBadge, -clearOfBadge, clearOfBadge, clearOfBadge));
        if (place.center().x() < node.rect.center().x())
            free.setLeft(std::max(free.left(), taken.back().right()));
        else
            cutAt = std::min(cutAt, badge.rect.right() - badge.rect.height() - clearOfBadge);
        if (place.center().y() < from.y())
            free.setTop(std::max(free.top(), taken.back().bottom()));
        else
            free.setBottom(std::min(free.bottom(), taken.back().top()));
    }
    const TextRole role = node.event ? TextRole::EventLabel : TextRole::NodeLabel;
    const double height = heightOf(role);
    const double tight = 1.04 * m_fonts.at(static_cast<std::size_t>(role)).pixelSize();
    const auto tryAt = [&](std::initializer_list<double> middles, std::vector<TextRun> lines,
                           double lineHeight, double mostWide, double mostHigh) {
        LargeName name{std::move(lines), {free.left(), *middles.begin()}, 0};
        const Block block{name.lines, lineHeight};
        for (const double left : {from.x() - iconRoom, free.left()})
            for (const double middle : middles) {
                const double most =
                    growth(widest(name.lines), lineHeight * static_cast<double>(name.lines.size()),
                           mostWide - (left - (from.x() - iconRoom)), mostHigh);
                const double grows = block.growsBeside(taken, {left, middle}, node.rect, most);
                if (grows <= name.grows) continue;
                name.grows = grows;
                name.to = {left, middle};
            }
        return name;
    };
    const auto tryOut = [&](std::vector<TextRun> lines, double lineHeight, double mostWide, double mostHigh) {
        return tryAt({from.y(), free.center().y()}, std::move(lines), lineHeight, mostWide, mostHigh);
    };
    const double room = right - from.x() + iconRoom;
    node.whole = tryOut(node.lines, height, room, node.rect.height() - 6);
    // Beside what is told of a model that is tried out there is none: above it.
    if (node.whole.grows == 0 && node.lines.size() == 1 && free.bottom() < from.y() + tight / 2)
        node.whole = tryAt({(node.rect.top() + 1 + free.bottom()) / 2}, node.lines, tight, room,
                           node.rect.height() - 6);
    node.halved = {};
    const auto halves = shape.lines.size() == 1 && node.whole.grows < largestGrowth
                            ? diagram::halved(shape.fullName)
                            : std::vector<std::string>();
    if (halves.size() == 2) {
        // One line reaches the end of its room long before it is as high as it might be.
        const bool slopes = shape.key.kind == ElementKind::Decision || shape.key.kind == ElementKind::Policy;
        std::vector<TextRun> two;
        two.reserve(halves.size());
        for (const std::string& half : halves)
            two.push_back(
                run(toQString(half), role, from.x(), from.y() + (two.empty() ? -tight / 2 : tight / 2)));
        node.halved =
            tryOut(std::move(two), tight, room - (slopes ? slopingRoom : 0), node.rect.height() - wave - 2);
    }
    node.names.from = from;
    node.cutAt = cutAt;
    node.names.highest = (node.rect.height() - 2) / height;
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
            placed.badge.text = {}; // the label says the lag, its shape the time of the whole way
            result.badges.push_back(std::move(placed));
        }
        result.extent |= rect;
    }
    result.extent.adjust(-4, -4, 4, 4);
    return result;
}

/// A name is broken only where that lets it come nearer to the size of most.
void takeName(PreparedNode& node, double common) {
    node.isHalved = node.whole.grows < std::min(common, node.halved.grows);
    const LargeName& name = node.large();
    node.names.to = name.to;
    node.names.factor = std::min(name.grows, common);
    node.names.room = node.cutAt - name.to.x();
}

/// One size of enlarged names for most nodes; where each grew as far as it can, sizes would be as many as
/// names.
void evenOut(PreparedDiagram& prepared) {
    if (prepared.nodes.empty()) return;
    std::vector<double> factors;
    factors.reserve(prepared.nodes.size());
    for (const PreparedNode& node : prepared.nodes)
        factors.push_back(std::max(node.whole.grows, node.halved.grows));
    const auto common = factors.begin() + static_cast<std::ptrdiff_t>(factors.size() / 2);
    std::nth_element(factors.begin(), common, factors.end());
    prepared.commonGrowth = std::max(1.0, *common);
    for (PreparedNode& node : prepared.nodes)
        takeName(node, prepared.commonGrowth);
}

/// Labels stand on the colour of what is behind them; it `stays` where no context is another.
void colourHalos(PreparedDiagram& prepared, bool stays) {
    const auto& contexts = prepared.diagram->contexts;
    for (PreparedEdge& edge : prepared.edges) {
        if (edge.halo.isNull() || (stays && edge.haloColour.isValid())) continue;
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
            const std::string count = badge.text.english();
            std::from_chars(count.data(), count.data() + count.size(), told);
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

/// Each of the shapes as it was prepared before, or else prepared now.
template<typename Shape, typename Prepared, typename Prepare>
std::vector<Prepared> reused(const std::vector<Shape>& shapes, const Succession::Origins& origins,
                             std::vector<Prepared>& before, Prepare prepare) {
    std::size_t place = 0;
    const auto isInPlace = [&](std::size_t origin) {
        const std::size_t here = place++;
        return origin == here || origin == Succession::isNew;
    };
    // Mostly a name or a badge is another, and the rest stands where it stood.
    const bool stays = before.size() == shapes.size() && std::ranges::all_of(origins, isInPlace);
    if (stays) {
        for (std::size_t i = 0; i < shapes.size(); ++i)
            if (origins[i] == Succession::isNew) before[i] = prepare(shapes[i]);
        return std::move(before);
    }
    std::vector<Prepared> result;
    result.reserve(shapes.size());
    for (std::size_t i = 0; i < shapes.size(); ++i)
        result.push_back(origins[i] == Succession::isNew ? prepare(shapes[i])
                                                         : std::move(before[origins[i]]));
    return result;
}

/// Whether all of the shapes were there before, and no others.
template<typename Shape>
bool areSame(const Succession::Origins& origins, const std::vector<Shape>& before) {
    return origins.size() == before.size() && std::ranges::find(origins, Succession::isNew) == origins.end();
}

} // namespace

double inSteps(double most) {
    return std::max(1.0, std::floor(most / growthStep) * growthStep);
}

void setBadges(PreparedDiagram& prepared, const BadgesByNode& badges) {
    if (badges.empty()) return;
    // Where somebody else holds it, another thread, say, it must not change under their hands.
    const bool isOurs = prepared.marked && prepared.marked.use_count() == 2; // `marked` and `diagram`
    if (!isOurs) {
        prepared.marked = std::make_shared<diagram::Diagram>(*prepared.diagram);
        prepared.diagram = prepared.marked;
    }
    const Preparation preparation(prepared);
    for (const auto& [node, its] : badges) {
        prepared.marked->nodes.at(node).badges = its;
        PreparedNode& marked = prepared.nodes.at(node);
        preparation.mark(marked, prepared.diagram->nodes[node]);
        takeName(marked, prepared.commonGrowth);
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
    const Succession first = succession(*nothing.diagram, *diagram);
    return prepareAfter(std::move(nothing), std::move(diagram), first);
}

PreparedDiagram prepareAfter(PreparedDiagram before, std::shared_ptr<const diagram::Diagram> diagram,
                             const Succession& known) {
    PreparedDiagram result;
    result.theme = std::move(before.theme);
    result.fonts = std::move(before.fonts);
    result.runs = std::move(before.runs);
    result.smallNames = std::move(before.smallNames);
    const std::size_t most = 4 * (diagram->contexts.size() + diagram->nodes.size() + diagram->edges.size());
    result.runs.forgetAbove(most);
    result.smallNames->forgetAbove(most);
    const Preparation preparation(result);
    const bool haloesStay = areSame(known.contexts, before.contexts);
    result.contexts = reused(diagram->contexts, known.contexts, before.contexts,
                             [&](const auto& shape) { return preparation.context(shape); });
    result.nodes = reused(diagram->nodes, known.nodes, before.nodes,
                          [&](const auto& shape) { return preparation.node(shape); });
    result.edges = reused(diagram->edges, known.edges, before.edges,
                          [&](const auto& shape) { return preparation.edge(shape); });
    result.diagram = std::move(diagram);
    result.homes = known.homes;
    result.bundles = known.bundles;
    evenOut(result);
    colourHalos(result, haloesStay);
    placeClashSigns(result);
    gatherProblems(result);
    return result;
}

} // namespace factline::picture
