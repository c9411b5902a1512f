// SPDX-License-Identifier: Apache-2.0
#include "propagation/graph.h"

#include <algorithm>

namespace factline::propagation {

namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

/// The strongly connected components of what causes what, by Tarjan's algorithm ("Depth-first search and
/// linear graph algorithms", 1972) with its recursion unrolled, so that a chain of any length is walked.
class Causation {
public:
    Causation(const Graph& graph, const Lookup& lookup)
        : m_graph(graph)
        , m_ends(graph.nodes.size())
        , m_component(graph.nodes.size(), none) {
        for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
            const auto* located =
                graph.nodes[i].key.kind == ElementKind::Policy ? lookup.find(graph.nodes[i].id) : nullptr;
            m_ends[i] = located != nullptr && !std::get<const Policy*>(located->element)->endsWhen.empty();
        }
    }

    std::vector<std::vector<std::size_t>> circles() {
        std::vector<std::vector<std::size_t>> result;
        for (auto& members : components()) {
            if (members.size() < 2)
                continue; // events are linked with policies only: nothing is linked with itself
            const auto isEvent = [&](std::size_t n) {
                return m_graph.nodes[n].key.kind == ElementKind::Event;
            };
            std::erase_if(members, [&](std::size_t n) { return !isEvent(n); });
            result.push_back(shortestCircle(
                *std::ranges::min_element(members, {}, [&](std::size_t n) { return m_graph.nodes[n].key; })));
        }
        std::ranges::sort(result, {}, [&](const auto& circle) { return m_graph.nodes[circle.front()].key; });
        return result;
    }

private:
    bool follows(std::size_t edge) const {
        const Edge& e = m_graph.edges[edge];
        if (e.kind == HopKind::Triggers) return !m_ends[e.to];
        return e.kind == HopKind::Causes && !m_ends[e.from];
    }

    std::vector<std::vector<std::size_t>> components() {
        struct Frame {
            std::size_t node;
            std::size_t nextEdge = 0;
        };
        const std::size_t count = m_graph.nodes.size();
        std::vector<std::vector<std::size_t>> found;
        std::vector<std::size_t> number(count, none), low(count, none), stack;
        std::vector<Frame> frames;
        std::size_t counter = 0;
        const auto enter = [&](std::size_t node) {
            number[node] = low[node] = counter++;
            stack.push_back(node);
            frames.push_back({node});
        };
        for (std::size_t root = 0; root < count; ++root) {
            if (number[root] != none) continue;
            enter(root);
            while (!frames.empty()) {
                const std::size_t node = frames.back().node;
                const auto& edges = m_graph.out[node];
                if (frames.back().nextEdge < edges.size()) {
                    const std::size_t edge = edges[frames.back().nextEdge++];
                    if (!follows(edge)) continue;
                    const std::size_t to = m_graph.edges[edge].to;
                    if (number[to] == none)
                        enter(to);
                    else if (m_component[to] == none)
                        low[node] = std::min(low[node], number[to]);
                    continue;
                }
                frames.pop_back();
                if (!frames.empty()) low[frames.back().node] = std::min(low[frames.back().node], low[node]);
                if (low[node] != number[node]) continue;
                auto& members = found.emplace_back();
                do {
                    members.push_back(stack.back());
                    m_component[stack.back()] = found.size() - 1;
                    stack.pop_back();
                } while (members.back() != node);
            }
        }
        return found;
    }

    /// The shortest way from an event back to itself inside its component, without its end.
    std::vector<std::size_t> shortestCircle(std::size_t start) const {
        std::unordered_map<std::size_t, std::size_t> before;
        std::vector<std::size_t> queue{start};
        for (std::size_t i = 0; i < queue.size(); ++i) {
            for (const std::size_t edge : m_graph.out[queue[i]]) {
                const std::size_t to = m_graph.edges[edge].to;
                if (!follows(edge) || m_component[to] != m_component[start]) continue;
                if (to == start) {
                    std::vector<std::size_t> circle{queue[i]};
                    while (circle.back() != start)
                        circle.push_back(before.at(circle.back()));
                    std::ranges::reverse(circle);
                    return circle;
                }
                if (before.try_emplace(to, queue[i]).second) queue.push_back(to);
            }
        }
        return {start};
    }

    const Graph& m_graph;
    std::vector<bool> m_ends; ///< policies that say why a circle through them ends
    std::vector<std::size_t> m_component;
};

} // namespace

std::vector<std::vector<std::size_t>> circles(const Graph& graph, const Lookup& lookup) {
    return Causation(graph, lookup).circles();
}

} // namespace factline::propagation
