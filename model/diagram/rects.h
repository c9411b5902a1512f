// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "diagram/diagram.h"
#include "diagram/positions.h"
#include "diagram/spacing.h"

namespace factline::diagram {

/// Width of a node to which it can be cut where others stand close by.
inline constexpr double nodeWidthTight = nodeWidthLeast - 2 * indentStep;

inline Rect grown(const Rect& rect, double by) {
    return {rect.x - by, rect.y - by, rect.width + 2 * by, rect.height + 2 * by};
}

/// The smallest rect around both.
inline Rect united(const Rect& a, const Rect& b) {
    const double x = std::min(a.x, b.x);
    const double y = std::min(a.y, b.y);
    return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

/// The room that a node needs in its context.
inline Rect roomOf(const Rect& node, double rightPadding) {
    return {node.x - innerPadding, node.y - contextTitleHeight, node.width + innerPadding + rightPadding,
            node.height + contextTitleHeight + innerPadding};
}

/// Where something stands by its name or, where that is not known, by one that it had before; null: nowhere.
inline const Point* findPlace(const Positions& positions, const std::string& key,
                              const std::vector<std::string>& former) {
    if (const auto found = positions.nodes.find(key); found != positions.nodes.end()) return &found->second;
    for (const auto& name : former)
        if (const auto found = positions.nodes.find(name); found != positions.nodes.end())
            return &found->second;
    return nullptr;
}

/// True for a further box of a context that stands before it: what is walled in by others goes on elsewhere.
inline bool isContinued(const std::vector<ContextShape>& contexts, std::size_t index) {
    const auto here = contexts.begin() + static_cast<std::ptrdiff_t>(index);
    return std::any_of(contexts.begin(), here, [&](const ContextShape& other) {
        return other.id == here->id && other.key == here->key;
    });
}

} // namespace factline::diagram
