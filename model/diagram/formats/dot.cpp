// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "diagram/formats/formats.h"

namespace factline::diagram {

namespace {

/// A string of the DOT language.
std::string quoted(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') result += '\\';
        result += c;
    }
    return result + '"';
}

std::string_view shapeOf(ElementKind kind) {
    switch (kind) {
    case ElementKind::Event:
        return "note";
    case ElementKind::Policy:
        return "ellipse";
    case ElementKind::Decision:
        return "hexagon";
    case ElementKind::View:
        return "tab";
    default:
        return "box";
    }
}

std::string_view styleOf(const EdgeShape& edge) {
    using propagation::HopKind;
    if (edge.kind == HopKind::Asks) return "dotted";
    if (edge.kind == HopKind::Derives || edge.kind == HopKind::Compensates) return "dashed";
    return "solid";
}

std::string labelOf(const NodeShape& node) {
    std::string label;
    for (const auto& line : node.lines)
        label += (label.empty() ? "" : "\n") + line;
    return label;
}

} // namespace

std::string renderDot(const Diagram& diagram) {
    constexpr double inch = 72;
    std::string text = fmt::format("digraph {} {{\n  graph [rankdir=LR];\n  node [fixedsize=true];\n",
                                   quoted(diagram.title));
    const auto node = [&](std::size_t i) {
        const NodeShape& shape = diagram.nodes[i];
        const Point centre = shape.rect.centre();
        text +=
            fmt::format("    n{} [label={}, shape={}, width={:.3f}, height={:.3f}, pos=\"{:.1f},{:.1f}\"];\n",
                        i, quoted(labelOf(shape)), shapeOf(shape.key.kind), shape.rect.width / inch,
                        shape.rect.height / inch, centre.x, -centre.y); // DOT's y grows upward
    };
    std::vector<std::vector<std::size_t>> members(diagram.contexts.size() + 1);
    for (std::size_t i = 0; i < diagram.nodes.size(); ++i) {
        std::size_t context = 0;
        const Point centre = diagram.nodes[i].rect.centre();
        while (context < diagram.contexts.size() &&
               !diagram.contexts[context].rect.intersects({centre.x, centre.y, 0.1, 0.1}))
            ++context;
        members[context].push_back(i);
    }
    for (std::size_t i = 0; i < diagram.contexts.size(); ++i) {
        const ContextShape& context = diagram.contexts[i];
        text += fmt::format("  subgraph cluster_{} {{\n    graph [label={}, style={}];\n", i,
                            quoted(context.title), context.external ? "\"rounded,dashed\"" : "rounded");
        for (const std::size_t member : members[i])
            node(member);
        text += "  }\n";
    }
    for (const std::size_t member : members.back())
        node(member);
    for (const auto& edge : diagram.edges)
        text +=
            fmt::format("  n{} -> n{} [label={}, style={}{}];\n", edge.from, edge.to,
                        quoted(edge.label.english()), styleOf(edge), edge.clash ? ", color=\"#A3123A\"" : "");
    return text + "}\n";
}

} // namespace factline::diagram
