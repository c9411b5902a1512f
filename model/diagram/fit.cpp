// SPDX-License-Identifier: Apache-2.0
#include "diagram/fit.h"

#include <algorithm>
#include <optional>

#include "diagram/boxes.h"
#include "diagram/rects.h"
#include "diagram/routing/rect_index.h"
#include "diagram/wrap.h"

namespace factline::diagram {

namespace {

constexpr double titleLeast = nodeWidthTight; ///< a context's box is as wide as that in any case

/// Which way two shapes that lie on each other are parted: shapes grow to the right and downward from their
/// place, so it is the left or the upper one that gives way.
struct Parting {
    bool firstGives = true;
    bool inWidth = true;
    double most = 0; ///< width or height that is left
};

/// The parting that costs least; nothing where the least sizes lie on each other already.
std::optional<Parting> parted(const Rect& first, const Size& firstLeast, const Rect& second,
                              const Size& secondLeast) {
    std::optional<Parting> best;
    double bestLoss = 1;
    const auto consider = [&](bool firstGives, bool inWidth, double way, double least, double now) {
        if (way < least) return;
        const double most = std::max(least, way - rhythm);
        const double loss = 1 - most / now;
        if (!best || loss < bestLoss) best = Parting{firstGives, inWidth, most};
        bestLoss = std::min(bestLoss, loss);
    };
    consider(true, true, second.x - first.x, firstLeast.width, first.width);
    consider(false, true, first.x - second.x, secondLeast.width, second.width);
    consider(true, false, second.y - first.y, firstLeast.height, first.height);
    consider(false, false, first.y - second.y, secondLeast.height, second.height);
    return best;
}

/// Limits the shapes of a sketch step by step: boxes, nodes among each other, boxes among each other, labels.
class Fitting {
public:
    Fitting(const Sketch& sketch, const Positions& places, const TextMeasure& measure)
        : m_given(sketch)
        , m_measure(measure) {
        for (std::size_t i = 0; i < sketch.contexts.size(); ++i)
            m_titles.push_back(findPlace(places, sketch.contextKeys[i], sketch.formerContextKeys[i]));
        for (std::size_t i = 0; i < sketch.nodes.size(); ++i) {
            const Point* at = findPlace(places, sketch.nodeKeys[i], sketch.formerNodeKeys[i]);
            m_stands.push_back(at != nullptr);
            const Rect& wanted = sketch.nodes[i].rect;
            m_rects.push_back(at ? Rect{at->x, at->y, wanted.width, wanted.height} : Rect{});
            m_least.push_back({std::min(wanted.width, nodeWidthTight), leastHeight(i)});
            if (at) m_index.add(i, m_rects[i]);
        }
    }

    /// Nothing where everything has room.
    std::optional<Sketch> run() {
        if (nodesAreFree() && boxesAreFree(gathered(false))) return std::nullopt;
        m_sketch = m_given;
        takeBoxes(boxesAround(gathered(true)));
        limitNodes();
        limitBoxes();
        for (std::size_t i = 0; i < m_sketch.nodes.size(); ++i)
            if (m_stands[i]) label(i);
        return std::move(m_sketch);
    }

private:
    double leastHeight(std::size_t node) const {
        const auto& shape = m_given.nodes[node];
        const Insets insets = labelInsets(shape.key.kind);
        const double line =
            m_measure.measure(shape.lines.empty() ? "" : shape.lines.front(), roleOf(shape)).height;
        return std::min(shape.rect.height, onRhythm(insets.top + insets.bottom + line));
    }
    static TextRole roleOf(const NodeShape& shape) {
        return shape.key.kind == ElementKind::Event ? TextRole::EventLabel : TextRole::NodeLabel;
    }

    /// What each context holds that stands, as it wants to be or as small as it can be.
    std::vector<Unboxed> gathered(bool least) {
        std::vector<Unboxed> contexts(m_titles.size());
        m_members.assign(m_titles.size(), {});
        for (std::size_t i = 0; i < m_titles.size(); ++i) {
            if (!m_titles[i]) continue;
            const Size& size = m_given.leastSize[i];
            contexts[i].title = Rect{m_titles[i]->x, m_titles[i]->y,
                                     least ? std::min(size.width, titleLeast) : size.width, size.height};
        }
        for (std::size_t i = 0; i < m_rects.size(); ++i) {
            if (!m_stands[i]) continue;
            const std::size_t context = m_given.contextOf[i];
            Rect rect = m_rects[i];
            if (least) rect.width = m_least[i].width, rect.height = m_least[i].height;
            contexts[context].rooms.push_back(
                roomOf(rect, least ? innerPadding : m_given.rightPadding[context]));
            m_members[context].push_back(i);
        }
        return contexts;
    }

    bool nodesAreFree() const {
        for (std::size_t i = 0; i < m_rects.size(); ++i)
            if (m_stands[i] && m_index.any(m_rects[i], [&](std::size_t other) { return other != i; }))
                return false;
        return true;
    }

    static bool boxesAreFree(const std::vector<Unboxed>& contexts) {
        RectIndex index;
        for (std::size_t i = 0; i < contexts.size(); ++i) {
            std::optional<Rect> box = contexts[i].title;
            for (const Rect& room : contexts[i].rooms)
                box = box ? united(*box, room) : room;
            if (!box) continue;
            if (index.any(*box, [](std::size_t) { return true; })) return false;
            index.add(i, *box);
        }
        return true;
    }

    /// Each box becomes a context of the sketch, the first one of each its own.
    void takeBoxes(const std::vector<Box>& boxes) {
        std::vector<bool> first(m_titles.size(), true);
        for (const Box& box : boxes) {
            std::vector<std::size_t> nodes;
            nodes.reserve(box.rooms.size());
            for (const std::size_t room : box.rooms)
                nodes.push_back(m_members[box.context][room]);
            std::size_t at = box.context;
            if (!first[box.context]) {
                at = m_sketch.contexts.size();
                ContextShape shape = m_sketch.contexts[box.context];
                shape.title += " (continued)";
                shape.badges.clear();
                m_sketch.contexts.push_back(std::move(shape));
                m_sketch.leastSize.push_back({});
                m_sketch.rightPadding.push_back(m_sketch.rightPadding[box.context]);
                m_sketch.contextKeys.emplace_back();
                m_sketch.formerContextKeys.emplace_back();
                m_titles.push_back(nullptr);
                for (const std::size_t node : nodes)
                    m_sketch.contextOf[node] = at;
            }
            first[box.context] = false;
            m_boxes.push_back({at, std::move(nodes), box.rect});
        }
    }

    void limitNodes() {
        for (std::size_t i = 0; i < m_rects.size(); ++i) {
            if (!m_stands[i]) continue;
            (void)m_index.any(m_rects[i], [&](std::size_t other) {
                if (other == i || !m_rects[i].intersects(m_rects[other])) return false;
                const auto parting = parted(m_rects[i], m_least[i], m_rects[other], m_least[other]);
                if (!parting) return false;
                Rect& gives = m_rects[parting->firstGives ? i : other];
                (parting->inWidth ? gives.width : gives.height) = parting->most;
                return false;
            });
        }
    }

    /// The box around what it holds as large as that is now.
    Rect boxNow(const Box& box) const {
        std::optional<Rect> all;
        if (const Point* title = m_titles[box.context])
            all = Rect{title->x, title->y, m_sketch.leastSize[box.context].width,
                       m_sketch.leastSize[box.context].height};
        for (const std::size_t node : box.rooms) {
            const Rect room = roomOf(m_rects[node], m_sketch.rightPadding[box.context]);
            all = all ? united(*all, room) : room;
        }
        return *all;
    }

    void limitBoxes() {
        std::vector<Rect> now;
        RectIndex index;
        for (const Box& box : m_boxes) {
            now.push_back(boxNow(box));
            index.add(now.size() - 1, now.back());
        }
        const auto leastOf = [&](std::size_t i) {
            return Size{m_boxes[i].rect.width, m_boxes[i].rect.height};
        };
        for (std::size_t i = 0; i < m_boxes.size(); ++i)
            (void)index.any(now[i], [&](std::size_t other) {
                if (other == i || !now[i].intersects(now[other])) return false;
                const auto parting = parted(now[i], leastOf(i), now[other], leastOf(other));
                if (!parting) return false;
                const std::size_t gives = parting->firstGives ? i : other;
                (parting->inWidth ? limitWidth(gives, parting->most)
                                  : limitHeight(gives, parting->most, now[gives].y));
                now[gives] = boxNow(m_boxes[gives]);
                return false;
            });
    }

    void limitWidth(std::size_t box, double most) {
        const std::size_t context = m_boxes[box].context;
        const double right = m_boxes[box].rect.x + most;
        double widest = m_boxes[box].rect.x;
        for (const std::size_t node : m_boxes[box].rooms) {
            Rect& rect = m_rects[node];
            rect.width = std::min(rect.width, right - innerPadding - rect.x);
            widest = std::max(widest, rect.right());
        }
        double& padding = m_sketch.rightPadding[context];
        padding = std::clamp(right - widest, innerPadding, std::max(innerPadding, padding));
        if (const Point* title = m_titles[context]) {
            double& width = m_sketch.leastSize[context].width;
            if (title->x + width > right) width = right - title->x, shortenTitle(context, width);
        }
    }

    void limitHeight(std::size_t box, double most, double top) {
        for (const std::size_t node : m_boxes[box].rooms) {
            Rect& rect = m_rects[node];
            rect.height = std::min(rect.height, top + most - innerPadding - rect.y);
        }
    }

    void shortenTitle(std::size_t context, double width) {
        ContextShape& shape = m_sketch.contexts[context];
        const double room = width - 2 * contextPadding;
        const double team = shape.team.empty() ? 0 : 16 + m_measure.measure(shape.team, TextRole::Team).width;
        if (m_measure.measure(shape.title, TextRole::ContextTitle).width + team <= room) return;
        shape.team.clear();
        shape.title = elideMiddle(shape.title, room, m_measure, TextRole::ContextTitle);
    }

    /// Wraps the label anew, on two lines where there is room below.
    void label(std::size_t node) {
        NodeShape& shape = m_sketch.nodes[node];
        Rect& rect = m_rects[node];
        if (rect.width == shape.rect.width && rect.height == shape.rect.height) return;
        const Insets insets = labelInsets(shape.key.kind);
        const double room = rect.width - insets.left - insets.right;
        shape.lines = wrapLabel(shape.fullName, room, m_measure, roleOf(shape));
        double height = insets.top + insets.bottom;
        for (const auto& line : shape.lines)
            height += m_measure.measure(line, roleOf(shape)).height;
        if (height > rect.height) {
            Rect taller = rect;
            taller.height = onRhythm(height);
            if (isFree(node, taller)) {
                rect = taller;
                m_index.add(node, rect);
            } else {
                shape.lines = {elideMiddle(shape.fullName, room, m_measure, roleOf(shape))};
            }
        }
        shape.rect.width = rect.width;
        shape.rect.height = rect.height;
    }

    /// Free of other nodes, and its box need not grow for it.
    bool isFree(std::size_t node, const Rect& rect) const {
        const auto box = std::ranges::find(m_boxes, m_sketch.contextOf[node], &Box::context);
        if (rect.bottom() + innerPadding > boxNow(*box).bottom()) return false;
        return !m_index.any(grown(rect, rhythm - 1), [&](std::size_t other) {
            return other != node && grown(rect, rhythm - 1).intersects(m_rects[other]);
        });
    }

    const Sketch& m_given;
    Sketch m_sketch; ///< with less room
    const TextMeasure& m_measure;
    std::vector<const Point*> m_titles; ///< of contexts; null: has no place
    std::vector<bool> m_stands;         ///< nodes that have a place
    std::vector<Rect> m_rects;          ///< of nodes, as large as they are to be
    std::vector<Size> m_least;
    std::vector<std::vector<std::size_t>> m_members;
    std::vector<Box> m_boxes; ///< `context` and `rooms` are indices into the sketch; `rect` the least
    RectIndex m_index;        ///< of nodes as large as they wanted to be
};

} // namespace

Sketch fitted(Sketch sketch, const Positions& places, const TextMeasure& measure) {
    if (auto changed = refitted(sketch, places, measure)) return *std::move(changed);
    return sketch;
}

std::optional<Sketch> refitted(const Sketch& sketch, const Positions& places, const TextMeasure& measure) {
    return Fitting(sketch, places, measure).run();
}

} // namespace factline::diagram
