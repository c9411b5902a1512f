// SPDX-License-Identifier: Apache-2.0
#include "diagram/routing/labels.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "diagram/routing/rect_index.h"

namespace factline::diagram {

namespace {

constexpr double keepOff = 3; ///< between words and nodes or other words

Rect grown(const Rect& rect, double by) {
    return {rect.x - by, rect.y - by, rect.width + 2 * by, rect.height + 2 * by};
}

Rect boxOf(Point a, Point b) {
    return {std::min(a.x, b.x) - 0.5, std::min(a.y, b.y) - 0.5, std::abs(a.x - b.x) + 1,
            std::abs(a.y - b.y) + 1};
}

/// Finds places for words one after another.
class Placing {
public:
    Placing(const std::vector<ContextShape>& contexts, const std::vector<NodeShape>& nodes,
            const std::vector<std::vector<Point>>& lines)
        : m_contexts(contexts) {
        for (std::size_t i = 0; i < nodes.size(); ++i)
            m_taken.add(i, grown(nodes[i].rect, keepOff));
        for (std::size_t i = 0; i < contexts.size(); ++i) {
            const Rect& rect = contexts[i].rect;
            m_taken.add(nodes.size() + i, {rect.x, rect.y, rect.width, contextTitleHeight - 8});
            m_borders.add(i, rect);
        }
        for (std::size_t line = 0; line < lines.size(); ++line)
            for (std::size_t i = 0; i + 1 < lines[line].size(); ++i)
                m_lines.add(line, boxOf(lines[line][i], lines[line][i + 1]));
    }

    std::optional<Rect> place(std::size_t line, const std::vector<Point>& corners, const Size& size) {
        double whole = 0;
        for (std::size_t i = 0; i + 1 < corners.size(); ++i)
            whole += std::hypot(corners[i + 1].x - corners[i].x, corners[i + 1].y - corners[i].y);
        std::optional<Rect> best;
        double bestCost = std::numeric_limits<double>::max();
        double before = 0;
        for (std::size_t i = 0; i + 1 < corners.size(); ++i) {
            const Point a = corners[i];
            const Point b = corners[i + 1];
            const bool level = std::abs(a.y - b.y) < 0.5;
            const double piece = std::hypot(b.x - a.x, b.y - a.y);
            const double step = std::max(6.0, piece / 24);
            for (double at = step; at < piece; at += step) {
                const Point centre{a.x + (b.x - a.x) * at / piece, a.y + (b.y - a.y) * at / piece};
                const Rect rect{centre.x - size.width / 2, centre.y - size.height / 2, size.width,
                                size.height};
                const double half = (level ? size.width : size.height) / 2;
                double cost = 24 * std::abs((before + at) / whole - 0.5) + (level ? 0 : 6);
                if (at < half + 8 || piece - at < half + 14) cost += 25; // a corner or an end under the words
                if (cost >= bestCost) continue;
                cost += costOf(line, rect);
                if (cost < bestCost) {
                    bestCost = cost;
                    best = rect;
                }
            }
            before += piece;
        }
        if (best) m_words.add(line, grown(*best, keepOff));
        return best;
    }

private:
    double costOf(std::size_t line, const Rect& rect) const {
        constexpr double impossible = std::numeric_limits<double>::max();
        const auto always = [](std::size_t) { return true; };
        if (m_taken.any(rect, always) || m_words.any(rect, always)) return impossible;
        double cost = 0;
        m_borders.any(rect, [&](std::size_t context) {
            const Rect& box = m_contexts[context].rect;
            const bool within = rect.x > box.x && rect.right() < box.right() && rect.y > box.y &&
                                rect.bottom() < box.bottom();
            cost = std::max(cost, within ? 40.0 : 60.0);
            return false;
        });
        std::vector<std::size_t> crossed;
        m_lines.any(rect, [&](std::size_t other) {
            if (other != line && std::find(crossed.begin(), crossed.end(), other) == crossed.end())
                crossed.push_back(other);
            return false;
        });
        return cost + 14 * static_cast<double>(crossed.size());
    }

    const std::vector<ContextShape>& m_contexts;
    RectIndex m_taken; ///< nodes and titles
    RectIndex m_words;
    RectIndex m_lines;
    RectIndex m_borders;
};

} // namespace

std::vector<std::optional<Rect>> placeLabels(const std::vector<ContextShape>& contexts,
                                             const std::vector<NodeShape>& nodes,
                                             const std::vector<std::vector<Point>>& lines,
                                             const std::vector<Size>& sizes) {
    Placing placing(contexts, nodes, lines);
    std::vector<std::optional<Rect>> result(lines.size());
    for (std::size_t line = 0; line < lines.size(); ++line)
        if (sizes[line].width > 0 && lines[line].size() >= 2)
            result[line] = placing.place(line, lines[line], sizes[line]);
    return result;
}

} // namespace factline::diagram
