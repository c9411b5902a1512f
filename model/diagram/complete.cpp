// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <optional>

#include "diagram/positions.h"
#include "diagram/rects.h"
#include "diagram/routing/rect_index.h"

namespace factline::diagram {

namespace {

/// The place for a rect of this size that is nearest to `wanted` and next to one of `others`, or `wanted`
/// itself; `free` judges a place.
template<typename Free>
Point nearestSlot(const Rect& wanted, const std::vector<Rect>& others, double gapX, double gapY, Free free) {
    std::vector<Point> slots{{wanted.x, wanted.y}};
    double bottom = wanted.y;
    for (const Rect& other : others) {
        slots.push_back({other.x, other.bottom() + gapY});
        slots.push_back({other.right() + gapX, other.y});
        slots.push_back({other.x, other.y - gapY - wanted.height});
        slots.push_back({other.x - gapX - wanted.width, other.y});
        bottom = std::max(bottom, other.bottom() + gapY);
    }
    std::stable_sort(slots.begin(), slots.end(), [&](const Point& a, const Point& b) {
        return std::hypot(a.x - wanted.x, a.y - wanted.y) < std::hypot(b.x - wanted.x, b.y - wanted.y);
    });
    for (const Point& slot : slots)
        if (free(Rect{slot.x, slot.y, wanted.width, wanted.height})) return slot;
    return {wanted.x, bottom};
}

constexpr double growWidth = 220, growHeight = 300; ///< about four nodes below one another
constexpr double leastNodeHeight = 32;
/// Between a node in a further box of its context and whatever is above it: its title stands there.
constexpr double titledGap = contextTitleHeight + rhythm;

/// Completes positions step by step: what is kept, then nodes in contexts that stand, then new contexts.
class Completion {
public:
    Completion(const Sketch& sketch, const Positions& kept)
        : m_sketch(sketch)
        , m_kept(kept)
        , m_home(sketch.contexts.size())
        , m_holds(sketch.contexts.size()) {
        for (std::size_t i = 0; i < sketch.contexts.size(); ++i)
            m_home[i] = sketch.contextKeys[i].empty() ? homeOf(i) : i;
        for (const std::size_t context : sketch.contextOf)
            m_holds[m_home[context]] = true;
    }

    Positions run() {
        takeKept();
        for (std::size_t node = 0; node < m_sketch.nodes.size(); ++node)
            if (stands(contextOf(node)) && !m_result.nodes.count(m_sketch.nodeKeys[node])) addNode(node);
        addContexts();
        return std::move(m_result);
    }

private:
    /// A box of a context, as large as what stands in it.
    struct Standing {
        std::size_t context = 0;
        Rect rect;
    };

    void put(const std::string& key, const Point& at) { m_result.nodes[key] = at; }

    /// The context that a further box belongs to.
    std::size_t homeOf(std::size_t box) const {
        const auto& shape = m_sketch.contexts[box];
        std::size_t home = 0;
        while (m_sketch.contexts[home].key != shape.key || m_sketch.contexts[home].id != shape.id)
            ++home;
        return home;
    }
    std::size_t contextOf(std::size_t node) const { return m_home[m_sketch.contextOf[node]]; }
    bool stands(std::size_t context) const {
        return std::ranges::find(m_boxes, context, &Standing::context) != m_boxes.end();
    }
    Rect roomFor(const Rect& node, std::size_t context) const {
        return roomOf(node, m_sketch.rightPadding[context]);
    }

    void settleNode(std::size_t node, const Rect& rect) {
        put(m_sketch.nodeKeys[node], {rect.x, rect.y});
        m_members.push_back({contextOf(node), rect});
        m_nodes.add(node, rect);
        m_least.add(node, leastOf(rect));
    }
    static Rect leastOf(const Rect& rect) { return {rect.x, rect.y, nodeWidthTight, leastNodeHeight}; }

    void takeKept() {
        std::vector<std::optional<Rect>> boxes(m_sketch.contexts.size());
        for (std::size_t i = 0; i < m_sketch.contexts.size(); ++i)
            if (const Point* at = findPlace(m_kept, m_sketch.contextKeys[i], m_sketch.formerContextKeys[i]);
                at && m_home[i] == i) {
                put(m_sketch.contextKeys[i], *at);
                boxes[i] = Rect{at->x, at->y, m_sketch.leastSize[i].width, m_sketch.leastSize[i].height};
            }
        for (std::size_t i = 0; i < m_sketch.nodes.size(); ++i) {
            const Point* at = findPlace(m_kept, m_sketch.nodeKeys[i], m_sketch.formerNodeKeys[i]);
            if (!at) continue;
            const Rect& size = m_sketch.nodes[i].rect;
            const Rect rect{at->x, at->y, size.width, size.height};
            // Two edits of one file can have put two nodes on one place: the later one looks for another.
            if (m_least.any(leastOf(rect), [](std::size_t) { return true; })) {
                m_crowded.emplace(i, *at);
                continue;
            }
            settleNode(i, rect);
            auto& box = boxes[m_sketch.contextOf[i]];
            const Rect room = roomOf(rect, m_sketch.rightPadding[m_sketch.contextOf[i]]);
            box = box ? united(*box, room) : room;
        }
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            if (!boxes[i]) continue;
            m_boxes.push_back({m_home[i], *boxes[i]});
            if (m_home[i] == i && !m_result.nodes.count(m_sketch.contextKeys[i]))
                put(m_sketch.contextKeys[i], {boxes[i]->x, boxes[i]->y});
        }
    }

    /// Where a new node of this size would stand best.
    Rect wantedPlace(std::size_t node) const {
        const Point home = m_result.nodes.at(m_sketch.contextKeys[contextOf(node)]);
        const Rect& inner = m_sketch.nodes[node].rect;
        const std::string& key = m_sketch.nodeKeys[node];
        if (const auto wish = m_kept.wishes.find(key); wish != m_kept.wishes.end())
            return {wish->second.x - inner.width / 2, wish->second.y - inner.height / 2, inner.width,
                    inner.height};
        if (const auto crowded = m_crowded.find(node); crowded != m_crowded.end())
            return {crowded->second.x, crowded->second.y, inner.width, inner.height};
        if (const auto stood = m_kept.gone.find(key); stood != m_kept.gone.end())
            return {stood->second.x, stood->second.y, inner.width, inner.height};
        return {home.x + inner.x, home.y + inner.y, inner.width, inner.height};
    }

    bool isFreeOfNodes(const Rect& rect) const {
        return !m_nodes.any(grown(rect, nodeGap - 1), [](std::size_t) { return true; });
    }
    bool isFreeOfOthers(const Rect& box, std::size_t context) const {
        return std::ranges::none_of(m_boxes, [&](const Standing& other) {
            return other.context != context && other.rect.intersects(grown(box, rhythm));
        });
    }
    /// The box of its context that can grow around a node there; none: it would reach over another context.
    std::optional<std::size_t> boxFor(const Rect& rect, std::size_t context) const {
        const Rect room = roomFor(rect, context);
        for (std::size_t i = 0; i < m_boxes.size(); ++i) {
            const Rect& box = m_boxes[i].rect;
            if (m_boxes[i].context != context || room.x < box.x || room.y < box.y) continue;
            if (isFreeOfOthers(united(box, room), context)) return i;
        }
        return std::nullopt;
    }

    /// In a box of its context, narrower if need be; where those are walled in and full, in a box of its own
    /// nearby: never in a neighbour's and never on another node.
    void addNode(std::size_t node) {
        const std::size_t context = contextOf(node);
        Rect wanted = wantedPlace(node);
        std::vector<Rect> members;
        for (const Standing& member : m_members)
            if (member.context == context) members.push_back(member.rect);
        const auto inContext = [&](const Rect& rect) {
            return isFreeOfNodes(rect) && boxFor(rect, context).has_value();
        };
        for (const double width : {wanted.width, std::min(wanted.width, nodeWidthLeast)}) {
            wanted.width = width;
            const Point at = nearestSlot(wanted, members, columnGap, nodeGap, inContext);
            const Rect rect{at.x, at.y, wanted.width, wanted.height};
            if (!inContext(rect)) continue;
            Rect& box = m_boxes[*boxFor(rect, context)].rect;
            box = united(box, roomFor(rect, context));
            return settleNode(node, rect);
        }
        const auto isFree = [&](const Rect& rect) {
            return isFreeOfNodes(rect) && isFreeOfOthers(roomFor(rect, context), context);
        };
        const Point at = nearestSlot(wanted, everything(), columnGap, titledGap, isFree);
        const Rect rect{at.x, at.y, wanted.width, wanted.height};
        m_boxes.push_back({context, roomFor(rect, context)});
        settleNode(node, rect);
    }

    /// What is empty will not stay so: others keep away as if it held a small column already.
    Rect roomToGrow(const Rect& box, std::size_t context) const {
        if (m_holds[context]) return box;
        return {box.x, box.y, std::max(box.width, growWidth), std::max(box.height, growHeight)};
    }

    std::vector<Rect> everything() const {
        std::vector<Rect> all;
        for (const auto* standing : {&m_members, &m_boxes})
            for (const Standing& each : *standing)
                all.push_back(each.rect);
        return all;
    }

    /// Beside what it is related to, or below everything.
    void addContexts() {
        std::vector<std::vector<std::size_t>> related(m_home.size());
        for (const auto& edge : m_sketch.edges) {
            const std::size_t from = contextOf(edge.shape.from);
            const std::size_t to = contextOf(edge.shape.to);
            related[from].push_back(to);
            related[to].push_back(from);
        }
        RectIndex index;
        std::vector<Rect> standing;
        std::vector<bool> placed(m_home.size());
        const auto add = [&](const Standing& box) {
            const Rect room = roomToGrow(box.rect, box.context);
            index.add(box.context, room);
            standing.push_back(room);
            placed[box.context] = true;
        };
        for (const Standing& box : m_boxes)
            add(box);
        for (std::size_t i = 0; i < m_home.size(); ++i) {
            if (placed[m_home[i]]) continue;
            Rect wanted = m_sketch.contexts[i].rect;
            double count = 0;
            Point sum;
            for (const std::size_t other : related[i])
                if (placed[other]) {
                    const Point& there = m_result.nodes.at(m_sketch.contextKeys[other]);
                    sum = {sum.x + there.x, sum.y + there.y};
                    ++count;
                }
            if (count > 0) wanted = {sum.x / count, sum.y / count, wanted.width, wanted.height};
            const std::string& key = m_sketch.contextKeys[i];
            if (const auto wish = m_kept.wishes.find(key); wish != m_kept.wishes.end())
                wanted = {wish->second.x, wish->second.y, wanted.width, wanted.height};
            else if (const auto stood = m_kept.gone.find(key); stood != m_kept.gone.end())
                wanted = {stood->second.x, stood->second.y, wanted.width, wanted.height};
            const Rect room = roomToGrow(wanted, i);
            const Point at = nearestSlot(room, standing, channelLeast, contextGap, [&](const Rect& rect) {
                return !index.any(grown(rect, contextGap - 1), [](std::size_t) { return true; });
            });
            put(key, at);
            add({i, Rect{at.x, at.y, wanted.width, wanted.height}});
        }
        for (std::size_t node = 0; node < m_sketch.nodes.size(); ++node) {
            if (m_result.nodes.count(m_sketch.nodeKeys[node])) continue;
            const Point home = m_result.nodes.at(m_sketch.contextKeys[contextOf(node)]);
            const Rect& inner = m_sketch.nodes[node].rect;
            put(m_sketch.nodeKeys[node], {home.x + inner.x, home.y + inner.y});
        }
    }

    const Sketch& m_sketch;
    const Positions& m_kept;
    Positions m_result;
    std::vector<std::size_t> m_home; ///< for each context, the one that it is a further box of, or itself
    std::vector<Standing> m_boxes;   ///< of contexts that stand
    std::vector<Standing> m_members; ///< nodes that stand
    std::vector<bool> m_holds;       ///< contexts that have nodes, standing or not
    std::map<std::size_t, Point> m_crowded; ///< nodes that found another one on their place
    RectIndex m_nodes;
    RectIndex m_least; ///< nodes as small as they can be
};

} // namespace

bool needsLayout(const Sketch& sketch, const Positions& kept) {
    const auto stands = [&](const auto& keys, const auto& formers) {
        for (std::size_t i = 0; i < keys.size(); ++i)
            if (kept.wishes.count(keys[i]) || kept.gone.count(keys[i]) ||
                findPlace(kept, keys[i], formers[i]))
                return true;
        return false;
    };
    return !stands(sketch.contextKeys, sketch.formerContextKeys) &&
           !stands(sketch.nodeKeys, sketch.formerNodeKeys);
}

Positions complete(const Sketch& sketch, const Positions& kept) {
    return Completion(sketch, kept).run();
}

} // namespace factline::diagram
