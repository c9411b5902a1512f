// SPDX-License-Identifier: Apache-2.0
#include "diagram/focus.h"

#include <algorithm>
#include <vector>

namespace factline::diagram {

namespace {

/// The number of letters to change, add or drop to get from one word to the other (Levenshtein).
std::size_t editDistance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({change, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row[b.size()];
}

std::string suggestion(const propagation::Graph& graph, std::string_view element) {
    std::string best;
    std::size_t least = std::max<std::size_t>(2, element.size() / 3) + 1;
    if (element.size() > 200) return best;
    const auto consider = [&](const std::string& name) {
        if (name.size() > 200) return;
        const std::size_t distance = editDistance(element, name);
        if (distance < least) {
            least = distance;
            best = name;
        }
    };
    for (const auto& node : graph.nodes) {
        consider(node.key.name);
        consider(node.context);
    }
    return best;
}

} // namespace

Result<propagation::Graph> focus(const propagation::Graph& graph, std::string_view element,
                                 std::size_t depth) {
    std::vector<bool> kept(graph.nodes.size());
    bool any = false;
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        const auto& node = graph.nodes[i];
        if (node.key.name != element && toString(node.key) != element && node.context != element) continue;
        any = true;
        for (const std::size_t near : propagation::neighbourhood(graph, i, depth).nodes)
            kept[near] = true;
    }
    if (!any) {
        const std::string near = suggestion(graph, element);
        return failure(ErrorCode::NotFound,
                       Phrase::of("Nothing in the model is called \"{}\". {}", element,
                                  near.empty() ? Phrase::of("Name a context, or an element as context/name.")
                                               : Phrase::of("Did you mean \"{}\"?", near)));
    }
    propagation::Graph part;
    std::vector<std::size_t> rank(graph.nodes.size());
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        if (!kept[i]) continue;
        rank[i] = part.nodes.size();
        part.index.try_emplace(graph.nodes[i].key, part.nodes.size());
        part.nodes.push_back(graph.nodes[i]);
    }
    part.out.resize(part.nodes.size());
    part.in.resize(part.nodes.size());
    for (const auto& edge : graph.edges) {
        if (!kept[edge.from] || !kept[edge.to]) continue;
        part.out[rank[edge.from]].push_back(part.edges.size());
        part.in[rank[edge.to]].push_back(part.edges.size());
        part.edges.push_back({rank[edge.from], rank[edge.to], edge.kind, edge.subscription});
    }
    return part;
}

} // namespace factline::diagram
