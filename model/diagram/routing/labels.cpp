// SPDX-License-Identifier: Apache-2.0
#include "diagram/routing/labels.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "diagram/rects.h"
#include "diagram/routing/rect_index.h"

namespace factline::diagram {

namespace {

constexpr double keepOff = 3; ///< between words and nodes or other words

// Where a line is not yet or no longer straight, from its corners and its head on.
constexpr double bendAcross = 36;
constexpr double bendAlong = 24;
constexpr double headLength = 14;

// What places cost; the least wins.
constexpr double offMiddle = 24; ///< for each length of the line that words stand away from its middle
constexpr double onUpright = 6;
constexpr double onCorner = 25;
constexpr double onHead = 80;
constexpr double besideLine = 45;
constexpr double overLine = 1000; ///< for each other line: more than all else together
constexpr double nearLine = 20; ///< for each other line that passes so near that it seems to end at the words
constexpr double nearness = 6;

Rect boxOf(Point a, Point b) {
    return {std::min(a.x, b.x) - 0.5, std::min(a.y, b.y) - 0.5, std::abs(a.x - b.x) + 1,
            std::abs(a.y - b.y) + 1};
}

/// Finds places for words one after another.
class Placing {
public:
    Placing(const std::vector<ContextShape>& contexts, const std::vector<NodeShape>& nodes,
            const std::vector<std::vector<Point>>& paths)
        : m_contexts(contexts) {
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            m_taken.add(i, grown(nodes[i].rect, keepOff));
            if (!nodes[i].badges.empty()) addBadges(i, nodes[i].rect);
        }
        for (std::size_t i = 0; i < contexts.size(); ++i) {
            const Rect& rect = contexts[i].rect;
            m_taken.add(nodes.size() + i, {rect.x, rect.y, rect.width, contextTitleHeight - 8});
            if (!contexts[i].badges.empty()) addBadges(nodes.size() + i, rect);
            m_borders.add(i, rect);
        }
        for (std::size_t line = 0; line < paths.size(); ++line)
            addLine(line, paths[line]);
    }

    std::optional<Rect> place(std::size_t line, const std::vector<Point>& corners, const LineWords& words) {
        Place best = bestOf(line, candidatesOn(corners, words.size, usual), usual);
        if (best.cost >= overLine) {
            const Place closer = bestOf(line, candidatesOn(corners, words.size, close), close);
            if (closer.cost < best.cost) best = closer;
        }
        if (!best.rect || (best.cost >= overLine && words.mayBeLeftOut)) return {};
        m_words.add(line, grown(*best.rect, keepOff));
        return best.rect;
    }

private:
    /// How thoroughly places are looked for.
    struct Care {
        double step;  ///< the least between two places on a line
        double steps; ///< the most on one piece of it
        double apart; ///< between words beside their line and other lines
    };
    static constexpr Care usual{6, 40, 3};
    static constexpr Care close{2, 200, 1}; ///< where the usual places all lie over other lines

    static constexpr double impossible = std::numeric_limits<double>::max();

    struct Place {
        std::optional<Rect> rect;
        double cost = impossible;
    };

    struct Candidate {
        Rect rect;
        double cost = 0;     ///< for where on its line it is
        bool beside = false; ///< not on its line, but along it
    };

    Place bestOf(std::size_t line, std::vector<Candidate> candidates, const Care& care) const {
        std::stable_sort(candidates.begin(), candidates.end(),
                         [](const Candidate& a, const Candidate& b) { return a.cost < b.cost; });
        Place best;
        for (const Candidate& candidate : candidates) {
            if (candidate.cost >= best.cost) break;
            const double cost = candidate.cost + costOf(line, candidate, care);
            if (cost < best.cost) best = {candidate.rect, cost};
        }
        return best;
    }

    void addLine(std::size_t line, const std::vector<Point>& path) {
        constexpr int parts = 5; // of a bend
        for (std::size_t i = 0; i + 3 < path.size(); i += 3) {
            const bool straight =
                std::abs(path[i].x - path[i + 3].x) < 0.01 || std::abs(path[i].y - path[i + 3].y) < 0.01;
            Point before = path[i];
            for (int part = 1; !straight && part < parts; ++part) {
                const double t = static_cast<double>(part) / parts;
                const double u = 1 - t;
                const auto mix = [&](double a, double b, double c, double d) {
                    return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
                };
                const Point now{mix(path[i].x, path[i + 1].x, path[i + 2].x, path[i + 3].x),
                                mix(path[i].y, path[i + 1].y, path[i + 2].y, path[i + 3].y)};
                m_lines.add(line, boxOf(before, now));
                before = now;
            }
            m_lines.add(line, boxOf(before, path[i + 3]));
        }
    }

    /// Badges straddle the edges of shapes at three of their corners.
    void addBadges(std::size_t id, const Rect& rect) {
        const double half = badgeHeight / 2;
        const double wide = std::min(72.0, rect.width * 0.4);
        m_taken.add(id, {rect.right() - wide, rect.y - half, wide, badgeHeight});
        m_taken.add(id, {rect.right() - wide, rect.bottom() - half, wide, badgeHeight});
        m_taken.add(id, {rect.x - half, rect.y - half, wide, badgeHeight});
    }

    /// Places along a line, the middle of long level pieces first.
    static std::vector<Candidate> candidatesOn(const std::vector<Point>& corners, const Size& size,
                                               const Care& care) {
        double whole = 0;
        for (std::size_t i = 0; i + 1 < corners.size(); ++i)
            whole += std::hypot(corners[i + 1].x - corners[i].x, corners[i + 1].y - corners[i].y);
        std::vector<Candidate> result;
        double before = 0;
        for (std::size_t i = 0; i + 1 < corners.size(); ++i) {
            const Point a = corners[i];
            const Point b = corners[i + 1];
            const bool level = std::abs(a.y - b.y) < 0.5;
            const double piece = std::hypot(b.x - a.x, b.y - a.y);
            const double half = (level ? size.width : size.height) / 2;
            const double step = std::max(care.step, piece / care.steps);
            const double aside = level ? size.height / 2 + 2 : size.width / 2 + 3;
            for (double at = step; at < piece; at += step) {
                const Point centre{a.x + (b.x - a.x) * at / piece, a.y + (b.y - a.y) * at / piece};
                double cost = offMiddle * std::abs((before + at) / whole - 0.5) + (level ? 0 : onUpright);
                const double bend = level ? bendAcross : bendAlong;
                const bool last = i + 2 == corners.size();
                const bool corner =
                    at < half + (i == 0 ? 8 : bend) || piece - at < half + (last ? headLength : bend);
                const bool head = last && piece - at < half + headLength;
                if (corner) cost += onCorner;
                for (const double shift : {0.0, -aside, aside}) {
                    const Rect rect{centre.x - size.width / 2 + (level ? 0 : shift),
                                    centre.y - size.height / 2 + (level ? shift : 0), size.width,
                                    size.height};
                    result.push_back({rect,
                                      cost + (shift != 0 ? besideLine
                                              : head     ? onHead
                                                         : 0),
                                      shift != 0});
                }
            }
            before += piece;
        }
        return result;
    }

    double costOf(std::size_t line, const Candidate& candidate, const Care& care) const {
        const Rect& rect = candidate.rect;
        const auto always = [](std::size_t) { return true; };
        if (m_taken.any(rect, always) || m_words.any(rect, always)) return impossible;
        double cost = 0;
        const Rect around = grown(rect, keepOff);
        m_borders.any(around, [&](std::size_t context) {
            const Rect& box = m_contexts[context].rect;
            const bool within = around.x > box.x && around.right() < box.right() && around.y > box.y &&
                                around.bottom() < box.bottom();
            cost = std::max(cost, within ? 40.0 : 60.0);
            return false;
        });
        const std::size_t crossed = othersIn(candidate.beside ? grown(rect, care.apart) : rect, line);
        const std::size_t near = othersIn(grown(rect, nearness), line);
        return cost + overLine * static_cast<double>(crossed) +
               nearLine * static_cast<double>(near - std::min(near, crossed));
    }

    /// How many other lines pass through a rectangle.
    std::size_t othersIn(const Rect& rect, std::size_t line) const {
        std::vector<std::size_t> found;
        m_lines.any(rect, [&](std::size_t other) {
            if (other != line && std::find(found.begin(), found.end(), other) == found.end())
                found.push_back(other);
            return false;
        });
        return found.size();
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
                                             const std::vector<std::vector<Point>>& paths,
                                             const std::vector<LineWords>& words) {
    Placing placing(contexts, nodes, paths);
    std::vector<std::optional<Rect>> result(lines.size());
    std::vector<std::size_t> order; // those with least choice first
    std::vector<double> choice(lines.size());
    for (std::size_t line = 0; line < lines.size(); ++line) {
        if (words[line].size.width <= 0 || lines[line].size() < 2) continue;
        order.push_back(line);
        choice[line] = -words[line].size.width;
        for (std::size_t i = 0; i + 1 < lines[line].size(); ++i)
            choice[line] += std::abs(lines[line][i + 1].x - lines[line][i].x) +
                            std::abs(lines[line][i + 1].y - lines[line][i].y) / 4;
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return choice[a] < choice[b]; });
    for (const std::size_t line : order)
        result[line] = placing.place(line, lines[line], words[line]);
    return result;
}

} // namespace factline::diagram
