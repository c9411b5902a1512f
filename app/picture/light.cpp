// SPDX-License-Identifier: Apache-2.0
#include "picture/light.h"

#include <optional>
#include <span>

namespace factline::picture {

namespace {

using diagram::Diagram;
using diagram::EdgeShape;

/// Leads from nodes along the lines that have one of their ends there. One list for all of them: a list a
/// node would be tens of thousands of small ones in a large map, made and let go of at each selection.
class Way {
public:
    using End = std::size_t EdgeShape::*;

    Way(const Diagram& diagram, End from, End to)
        : m_to(to)
        , m_diagram(diagram)
        , m_begin(diagram.nodes.size() + 1)
        , m_lines(diagram.edges.size()) {
        for (const EdgeShape& edge : diagram.edges)
            ++m_begin[edge.*from + 1];
        for (std::size_t i = 1; i < m_begin.size(); ++i)
            m_begin[i] += m_begin[i - 1];
        std::vector<std::size_t> next = m_begin;
        for (std::size_t i = 0; i < diagram.edges.size(); ++i)
            m_lines[next[diagram.edges[i].*from]++] = i;
    }

    std::span<const std::size_t> linesAt(std::size_t node) const {
        return std::span(m_lines).subspan(m_begin[node], m_begin[node + 1] - m_begin[node]);
    }
    std::size_t end(std::size_t line) const { return m_diagram.edges[line].*m_to; }

private:
    End m_to;
    const Diagram& m_diagram;
    std::vector<std::size_t> m_begin; ///< of each node's part of m_lines, and their end
    std::vector<std::size_t> m_lines; ///< indexes into Diagram::edges
};

Way downstream(const Diagram& diagram) {
    return {diagram, &EdgeShape::from, &EdgeShape::to};
}

Way upstream(const Diagram& diagram) {
    return {diagram, &EdgeShape::to, &EdgeShape::from};
}

/// The nodes within so many hops along these ways (absent: all that can be reached), the first among them.
std::vector<std::size_t> reached(const Diagram& diagram, std::size_t start,
                                 std::initializer_list<const Way*> ways,
                                 std::optional<std::size_t> most = std::nullopt) {
    std::vector<bool> seen(diagram.nodes.size());
    seen[start] = true;
    std::vector<std::size_t> nodes{start};
    std::size_t next = 0;
    for (std::size_t hop = 0; next < nodes.size() && (!most || hop < *most); ++hop)
        for (const std::size_t levelEnd = nodes.size(); next < levelEnd; ++next)
            for (const Way* way : ways)
                for (const std::size_t line : way->linesAt(nodes[next]))
                    if (const std::size_t other = way->end(line); !seen[other]) {
                        seen[other] = true;
                        nodes.push_back(other);
                    }
    return nodes;
}

void add(Light& light, const Diagram& diagram, const std::vector<std::size_t>& nodes) {
    for (const std::size_t node : nodes) {
        const ElementKey& key = diagram.nodes[node].key;
        light.shapes.insert(key);
        light.shapes.insert({ElementKind::Context, key.name.substr(0, key.name.find('/'))});
    }
}

/// All that lies on a way from a node.
void follow(Light& light, const Diagram& diagram, std::size_t start, const Way& way) {
    const auto nodes = reached(diagram, start, {&way});
    add(light, diagram, nodes);
    for (const std::size_t node : nodes)
        for (const std::size_t line : way.linesAt(node))
            light.edges.insert(line);
}

} // namespace

Light pathOf(const Diagram& diagram, std::size_t start) {
    Light light;
    const Way down = downstream(diagram);
    const Way up = upstream(diagram);
    if (down.linesAt(start).empty() && up.linesAt(start).empty()) return light;
    follow(light, diagram, start, down);
    follow(light, diagram, start, up);
    return light;
}

Light downstreamOf(const Diagram& diagram, std::size_t start) {
    Light light;
    follow(light, diagram, start, downstream(diagram));
    return light;
}

Light around(const Diagram& diagram, const std::vector<std::size_t>& nodes, std::size_t hops) {
    Light light;
    const Way down = downstream(diagram);
    const Way up = upstream(diagram);
    for (const std::size_t start : nodes) {
        const auto near = reached(diagram, start, {&down, &up}, hops);
        add(light, diagram, near);
        // Two nodes at the rim may be linked with one another.
        std::vector<bool> inside(diagram.nodes.size());
        for (const std::size_t node : near)
            inside[node] = true;
        for (const std::size_t node : near)
            for (const std::size_t line : down.linesAt(node))
                if (inside[down.end(line)]) light.edges.insert(line);
    }
    return light;
}

} // namespace factline::picture
