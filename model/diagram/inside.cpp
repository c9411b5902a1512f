// SPDX-License-Identifier: Apache-2.0
#include "diagram/inside.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace factline::diagram {

namespace {

constexpr auto none = std::numeric_limits<std::size_t>::max();
constexpr std::size_t maxIndent = 2;
constexpr double pleasantShape = 0.8; ///< width by height of a context's box

/// What a node is put under, best first: the smaller, the better.
int preference(propagation::HopKind kind) {
    return static_cast<int>(kind);
}

bool isSubscription(propagation::HopKind kind) {
    return kind == propagation::HopKind::Feeds || kind == propagation::HopKind::Triggers;
}

/// For each node the one it stands under; a forest.
std::vector<std::size_t> parents(std::size_t count, const std::vector<InnerEdge>& edges) {
    std::vector<std::size_t> parent(count, none);
    std::vector<std::size_t> feeders(count, 0); // what several events lead to stands by itself
    for (const InnerEdge& edge : edges)
        if (isSubscription(edge.kind)) ++feeders[edge.to];
    std::vector<InnerEdge> sorted = edges;
    std::stable_sort(sorted.begin(), sorted.end(), [](const InnerEdge& a, const InnerEdge& b) {
        return preference(a.kind) < preference(b.kind);
    });
    for (const InnerEdge& edge : sorted) {
        if (edge.from == edge.to || parent[edge.to] != none) continue;
        if (isSubscription(edge.kind) && feeders[edge.to] > 1) continue;
        std::size_t above = edge.from;
        while (above != none && above != edge.to)
            above = parent[above];
        if (above == none) parent[edge.to] = edge.from;
    }
    return parent;
}

/// Consumers first, then what is published.
int rootOrder(ElementKind kind) {
    switch (kind) {
    case ElementKind::View:
        return 0;
    case ElementKind::Policy:
    case ElementKind::Decision:
        return 1;
    case ElementKind::Fact:
        return 2;
    default:
        return 3;
    }
}

/// How many columns' worth of rows the largest column has if blocks are filled into `columns` in order.
double fill(const std::vector<double>& heights, double limit, std::size_t& columns) {
    columns = 1;
    double used = 0;
    double largest = 0;
    for (const double height : heights) {
        if (used > 0 && used + height > limit) {
            ++columns;
            used = 0;
        }
        used += height;
        largest = std::max(largest, used);
    }
    return largest;
}

/// The limit of height that gives the most pleasant box.
double chooseLimit(const std::vector<double>& heights, double titleHeight, double columnWidth) {
    double total = 0;
    double tallest = 0;
    for (const double height : heights) {
        total += height;
        tallest = std::max(tallest, height);
    }
    double best = total;
    double bestError = std::numeric_limits<double>::max();
    for (std::size_t wanted = 1; wanted <= std::max<std::size_t>(1, std::min<std::size_t>(8, heights.size()));
         ++wanted) {
        // The smallest limit that needs no more than `wanted` columns.
        double low = tallest;
        double high = total;
        std::size_t columns = 0;
        for (int step = 0; step < 24 && high - low > 0.05; ++step) {
            const double middle = (low + high) / 2;
            fill(heights, middle, columns);
            (columns <= wanted ? high : low) = middle;
        }
        const double height = fill(heights, high, columns);
        const double shape = static_cast<double>(columns) * columnWidth / (height + titleHeight);
        const double error = std::abs(std::log(shape / pleasantShape));
        if (error < bestError - 1e-9) {
            bestError = error;
            best = high;
        }
    }
    return best;
}

} // namespace

Inside arrangeInside(const std::vector<InnerNode>& nodes, const std::vector<InnerEdge>& edges,
                     double rowHeight, double columnWidth) {
    Inside inside;
    inside.spots.resize(nodes.size());
    const auto parent = parents(nodes.size(), edges);
    std::vector<std::vector<std::size_t>> children(nodes.size());
    std::vector<std::size_t> roots;
    for (std::size_t node = 0; node < nodes.size(); ++node)
        (parent[node] == none ? roots : children[parent[node]]).push_back(node);
    const auto byKind = [&](std::size_t a, std::size_t b) {
        return rootOrder(nodes[a].kind) < rootOrder(nodes[b].kind);
    };
    std::stable_sort(roots.begin(), roots.end(), byKind);

    // Each root with everything under it is one block that stays together.
    std::vector<std::vector<std::size_t>> blocks;
    for (const std::size_t root : roots) {
        auto& block = blocks.emplace_back();
        std::vector<std::size_t> stack{root};
        while (!stack.empty()) {
            const std::size_t node = stack.back();
            stack.pop_back();
            block.push_back(node);
            auto& below = children[node];
            std::stable_sort(below.begin(), below.end(), byKind);
            const bool branches = below.size() > 1 && inside.spots[node].indent < maxIndent;
            for (const std::size_t child : below) {
                inside.spots[child].indent = inside.spots[node].indent + (branches ? 1 : 0);
                inside.spots[child].branch = branches;
                inside.spots[child].under = below.size() == 1;
                if (branches || below.size() == 1) inside.spots[child].above = node;
            }
            stack.insert(stack.end(), below.rbegin(), below.rend());
        }
    }

    std::vector<double> heights;
    heights.reserve(blocks.size());
    for (const auto& block : blocks)
        heights.push_back(static_cast<double>(block.size()) * rowHeight);
    const double limit = chooseLimit(heights, contextTitleHeight, columnWidth);
    double used = 0;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (inside.columns.empty() || (used > 0 && used + heights[i] > limit + 1e-6)) {
            inside.columns.emplace_back();
            used = 0;
        }
        used += heights[i];
        for (const std::size_t node : blocks[i]) {
            inside.spots[node].column = inside.columns.size() - 1;
            inside.columns.back().push_back(node);
        }
    }
    inside.crossLinks.resize(inside.columns.size());
    for (const InnerEdge& edge : edges) {
        const InnerSpot& to = inside.spots[edge.to];
        if (parent[edge.to] == edge.from && (to.under || to.branch)) continue;
        const auto [left, right] = std::minmax(inside.spots[edge.from].column, to.column);
        for (std::size_t column = left; column < std::max(right, left + 1); ++column)
            ++inside.crossLinks[column];
    }
    return inside;
}

} // namespace factline::diagram
