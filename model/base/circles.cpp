// SPDX-License-Identifier: Apache-2.0
#include "base/circles.h"

#include <algorithm>
#include <unordered_map>

namespace factline {

namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

/// Tarjan's algorithm with its recursion unrolled.
class Components {
public:
    explicit Components(const Successors& next)
        : m_next(next)
        , m_number(next.size(), none)
        , m_low(next.size(), none)
        , component(next.size(), none) {
        for (std::size_t root = 0; root < next.size(); ++root)
            if (m_number[root] == none) walk(root);
    }

private:
    struct Frame {
        std::size_t node;
        std::size_t nextEdge = 0;
    };

    void walk(std::size_t root) {
        enter(root);
        while (!m_frames.empty()) {
            const std::size_t node = m_frames.back().node;
            if (m_frames.back().nextEdge < m_next[node].size()) {
                const std::size_t to = m_next[node][m_frames.back().nextEdge++];
                if (m_number[to] == none)
                    enter(to);
                else if (component[to] == none)
                    m_low[node] = std::min(m_low[node], m_number[to]);
                continue;
            }
            m_frames.pop_back();
            if (!m_frames.empty()) {
                const std::size_t caller = m_frames.back().node;
                m_low[caller] = std::min(m_low[caller], m_low[node]);
            }
            if (m_low[node] == m_number[node]) close(node);
        }
    }

    void enter(std::size_t node) {
        m_number[node] = m_low[node] = m_counter++;
        m_open.push_back(node);
        m_frames.push_back({node});
    }

    void close(std::size_t node) {
        const std::size_t number = m_components++;
        if (m_open.back() == node && std::ranges::find(m_next[node], node) == m_next[node].end()) {
            component[node] = number; // as most are: no circle
            m_open.pop_back();
            return;
        }
        auto& nodes = circular.emplace_back();
        do {
            nodes.push_back(m_open.back());
            component[m_open.back()] = number;
            m_open.pop_back();
        } while (nodes.back() != node);
    }

    const Successors& m_next;
    std::vector<std::size_t> m_number, m_low, m_open;
    std::vector<Frame> m_frames;
    std::size_t m_counter = 0;
    std::size_t m_components = 0;

public:
    std::vector<std::size_t> component;             ///< for each node, the number of its component
    std::vector<std::vector<std::size_t>> circular; ///< members of each component that has a circle
};

/// The shortest way from `start` back to itself inside its component, without its end.
std::vector<std::size_t> shortestCircle(const Successors& next, const std::vector<std::size_t>& component,
                                        std::size_t start) {
    std::unordered_map<std::size_t, std::size_t> before;
    std::vector<std::size_t> queue{start};
    for (std::size_t i = 0; i < queue.size(); ++i) {
        for (const std::size_t to : next[queue[i]]) {
            if (component[to] != component[start]) continue;
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

} // namespace

std::vector<std::vector<std::size_t>>
circlesOf(const Successors& next, const std::function<bool(std::size_t, std::size_t)>& comesFirst) {
    const Components components(next);
    std::vector<std::vector<std::size_t>> circles;
    for (const auto& members : components.circular)
        circles.push_back(
            shortestCircle(next, components.component, *std::ranges::min_element(members, comesFirst)));
    std::ranges::sort(circles, comesFirst, [](const auto& circle) { return circle.front(); });
    return circles;
}

std::vector<std::vector<std::size_t>> circlesOf(const Successors& next,
                                                const std::vector<std::size_t>& rank) {
    return circlesOf(next, [&](std::size_t a, std::size_t b) { return rank[a] < rank[b]; });
}

} // namespace factline
