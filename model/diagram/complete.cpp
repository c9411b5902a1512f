// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <optional>

#include "diagram/positions.h"
#include "diagram/routing/rect_index.h"
#include "diagram/spacing.h"

namespace factline::diagram {

namespace {

const Point* keptPosition(const Positions& kept, const std::string& key,
                          const std::vector<std::string>& former) {
    if (const auto found = kept.nodes.find(key); found != kept.nodes.end()) return &found->second;
    for (const auto& name : former)
        if (const auto found = kept.nodes.find(name); found != kept.nodes.end()) return &found->second;
    return nullptr;
}

Rect grown(const Rect& rect, double by) {
    return {rect.x - by, rect.y - by, rect.width + 2 * by, rect.height + 2 * by};
}

Rect united(const Rect& a, const Rect& b) {
    const double x = std::min(a.x, b.x);
    const double y = std::min(a.y, b.y);
    return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

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

/// Completes positions step by step: what is kept, then nodes in contexts that stand, then new contexts.
class Completion {
public:
    Completion(const Sketch& sketch, const Positions& kept)
        : m_sketch(sketch)
        , m_kept(kept)
        , m_boxes(sketch.contexts.size())
        , m_members(sketch.contexts.size())
        , m_holds(sketch.contexts.size()) {
        for (const std::size_t context : sketch.contextOf)
            m_holds[context] = true;
    }

    Positions run() {
        takeKept();
        for (std::size_t node = 0; node < m_sketch.nodes.size(); ++node)
            if (m_boxes[m_sketch.contextOf[node]] && !m_result.nodes.count(m_sketch.nodeKeys[node]))
                addNode(node);
        addContexts();
        return std::move(m_result);
    }

private:
    void put(const std::string& key, const Point& at) { m_result.nodes[key] = at; }

    /// The room that a node needs in its context.
    Rect roomOf(const Rect& node, std::size_t context) const {
        return {node.x - innerPadding, node.y - contextTitleHeight,
                node.width + innerPadding + m_sketch.rightPadding[context],
                node.height + contextTitleHeight + innerPadding};
    }

    void settleNode(std::size_t node, const Point& at) {
        const std::size_t context = m_sketch.contextOf[node];
        const Rect rect{at.x, at.y, m_sketch.nodes[node].rect.width, m_sketch.nodes[node].rect.height};
        put(m_sketch.nodeKeys[node], at);
        m_members[context].push_back(rect);
        m_nodes.add(node, rect);
        auto& box = m_boxes[context];
        box = box ? united(*box, roomOf(rect, context)) : roomOf(rect, context);
    }

    void takeKept() {
        for (std::size_t i = 0; i < m_sketch.contexts.size(); ++i)
            if (const Point* at =
                    keptPosition(m_kept, m_sketch.contextKeys[i], m_sketch.formerContextKeys[i])) {
                put(m_sketch.contextKeys[i], *at);
                m_boxes[i] = Rect{at->x, at->y, m_sketch.leastSize[i].width, m_sketch.leastSize[i].height};
            }
        for (std::size_t i = 0; i < m_sketch.nodes.size(); ++i)
            if (const Point* at = keptPosition(m_kept, m_sketch.nodeKeys[i], m_sketch.formerNodeKeys[i]))
                settleNode(i, *at);
        for (std::size_t i = 0; i < m_boxes.size(); ++i) {
            if (!m_boxes[i]) continue;
            if (!m_result.nodes.count(m_sketch.contextKeys[i]))
                put(m_sketch.contextKeys[i], {m_boxes[i]->x, m_boxes[i]->y});
        }
    }

    void addNode(std::size_t node) {
        const std::size_t context = m_sketch.contextOf[node];
        const Point home = m_result.nodes.at(m_sketch.contextKeys[context]);
        const Rect& inner = m_sketch.nodes[node].rect;
        Rect wanted{home.x + inner.x, home.y + inner.y, inner.width, inner.height};
        if (const auto wish = m_kept.wishes.find(m_sketch.nodeKeys[node]); wish != m_kept.wishes.end()) {
            wanted.x = wish->second.x - wanted.width / 2;
            wanted.y = wish->second.y - wanted.height / 2;
        } else if (const auto stood = m_kept.gone.find(m_sketch.nodeKeys[node]); stood != m_kept.gone.end()) {
            wanted.x = stood->second.x;
            wanted.y = stood->second.y;
        }
        const auto freeOfNodes = [&](const Rect& rect) {
            return !m_nodes.any(grown(rect, nodeGap - 1), [](std::size_t) { return true; });
        };
        const auto freeOfContexts = [&](const Rect& rect) {
            const Rect box = united(*m_boxes[context], roomOf(rect, context));
            for (std::size_t other = 0; other < m_boxes.size(); ++other)
                if (other != context && m_boxes[other] && m_boxes[other]->intersects(grown(box, rhythm)))
                    return false;
            return true;
        };
        const auto inContext = [&](const Rect& rect) {
            return rect.x >= m_boxes[context]->x + innerPadding &&
                   rect.y >= m_boxes[context]->y + contextTitleHeight;
        };
        Point best = nearestSlot(wanted, m_members[context], columnGap, nodeGap, [&](const Rect& rect) {
            return inContext(rect) && freeOfNodes(rect) && freeOfContexts(rect);
        });
        const auto is = [&](const Point& at, const auto& free) {
            return free(Rect{at.x, at.y, wanted.width, wanted.height});
        };
        const auto inNoOther = [&](const Rect& rect) {
            for (std::size_t other = 0; other < m_boxes.size(); ++other)
                if (other != context && m_boxes[other] && m_boxes[other]->intersects(grown(rect, rhythm)))
                    return false;
            return freeOfNodes(rect);
        };
        // Rather a box that reaches over another one than a node that seems to belong to a neighbour, and
        // rather that than nodes on one another.
        if (!is(best, freeOfNodes) || !is(best, freeOfContexts))
            best = nearestSlot(wanted, everything(), columnGap, nodeGap, inNoOther);
        if (!is(best, freeOfNodes)) best = nearestSlot(wanted, everyNode(), columnGap, nodeGap, freeOfNodes);
        settleNode(node, best);
    }

    /// What is empty will not stay so: others keep away as if it held a small column already.
    Rect roomToGrow(const Rect& box, std::size_t context) const {
        if (m_holds[context]) return box;
        return {box.x, box.y, std::max(box.width, growWidth), std::max(box.height, growHeight)};
    }

    std::vector<Rect> everyNode() const {
        std::vector<Rect> all;
        for (const auto& members : m_members)
            all.insert(all.end(), members.begin(), members.end());
        return all;
    }

    std::vector<Rect> everything() const {
        std::vector<Rect> all = everyNode();
        for (const auto& box : m_boxes)
            if (box) all.push_back(*box);
        return all;
    }

    /// Beside what it is related to, or below everything.
    void addContexts() {
        std::vector<std::vector<std::size_t>> related(m_boxes.size());
        for (const auto& edge : m_sketch.edges) {
            const std::size_t from = m_sketch.contextOf[edge.shape.from];
            const std::size_t to = m_sketch.contextOf[edge.shape.to];
            related[from].push_back(to);
            related[to].push_back(from);
        }
        RectIndex index;
        std::vector<Rect> standing;
        const auto add = [&](std::size_t context) {
            const Rect room = roomToGrow(*m_boxes[context], context);
            index.add(context, room);
            standing.push_back(room);
        };
        for (std::size_t i = 0; i < m_boxes.size(); ++i)
            if (m_boxes[i]) add(i);
        for (std::size_t i = 0; i < m_boxes.size(); ++i) {
            if (m_boxes[i]) continue;
            Rect wanted = m_sketch.contexts[i].rect;
            double count = 0;
            Point sum;
            for (const std::size_t other : related[i])
                if (m_boxes[other]) {
                    sum = {sum.x + m_boxes[other]->x, sum.y + m_boxes[other]->y};
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
            m_boxes[i] = Rect{at.x, at.y, wanted.width, wanted.height};
            put(m_sketch.contextKeys[i], at);
            add(i);
        }
        for (std::size_t node = 0; node < m_sketch.nodes.size(); ++node) {
            if (m_result.nodes.count(m_sketch.nodeKeys[node])) continue;
            const Point home = m_result.nodes.at(m_sketch.contextKeys[m_sketch.contextOf[node]]);
            const Rect& inner = m_sketch.nodes[node].rect;
            put(m_sketch.nodeKeys[node], {home.x + inner.x, home.y + inner.y});
        }
    }

    const Sketch& m_sketch;
    const Positions& m_kept;
    Positions m_result;
    std::vector<std::optional<Rect>> m_boxes; ///< contexts that stand
    std::vector<std::vector<Rect>> m_members; ///< nodes that stand, by context
    std::vector<bool> m_holds;                ///< contexts that have nodes, standing or not
    RectIndex m_nodes;
};

} // namespace

bool needsLayout(const Sketch& sketch, const Positions& kept) {
    const auto stands = [&](const auto& keys, const auto& formers) {
        for (std::size_t i = 0; i < keys.size(); ++i)
            if (kept.wishes.count(keys[i]) || kept.gone.count(keys[i]) ||
                keptPosition(kept, keys[i], formers[i]))
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
