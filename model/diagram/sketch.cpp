// SPDX-License-Identifier: Apache-2.0
#include "diagram/sketch.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "diagram/inside.h"
#include "diagram/short_lag.h"
#include "diagram/spacing.h"
#include "diagram/unique_keys.h"
#include "diagram/wrap.h"

namespace factline::diagram {

namespace {

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
    return std::visit([](const auto* element) -> const Element* { return element; }, located->element);
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
        shape.title = name.empty() ? "No context" : headingFromName(name);
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
                shape.label = "understood otherwise";
                shape.explanation = clash->second;
            } else if (edge.kind == propagation::HopKind::Asks) {
                shape.label = "asks the owner";
            } else if (found != subscriptions.end()) {
                shape.label = shortLag(found->second->subscription->lag);
                shape.explanation = found->second->subscription->understoodAs;
            }
            if (!shape.label.empty()) {
                const Size text = m_measure.measure(shape.label, TextRole::EdgeLabel);
                sketched.label = {std::ceil(text.width) + 8, std::ceil(text.height) + 2};
            }
            m_sketch.edges.push_back(std::move(sketched));
        }
    }

    Insets insetsOf(const NodeShape& node) const { return labelInsets(node.key.kind); }

    /// Width that a node wants for its name on one line, or the widest allowed.
    double wantedWidth(const NodeShape& node) const {
        const auto insets = insetsOf(node);
        const double text = m_measure.measure(node.fullName, labelRole(node.key.kind)).width;
        return std::clamp(onRhythm(text + insets.left + insets.right), nodeWidthLeast, nodeWidthMost);
    }

    void sizeNodes() {
        std::vector<std::vector<std::size_t>> members(m_sketch.contexts.size());
        std::vector<std::size_t> rank(m_sketch.nodes.size());
        double width = nodeWidthLeast; // one for the whole picture, so that columns of contexts align
        for (std::size_t node = 0; node < m_sketch.nodes.size(); ++node) {
            rank[node] = members[m_sketch.contextOf[node]].size();
            members[m_sketch.contextOf[node]].push_back(node);
            width = std::max(width, wantedWidth(m_sketch.nodes[node]));
        }
        std::vector<std::vector<InnerEdge>> edges(m_sketch.contexts.size());
        for (const auto& edge : m_sketch.edges) {
            const std::size_t context = m_sketch.contextOf[edge.shape.from];
            if (context == m_sketch.contextOf[edge.shape.to])
                edges[context].push_back({rank[edge.shape.from], rank[edge.shape.to], edge.shape.kind});
        }
        for (std::size_t context = 0; context < members.size(); ++context)
            sizeContext(context, members[context], edges[context], width);
    }

    void sizeContext(std::size_t index, const std::vector<std::size_t>& members,
                     const std::vector<InnerEdge>& edges, double width) {
        ContextShape& context = m_sketch.contexts[index];
        constexpr double mostTitle = 2 * nodeWidthMost;
        context.title = elideMiddle(context.title, mostTitle, m_measure, TextRole::ContextTitle);
        context.team = elideMiddle(context.team, mostTitle, m_measure, TextRole::Team);
        double title = m_measure.measure(context.title, TextRole::ContextTitle).width + 2 * contextPadding;
        if (!context.team.empty()) title += 16 + m_measure.measure(context.team, TextRole::Team).width;

        std::vector<InnerNode> inner;
        for (const std::size_t node : members)
            inner.push_back({m_sketch.nodes[node].key.kind});
        const Inside inside = arrangeInside(inner, edges, 56, width + columnGap);
        const double lanes = onRhythm(laneGap * std::min<double>(4, static_cast<double>(inside.crossLinks)));
        const double between = columnGap + lanes;
        const auto columns = static_cast<double>(std::max<std::size_t>(1, inside.columns.size()));
        double outer = onRhythm(columns * width + (columns - 1) * between + 2 * innerPadding + lanes);
        if (title > outer) {
            width = onRhythm(width + (title - outer) / columns);
            outer = onRhythm(columns * width + (columns - 1) * between + 2 * innerPadding + lanes);
        }

        double bottom = contextTitleHeight;
        for (std::size_t column = 0; column < inside.columns.size(); ++column) {
            double y = contextTitleHeight;
            bool first = true;
            for (const std::size_t at : inside.columns[column]) {
                const InnerSpot& spot = inside.spots[at];
                if (!first) y += spot.under ? arrowGap : nodeGap;
                first = false;
                const double indent = static_cast<double>(spot.indent) * indentStep;
                NodeShape& node = m_sketch.nodes[members[at]];
                const double x = innerPadding + static_cast<double>(column) * (width + between) + indent;
                node.rect = {x, y, width - indent, fitLabel(node, width - indent)};
                y = node.rect.bottom();
            }
            bottom = std::max(bottom, y);
        }
        context.rect = {0, 0, outer, onRhythm(bottom + innerPadding)};
        m_sketch.leastSize.push_back(
            {onRhythm(members.empty() ? outer : title), contextTitleHeight + innerPadding});
        m_sketch.rightPadding.push_back(innerPadding + lanes);
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
    std::map<std::pair<std::size_t, std::size_t>, int> weights;
    for (const auto& edge : sketch.edges) {
        const std::size_t from = sketch.contextOf[edge.shape.from];
        const std::size_t to = sketch.contextOf[edge.shape.to];
        if (from != to) ++weights[{from, to}];
    }
    for (const auto& [ends, weight] : weights)
        request.links.push_back({ends.first, ends.second, std::min(weight, 1'000'000)});
    return request;
}

} // namespace factline::diagram
