// SPDX-License-Identifier: Apache-2.0
#include "diagram/sketch.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>
#include <unordered_set>

#include "diagram/inside.h"
#include "diagram/short_lag.h"
#include "diagram/spacing.h"
#include "diagram/unique_keys.h"
#include "diagram/wrap.h"

namespace factline::diagram {

namespace {

constexpr const char* nameless = "no name yet"; ///< stands where a name will
constexpr double nodeWidthUsual = 208;          ///< for guesses at a context's shape
constexpr std::size_t mostPorts = 64;           ///< lines that a node grows for

TextRole labelRole(ElementKind kind) {
    return kind == ElementKind::Event ? TextRole::EventLabel : TextRole::NodeLabel;
}

std::vector<Badge> badgesOf(const Marks& marks, const ElementKey& key) {
    const auto found = marks.badges.find(key);
    return found == marks.badges.end() ? std::vector<Badge>{} : found->second;
}

std::vector<std::string> formerKeys(ElementKind kind, const Context* context, const Element* element) {
    std::vector<std::string> keys;
    if (!element) return keys;
    const bool inside = kind != ElementKind::Context;
    std::vector<std::string> owners{inside && context ? context->name : std::string()};
    if (inside && context) owners.insert(owners.end(), context->formerly.begin(), context->formerly.end());
    std::vector<std::string> names{element->name};
    names.insert(names.end(), element->formerly.begin(), element->formerly.end());
    for (const auto& owner : owners)
        for (const auto& name : names)
            keys.push_back(toString(inside ? keyOf(kind, owner, name) : ElementKey{kind, name}));
    keys.erase(keys.begin()); // the present name
    return keys;
}

const Element* asElement(const Located* located) {
    if (!located) return nullptr;
    return &located->base();
}

std::string_view bareName(const ElementKey& key) {
    const auto slash = key.name.find('/');
    return slash == std::string::npos ? std::string_view(key.name)
                                      : std::string_view(key.name).substr(slash + 1);
}

/// Builds a Sketch step by step.
class Sketcher {
public:
    Sketcher(const Lookup& lookup, const propagation::Graph& graph, const TextMeasure& measure,
             const Marks& marks)
        : m_lookup(lookup)
        , m_graph(graph)
        , m_measure(measure)
        , m_marks(marks) {}

    Sketch run(bool emptyContexts) {
        addContexts(emptyContexts);
        addNodes();
        addEdges();
        sizeNodes();
        return std::move(m_sketch);
    }

private:
    void addContext(const Context* context, const std::string& name) {
        ContextShape shape;
        shape.key = {ElementKind::Context, name};
        shape.declared = context != nullptr;
        shape.title = !name.empty() ? headingFromName(name) : context ? nameless : "No context";
        if (context) {
            shape.id = context->id;
            if (!context->title.empty()) shape.title = context->title;
            shape.team = context->team;
            shape.external = context->kind == ContextKind::External;
            m_byContext[context] = m_sketch.contexts.size();
        }
        m_byName.try_emplace(name, m_sketch.contexts.size());
        shape.badges = badgesOf(m_marks, shape.key);
        m_sketch.contextKeys.push_back(m_keys.take(shape.key));
        m_sketch.formerContextKeys.push_back(formerKeys(ElementKind::Context, nullptr, context));
        m_sketch.contexts.push_back(std::move(shape));
    }

    const Context* contextOf(const propagation::Node& node) const {
        const Located* located = node.id ? m_lookup.find(node.id) : nullptr;
        return located ? located->context : nullptr;
    }

    void addContexts(bool emptyContexts) {
        std::unordered_set<const Context*> used;
        std::unordered_set<std::string> named;
        for (const auto& node : m_graph.nodes) {
            if (const Context* context = contextOf(node))
                used.insert(context);
            else
                named.insert(node.context);
        }
        for (const auto& context : m_lookup.model().contexts)
            if (emptyContexts || used.count(context.get()) || named.count(context->name))
                addContext(context.get(), context->name);
        for (const auto& node : m_graph.nodes)
            if (!contextOf(node) && !m_byName.count(node.context)) addContext(nullptr, node.context);
    }

    void addNodes() {
        for (const auto& node : m_graph.nodes) {
            NodeShape shape;
            shape.key = node.key;
            shape.id = node.id;
            shape.declared = node.declared;
            shape.fullName = readableName(node.key.kind, bareName(node.key));
            if (shape.fullName.empty()) shape.fullName = nameless;
            shape.badges = badgesOf(m_marks, node.key);
            const Context* context = contextOf(node);
            m_sketch.contextOf.push_back(context ? m_byContext.at(context) : m_byName.at(node.context));
            m_sketch.nodeKeys.push_back(m_keys.take(node.key));
            m_sketch.formerNodeKeys.push_back(
                formerKeys(node.key.kind, context, node.id ? asElement(m_lookup.find(node.id)) : nullptr));
            m_sketch.nodes.push_back(std::move(shape));
        }
    }

    void addEdges() {
        std::unordered_map<ElementId, const Subscriber*> subscriptions;
        for (const auto& subscriber : m_lookup.subscriptions())
            subscriptions[subscriber.subscription->id] = &subscriber;
        for (const auto& edge : m_graph.edges) {
            SketchEdge sketched;
            EdgeShape& shape = sketched.shape;
            shape.from = edge.from;
            shape.to = edge.to;
            shape.kind = edge.kind;
            shape.subscription = edge.subscription;
            const auto clash = m_marks.clashes.find(edge.subscription);
            const auto found = subscriptions.find(edge.subscription);
            if (edge.subscription && clash != m_marks.clashes.end()) {
                shape.clash = true;
                shape.label = Phrase::of("understood otherwise");
                shape.explanation = clash->second;
            } else if (edge.kind == propagation::HopKind::Asks) {
                // Inside one context the line's look says it, where there is little room for words.
                if (m_sketch.contextOf[edge.from] != m_sketch.contextOf[edge.to])
                    shape.label = Phrase::of("asks the owner");
            } else if (found != subscriptions.end()) {
                shape.label = shortLag(found->second->subscription->lag);
                shape.explanation = found->second->subscription->understoodAs;
            }
            if (found != subscriptions.end())
                shape.badge = badgeOnLine(*found->second, !shape.clash && !shape.label.empty());
            if (!shape.label.empty()) {
                const Size text = m_measure.measure(shape.label.english(), TextRole::EdgeLabel);
                sketched.label = {std::ceil(text.width) + 8, std::ceil(text.height) + 2};
            }
            if (shape.badge)
                sketched.label = {sketched.label.width + lineBadgeSide - (shape.label.empty() ? 0 : 2),
                                  std::max(sketched.label.height, lineBadgeSide)};
            m_sketch.edges.push_back(std::move(sketched));
        }
    }

    /// A promise that is kept is said where a lag is said; what is not kept is said in any case.
    std::optional<Badge> badgeOnLine(const Subscriber& subscriber, bool saysLag) const {
        auto badges = badgesOf(m_marks, subscriber.key());
        if (badges.empty() || (!saysLag && badges.front().kind == Badge::Kind::Kept)) return std::nullopt;
        return std::move(badges.front());
    }

    Insets insetsOf(const NodeShape& node) const { return labelInsets(node.key.kind); }

    /// Width of column that a node wants for its name on one line, or the widest allowed.
    double wantedWidth(const NodeShape& node, const InnerSpot& spot) const {
        const auto insets = insetsOf(node);
        const double text = m_measure.measure(node.fullName, labelRole(node.key.kind)).width;
        const double indent = static_cast<double>(spot.indent) * indentStep;
        return std::clamp(onRhythm(text + insets.left + insets.right + indent), nodeWidthLeast,
                          nodeWidthMost);
    }

    void sizeNodes() {
        std::vector<std::vector<std::size_t>> members(m_sketch.contexts.size());
        std::vector<std::size_t> rank(m_sketch.nodes.size());
        for (std::size_t node = 0; node < m_sketch.nodes.size(); ++node) {
            rank[node] = members[m_sketch.contextOf[node]].size();
            members[m_sketch.contextOf[node]].push_back(node);
        }
        std::vector<std::vector<InnerEdge>> edges(m_sketch.contexts.size());
        for (const auto& edge : m_sketch.edges) {
            const std::size_t context = m_sketch.contextOf[edge.shape.from];
            if (context == m_sketch.contextOf[edge.shape.to])
                edges[context].push_back({rank[edge.shape.from], rank[edge.shape.to], edge.shape.kind});
        }
        std::vector<Inside> insides;
        std::vector<double> wanted;
        for (std::size_t context = 0; context < members.size(); ++context) {
            std::vector<InnerNode> inner;
            for (const std::size_t node : members[context])
                inner.push_back({m_sketch.nodes[node].key.kind});
            insides.push_back(arrangeInside(inner, edges[context], 56, nodeWidthUsual + columnGap));
            for (std::size_t at = 0; at < inner.size(); ++at)
                wanted.push_back(wantedWidth(m_sketch.nodes[members[context][at]], insides.back().spots[at]));
        }
        countLines(insides, members, rank);
        // One width for most of the picture, so that columns of contexts align; long names have their own.
        double width = nodeWidthLeast;
        if (!wanted.empty()) {
            const auto most = wanted.begin() + static_cast<std::ptrdiff_t>(wanted.size() * 3 / 4);
            std::nth_element(wanted.begin(), most, wanted.end());
            width = *most;
        }
        for (std::size_t context = 0; context < members.size(); ++context)
            sizeContext(context, members[context], insides[context], width);
    }

    /// How many lines each node bears beside the short ones below what it is put under, and what room the
    /// words of those need.
    void countLines(const std::vector<Inside>& insides, const std::vector<std::vector<std::size_t>>& members,
                    const std::vector<std::size_t>& rank) {
        m_incoming.assign(m_sketch.nodes.size(), 0);
        m_outgoing.assign(m_sketch.nodes.size(), 0);
        m_wordsAbove.assign(m_sketch.nodes.size(), 0);
        m_worded.assign(m_sketch.nodes.size(), 0);
        const auto above = [&](std::size_t node) {
            const std::size_t context = m_sketch.contextOf[node];
            const Inside& inside = insides[context];
            return inside.spots[rank[node]].above ? members[context][*inside.spots[rank[node]].above]
                                                  : m_sketch.nodes.size();
        };
        for (const SketchEdge& edge : m_sketch.edges) {
            const bool asks = edge.shape.kind == propagation::HopKind::Asks;
            const std::size_t begin = asks ? edge.shape.to : edge.shape.from;
            const std::size_t end = asks ? edge.shape.from : edge.shape.to;
            if (above(end) == begin) {
                m_wordsAbove[end] = std::max(m_wordsAbove[end], edge.label.height);
                continue;
            }
            ++m_outgoing[begin];
            ++m_incoming[end];
            if (edge.label.width > 0) ++m_worded[begin];
        }
    }

    void sizeContext(std::size_t index, const std::vector<std::size_t>& members, const Inside& inside,
                     double width) {
        ContextShape& context = m_sketch.contexts[index];
        constexpr double mostTitle = 2 * nodeWidthUsual;
        context.title = elideMiddle(context.title, mostTitle, m_measure, TextRole::ContextTitle);
        context.team = elideMiddle(context.team, mostTitle, m_measure, TextRole::Team);
        double title = m_measure.measure(context.title, TextRole::ContextTitle).width + 2 * contextPadding;
        if (!context.team.empty()) title += 16 + m_measure.measure(context.team, TextRole::Team).width;

        std::vector<double> widths(std::max<std::size_t>(1, inside.columns.size()), width);
        for (std::size_t column = 0; column < inside.columns.size(); ++column)
            for (const std::size_t at : inside.columns[column])
                widths[column] =
                    std::max(widths[column], wantedWidth(m_sketch.nodes[members[at]], inside.spots[at]));
        const auto columns = static_cast<double>(widths.size());
        const auto outerWidth = [&] {
            return onRhythm(std::accumulate(widths.begin(), widths.end(), 0.0) + (columns - 1) * columnGap +
                            2 * innerPadding + roomForLanes(inside, 0, inside.columns.size()));
        };
        if (const double missing = title - outerWidth(); missing > 0)
            for (double& column : widths)
                column = onRhythm(column + missing / columns);

        double bottom = contextTitleHeight;
        double x = innerPadding;
        for (std::size_t column = 0; column < inside.columns.size(); ++column) {
            double y = contextTitleHeight;
            bool first = true;
            for (const std::size_t at : inside.columns[column]) {
                const InnerSpot& spot = inside.spots[at];
                if (!first) y += gapAbove(members[at], spot);
                first = false;
                const double indent = static_cast<double>(spot.indent) * indentStep;
                NodeShape& node = m_sketch.nodes[members[at]];
                const double room = widths[column] - indent;
                node.rect = {x + indent, y, room,
                             std::max(fitLabel(node, room), heightForLines(members[at], spot))};
                y = node.rect.bottom();
            }
            bottom = std::max(bottom, y);
            x += widths[column] + columnGap + roomForLanes(inside, column, column + 1);
        }
        const double outer = outerWidth();
        context.rect = {0, 0, outer, onRhythm(bottom + innerPadding)};
        m_sketch.leastSize.push_back(
            {onRhythm(members.empty() ? outer : title), contextTitleHeight + innerPadding});
        const std::size_t last = std::max<std::size_t>(1, inside.columns.size()) - 1;
        m_sketch.rightPadding.push_back(innerPadding + roomForLanes(inside, last, inside.columns.size()));
    }

    /// Room for the lines that run on the right of these columns.
    static double roomForLanes(const Inside& inside, std::size_t firstColumn, std::size_t endColumn) {
        constexpr std::size_t mostLanes = 8;
        double room = 0;
        for (std::size_t column = firstColumn; column < endColumn; ++column)
            if (const std::size_t lines = inside.crossLinks[column]; lines > 0)
                room += 2 * rhythm + laneGap * static_cast<double>(std::min(mostLanes, lines));
        return room;
    }

    double gapAbove(std::size_t node, const InnerSpot& spot) const {
        if (!spot.under) return nodeGap;
        return m_wordsAbove[node] > 0 ? onRhythm(arrowGap + m_wordsAbove[node]) : arrowGap;
    }

    /// Height at which the lines of one side of a node can be told apart, the arrow to a branch included.
    double heightForLines(std::size_t node, const InnerSpot& spot) const {
        constexpr double apart = 6.5;
        constexpr double corners = 20;
        constexpr double forWords = 20; ///< for each line between two others, to bear its words
        constexpr std::size_t mostWorded = 4;
        std::size_t lines = std::max(m_incoming[node], m_outgoing[node]);
        if (spot.branch && m_incoming[node] > 0) lines = std::max(lines, m_incoming[node] + 4);
        const std::size_t between =
            m_worded[node] > mostWorded ? 0 : std::max<std::size_t>(2, m_worded[node]) - 2;
        return onRhythm(corners + apart * (static_cast<double>(std::min(mostPorts, lines)) - 1) +
                        forWords * static_cast<double>(between));
    }

    /// Wraps the label; gives the node's height.
    double fitLabel(NodeShape& node, double width) {
        const auto insets = insetsOf(node);
        const TextRole role = labelRole(node.key.kind);
        node.lines = wrapLabel(node.fullName, width - insets.left - insets.right, m_measure, role);
        double height = insets.top + insets.bottom;
        for (const auto& line : node.lines)
            height += m_measure.measure(line, role).height;
        return onRhythm(height);
    }

    const Lookup& m_lookup;
    const propagation::Graph& m_graph;
    const TextMeasure& m_measure;
    const Marks& m_marks;
    Sketch m_sketch;
    std::vector<std::size_t> m_incoming; ///< for each node, lines that end at one of its sides
    std::vector<std::size_t> m_outgoing; ///< for each node, lines that begin there
    std::vector<std::size_t> m_worded;   ///< for each node, lines with words that begin there
    std::vector<double> m_wordsAbove;    ///< for each node, height of the words on the short line from above
    UniqueKeys m_keys;
    std::unordered_map<const Context*, std::size_t> m_byContext;
    std::unordered_map<std::string, std::size_t> m_byName;
};

} // namespace

Sketch sketch(const Lookup& lookup, const propagation::Graph& graph, const TextMeasure& measure,
              const Marks& marks, bool emptyContexts) {
    return Sketcher(lookup, graph, measure, marks).run(emptyContexts);
}

LayoutRequest layoutRequest(const Sketch& sketch, int timeLimit) {
    LayoutRequest request;
    request.timeLimit = timeLimit;
    for (const auto& context : sketch.contexts)
        request.boxes.push_back({std::clamp(static_cast<int>(context.rect.width), 1, maxLayoutSide),
                                 std::clamp(static_cast<int>(context.rect.height), 1, maxLayoutSide)});
    std::map<std::pair<std::size_t, std::size_t>, LayoutLink> links;
    for (const auto& edge : sketch.edges) {
        const std::size_t from = sketch.contextOf[edge.shape.from];
        const std::size_t to = sketch.contextOf[edge.shape.to];
        if (from == to) continue;
        LayoutLink& link = links.try_emplace({from, to}, LayoutLink{from, to, 0, 0}).first->second;
        link.weight = std::min(link.weight + 1, 1'000'000);
        link.words = std::clamp(static_cast<int>(edge.label.width), link.words, maxLayoutSide);
    }
    for (const auto& [ends, link] : links)
        request.links.push_back(link);
    return request;
}

} // namespace factline::diagram
