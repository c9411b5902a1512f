// SPDX-License-Identifier: Apache-2.0
#include "diagram/boxes.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "diagram/rects.h"
#include "diagram/routing/rect_index.h"

namespace factline::diagram {

namespace {

/// A picture in which more contexts than these stand on others was put together by no edit of this program;
/// it is left as it is.
constexpr std::size_t mostInConflict = 64;

std::optional<Rect> around(const Unboxed& context) {
    std::optional<Rect> all = context.title;
    for (const Rect& room : context.rooms)
        all = all ? united(*all, room) : room;
    return all;
}

std::vector<std::size_t> inConflict(const std::vector<std::optional<Rect>>& whole) {
    RectIndex index;
    for (std::size_t i = 0; i < whole.size(); ++i)
        if (whole[i]) index.add(i, *whole[i]);
    std::vector<std::size_t> result;
    for (std::size_t i = 0; i < whole.size(); ++i)
        if (whole[i] && index.any(*whole[i], [&](std::size_t other) { return other != i; }))
            result.push_back(i);
    return result;
}

std::vector<std::size_t> byDistance(const std::vector<Rect>& rooms, const Point& from) {
    std::vector<std::size_t> order(rooms.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return std::hypot(rooms[a].x - from.x, rooms[a].y - from.y) <
               std::hypot(rooms[b].x - from.x, rooms[b].y - from.y);
    });
    return order;
}

/// What a context is not to reach over: the boxes of others or, as long as they have none, what they hold.
class Occupied {
public:
    explicit Occupied(const std::vector<Unboxed>& contexts)
        : m_whole(contexts.size())
        , m_rects(contexts.size()) {
        for (std::size_t i = 0; i < contexts.size(); ++i)
            m_whole[i] = around(contexts[i]);
    }
    const std::vector<std::optional<Rect>>& whole() const { return m_whole; }
    void set(std::size_t context, std::vector<Rect> rects) { m_rects[context] = std::move(rects); }
    bool leaves(const Rect& rect, std::size_t self) const {
        const auto meets = [&](const Rect& other) { return other.intersects(rect); };
        for (std::size_t i = 0; i < m_whole.size(); ++i)
            if (i != self && m_whole[i] && meets(*m_whole[i]) && std::ranges::any_of(m_rects[i], meets))
                return false;
        return true;
    }

private:
    std::vector<std::optional<Rect>> m_whole;
    std::vector<std::vector<Rect>> m_rects;
};

} // namespace

std::vector<Box> boxesAround(const std::vector<Unboxed>& contexts) {
    Occupied occupied(contexts);
    std::vector<std::size_t> split = inConflict(occupied.whole());
    if (split.size() > mostInConflict) split.clear();
    std::vector<Box> boxes;
    for (std::size_t i = 0; i < contexts.size(); ++i) {
        if (!occupied.whole()[i]) continue;
        if (std::ranges::binary_search(split, i)) {
            std::vector<Rect> apart = contexts[i].rooms;
            if (contexts[i].title) apart.push_back(*contexts[i].title);
            occupied.set(i, std::move(apart));
            continue;
        }
        occupied.set(i, {*occupied.whole()[i]});
        boxes.push_back({i, std::vector<std::size_t>(contexts[i].rooms.size()), *occupied.whole()[i]});
        std::iota(boxes.back().rooms.begin(), boxes.back().rooms.end(), std::size_t{0});
    }
    for (const std::size_t i : split) {
        std::vector<Box> own;
        if (contexts[i].title) own.push_back({i, {}, *contexts[i].title});
        const Rect& begin = contexts[i].title ? *contexts[i].title : contexts[i].rooms.front();
        for (const std::size_t room : byDistance(contexts[i].rooms, {begin.x, begin.y})) {
            const Rect& rect = contexts[i].rooms[room];
            const auto fits = [&](const Box& box) { return occupied.leaves(united(box.rect, rect), i); };
            auto box = std::ranges::find_if(own, fits);
            if (box == own.end()) box = own.insert(own.end(), Box{i, {}, rect});
            box->rect = united(box->rect, rect);
            box->rooms.push_back(room);
        }
        std::vector<Rect> rects;
        rects.reserve(own.size());
        for (const Box& box : own)
            rects.push_back(box.rect);
        occupied.set(i, std::move(rects));
        boxes.insert(boxes.end(), own.begin(), own.end());
    }
    return boxes;
}

} // namespace factline::diagram
