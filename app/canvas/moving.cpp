// SPDX-License-Identifier: Apache-2.0
#include "canvas/moving.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <unordered_set>

#include "diagram/rects.h"
#include "diagram/unique_keys.h"
#include "picture/homes.h"

namespace factline::canvas {

namespace {

using diagram::Diagram;
using diagram::Rect;

constexpr int farthest = 80; ///< steps of the grid around the wanted place
constexpr int mostSteps = 60;

Rect at(const Rect& rect, const QPointF& shift) {
    return {rect.x + shift.x(), rect.y + shift.y(), rect.width, rect.height};
}

bool touchesAny(const Rect& rect, const std::vector<Rect>& others) {
    return std::ranges::any_of(others, [&](const Rect& other) { return other.intersects(rect); });
}

/// What stands in the way of shapes that are moved.
class Obstacles {
public:
    Obstacles(const Diagram& diagram, const Moved& moved)
        : m_diagram(diagram)
        , m_moved(moved)
        , m_homeOf(picture::homesOf(diagram)) {
        for (std::size_t i = 0; i < diagram.nodes.size(); ++i)
            if (!std::ranges::binary_search(moved.nodes, i))
                m_nodes.push_back(grown(diagram.nodes[i].rect, 7));
        for (const std::size_t node : moved.nodes)
            if (m_homeOf[node] < diagram.contexts.size() && !carries(m_homeOf[node]))
                m_homes.push_back(m_homeOf[node]);
        std::ranges::sort(m_homes);
        m_homes.erase(std::unique(m_homes.begin(), m_homes.end()), m_homes.end());
    }

    bool nodesFit(const QPointF& shift) const {
        return std::ranges::none_of(m_moved.nodes, [&](std::size_t node) {
            return touchesAny(at(m_diagram.nodes[node].rect, shift), m_nodes);
        });
    }

    bool contextsFit(const QPointF& shift) const {
        for (const std::size_t context : m_moved.contexts)
            if (!clear(at(m_diagram.contexts[context].rect, shift), context)) return false;
        return std::ranges::all_of(m_homes, [&](std::size_t home) {
            return clear(grownHome(m_diagram, home, m_moved, shift), home);
        });
    }

    /// No node stands in a context of others, whatever becomes of the box around it.
    bool roomsFit(const QPointF& shift) const {
        return std::ranges::all_of(m_moved.nodes, [&](std::size_t node) {
            const Rect room = roomOf(at(m_diagram.nodes[node].rect, shift), diagram::innerPadding);
            for (std::size_t i = 0; i < m_diagram.contexts.size(); ++i)
                if (!carries(i) && i != m_homeOf[node] && m_diagram.contexts[i].rect.intersects(room))
                    return false;
            return true;
        });
    }

private:
    bool carries(std::size_t context) const { return std::ranges::binary_search(m_moved.contexts, context); }
    /// Contexts that stand on each other already do not forbid anything.
    bool clear(const Rect& rect, std::size_t self) const {
        const Rect& was = m_diagram.contexts[self].rect;
        for (std::size_t other = 0; other < m_diagram.contexts.size(); ++other) {
            const Rect& there = m_diagram.contexts[other].rect;
            if (other == self || carries(other) || there.intersects(was)) continue;
            if (grown(there, diagram::rhythm - 1).intersects(rect)) return false;
        }
        return true;
    }

    const Diagram& m_diagram;
    const Moved& m_moved;
    std::vector<std::size_t> m_homeOf; ///< of each node
    std::vector<Rect> m_nodes;
    std::vector<std::size_t> m_homes; ///< contexts that would grow with what is moved
};

/// The nearest free place on squares around `wanted`, one outside the other.
template<typename Free>
std::optional<QPointF> nearest(const QPointF& wanted, Free free) {
    for (int ring = 0; ring <= farthest; ++ring) {
        std::vector<QPointF> places;
        for (int x = -ring; x <= ring; ++x)
            for (int y = -ring; y <= ring; ++y)
                if (std::max(std::abs(x), std::abs(y)) == ring) places.emplace_back(x, y);
        std::ranges::stable_sort(places, {}, [](const QPointF& p) { return std::hypot(p.x(), p.y()); });
        for (const QPointF& place : places)
            if (free(wanted + place * placeGrid)) return wanted + place * placeGrid;
    }
    return std::nullopt;
}

} // namespace

Moved movedBy(const Diagram& diagram, const std::vector<ElementId>& ids,
              const std::optional<ElementKey>& undeclared) {
    const std::unordered_set<ElementId> wanted(ids.begin(), ids.end());
    const auto isWanted = [&](const auto& shape) {
        return shape.id ? wanted.contains(shape.id) : undeclared == shape.key;
    };
    Moved moved;
    for (std::size_t i = 0; i < diagram.contexts.size(); ++i)
        if (isWanted(diagram.contexts[i])) moved.contexts.push_back(i);
    const auto homes = picture::homesOf(diagram);
    for (std::size_t i = 0; i < diagram.nodes.size(); ++i)
        if (isWanted(diagram.nodes[i]) || std::ranges::binary_search(moved.contexts, homes[i]))
            moved.nodes.push_back(i);
    return moved;
}

Rect grownHome(const Diagram& diagram, std::size_t context, const Moved& moved, const QPointF& shift) {
    Rect rect = diagram.contexts[context].rect;
    const auto homes = picture::homesOf(diagram);
    for (const std::size_t node : moved.nodes) {
        if (homes[node] != context) continue;
        const Rect there = at(diagram.nodes[node].rect, shift);
        rect = united(rect, roomOf(there, diagram::innerPadding));
    }
    return rect;
}

QPointF freeShift(const Diagram& diagram, const Moved& moved, const QPointF& wanted) {
    const Obstacles obstacles(diagram, moved);
    const auto fits = [&](const QPointF& s) { return obstacles.nodesFit(s) && obstacles.contextsFit(s); };
    if (const auto found = nearest(wanted, fits)) return *found;
    return nearest(wanted, [&](const QPointF& s) { return obstacles.nodesFit(s) && obstacles.roomsFit(s); })
        .value_or(QPointF());
}

QPointF freeStep(const Diagram& diagram, const Moved& moved, const QPointF& from, const QPointF& step) {
    const Obstacles obstacles(diagram, moved);
    for (int i = 1; i <= mostSteps; ++i)
        if (obstacles.nodesFit(from + step * i) && obstacles.contextsFit(from + step * i)) return step * i;
    return {};
}

diagram::Positions shifted(diagram::Positions positions, const Diagram& diagram, const Moved& moved,
                           const QPointF& shift) {
    diagram::UniqueKeys keys;
    const auto put = [&](const auto& shape, bool moves) {
        const std::string key = keys.take(shape.key);
        if (!moves) return;
        const auto [place, isNew] =
            positions.nodes.try_emplace(key, diagram::Point{shape.rect.x, shape.rect.y});
        place->second.x += shift.x();
        place->second.y += shift.y();
    };
    for (std::size_t i = 0; i < diagram.contexts.size(); ++i)
        if (!diagram::isContinued(diagram.contexts, i))
            put(diagram.contexts[i], std::ranges::binary_search(moved.contexts, i));
    for (std::size_t i = 0; i < diagram.nodes.size(); ++i)
        put(diagram.nodes[i], std::ranges::binary_search(moved.nodes, i));
    return positions;
}

} // namespace factline::canvas
