// SPDX-License-Identifier: Apache-2.0
#include "propagation/graph.h"

#include <algorithm>
#include <tuple>
#include <unordered_set>

namespace factline::propagation {

namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

/// Collects the nodes and edges of one model; names that nobody declares get their place at the end.
class Builder {
public:
    explicit Builder(const Lookup& lookup)
        : m_lookup(lookup)
        , m_nodeOf(lookup.all().size(), none) {}

    Graph build() {
        addNodes();
        addEdges();
        appendUndeclared();
        connect();
        return std::move(m_graph);
    }

private:
    void addNodes() {
        const auto& all = m_lookup.all();
        m_graph.nodes.reserve(all.size());
        m_graph.index.reserve(all.size());
        for (std::size_t i = 0; i < all.size(); ++i) {
            const Located& located = all[i];
            if (!isNode(located.key.kind)) continue;
            m_nodeOf[i] = m_graph.nodes.size();
            m_graph.index.try_emplace(located.key, m_graph.nodes.size());
            const auto id = located.id();
            m_graph.nodes.push_back({located.key, id, located.context->name, true});
        }
    }

    void addEdges() {
        const auto& all = m_lookup.all();
        std::size_t consumer = none; // the view or policy that the subscriptions which follow belong to
        for (std::size_t i = 0; i < all.size(); ++i) {
            const std::size_t self = m_nodeOf[i];
            switch (all[i].key.kind) {
            case ElementKind::Fact:
                addDerivations(*all[i].context, *std::get<const Fact*>(all[i].element), self);
                break;
            case ElementKind::Event: {
                const auto& event = *std::get<const Event*>(all[i].element);
                forEachOnce(event.announces, [&](const Ref& ref) {
                    link(node(ElementKind::Fact, ref), self, HopKind::Announces);
                });
                break;
            }
            case ElementKind::View:
                consumer = self;
                break;
            case ElementKind::Subscription: {
                const auto& subscription = *std::get<const Subscription*>(all[i].element);
                const bool feeds = m_graph.nodes[consumer].key.kind == ElementKind::View;
                link(node(ElementKind::Event, subscription.event), consumer,
                     feeds ? HopKind::Feeds : HopKind::Triggers, subscription.id);
                break;
            }
            case ElementKind::Policy: {
                consumer = self;
                const auto& policy = *std::get<const Policy*>(all[i].element);
                forEachOnce(policy.then, [&](const Ref& ref) {
                    link(self, node(ElementKind::Event, ref), HopKind::Causes);
                });
                if (!policy.compensatedBy.empty())
                    link(self, node(ElementKind::Event, policy.compensatedBy), HopKind::Compensates);
                break;
            }
            case ElementKind::Decision:
                for (const Read& read : std::get<const Decision*>(all[i].element)->reads)
                    addRead(read, self);
                break;
            default:
                break;
            }
        }
    }

    void addDerivations(const Context& context, const Fact& fact, std::size_t self) {
        if (fact.derivedFrom.empty()) return;
        if (m_shownIn != &context) indexViews(context);
        forEachOnce(fact.derivedFrom, [&](const Ref& source) {
            const auto shown = m_viewsShowing.find(source);
            if (shown == m_viewsShowing.end())
                return link(node(ElementKind::Fact, source), self, HopKind::Derives);
            for (const std::size_t view : shown->second)
                link(view, self, HopKind::Derives);
        });
    }

    /// The views of one context by the facts they show; contexts come one after another, so one is kept.
    void indexViews(const Context& context) {
        m_shownIn = &context;
        m_viewsShowing.clear();
        for (const auto& view : context.views) {
            const std::size_t index = node(ElementKind::View, {context.name, view->name});
            forEachOnce(view->shows, [&](const Ref& fact) { m_viewsShowing[fact].push_back(index); });
        }
    }

    /// A view is read where it stands; what is asked for is a fact at its owner, or a view at its keeper.
    void addRead(const Read& read, std::size_t decision) {
        const auto first = read.askOwner ? ElementKind::Fact : ElementKind::View;
        const auto second = read.askOwner ? ElementKind::View : ElementKind::Fact;
        auto from = declared(first, read.target);
        if (!from) from = declared(second, read.target);
        if (!from) from = node(first, read.target);
        link(*from, decision, read.askOwner ? HopKind::Asks : HopKind::Reads);
    }

    std::optional<std::size_t> declared(ElementKind kind, const Ref& ref) const {
        return m_graph.find({kind, toString(ref)});
    }

    /// The node of that name. An undeclared one is numbered from the top end down until all are known.
    std::size_t node(ElementKind kind, const Ref& ref) {
        ElementKey key{kind, toString(ref)};
        if (const auto found = m_graph.index.find(key); found != m_graph.index.end()) return found->second;
        const auto [place, isNew] = m_undeclared.try_emplace(key, m_undeclaredNodes.size());
        if (isNew) m_undeclaredNodes.push_back({std::move(key), {}, ref.context, false});
        return firstUndeclared - place->second;
    }

    void link(std::size_t from, std::size_t to, HopKind kind, ElementId subscription = {}) {
        m_graph.edges.push_back({from, to, kind, subscription});
    }

    void appendUndeclared() {
        const std::size_t count = m_undeclaredNodes.size();
        std::vector<std::size_t> order(count);
        for (std::size_t i = 0; i < count; ++i)
            order[i] = i;
        std::ranges::sort(order, [this](std::size_t a, std::size_t b) {
            const auto &x = m_undeclaredNodes[a].key, &y = m_undeclaredNodes[b].key;
            return std::tie(x.name, x.kind) < std::tie(y.name, y.kind);
        });
        std::vector<std::size_t> place(count);
        for (const std::size_t i : order) {
            place[i] = m_graph.nodes.size();
            m_graph.index.try_emplace(m_undeclaredNodes[i].key, place[i]);
            m_graph.nodes.push_back(std::move(m_undeclaredNodes[i]));
        }
        const auto settle = [&](std::size_t& end) {
            if (end > firstUndeclared - count) end = place[firstUndeclared - end];
        };
        for (Edge& edge : m_graph.edges)
            settle(edge.from), settle(edge.to);
    }

    void connect() {
        m_graph.out.resize(m_graph.nodes.size());
        m_graph.in.resize(m_graph.nodes.size());
        for (std::size_t i = 0; i < m_graph.edges.size(); ++i) {
            m_graph.out[m_graph.edges[i].from].push_back(i);
            m_graph.in[m_graph.edges[i].to].push_back(i);
        }
    }

    /// A name said twice in a list is one hop.
    template<typename Visit>
    static void forEachOnce(const std::vector<Ref>& refs, Visit visit) {
        if (refs.size() == 1) return visit(refs.front());
        std::unordered_set<Ref> seen;
        for (const Ref& ref : refs)
            if (seen.insert(ref).second) visit(ref);
    }

    static constexpr std::size_t firstUndeclared = none - 1;

    const Lookup& m_lookup;
    std::vector<std::size_t> m_nodeOf; ///< by index in lookup.all()
    Graph m_graph;
    std::unordered_map<ElementKey, std::size_t> m_undeclared;
    std::vector<Node> m_undeclaredNodes;
    const Context* m_shownIn = nullptr;
    std::unordered_map<Ref, std::vector<std::size_t>> m_viewsShowing;
};

} // namespace

bool isNode(ElementKind kind) {
    switch (kind) {
    case ElementKind::Fact:
    case ElementKind::Event:
    case ElementKind::View:
    case ElementKind::Policy:
    case ElementKind::Decision:
        return true;
    default:
        return false;
    }
}

std::optional<std::size_t> Graph::find(const ElementKey& key) const {
    const auto found = index.find(key);
    return found == index.end() ? std::nullopt : std::optional(found->second);
}

Graph build(const Lookup& lookup) {
    return Builder(lookup).build();
}

} // namespace factline::propagation
