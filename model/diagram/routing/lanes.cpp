// SPDX-License-Identifier: Apache-2.0
#include "diagram/routing/lanes.h"

#include <algorithm>
#include <map>

#include "diagram/routing/stairs.h"

namespace factline::diagram {

namespace {

constexpr double cornerLength = 24; ///< of a piece at its end, where no words stand

/// Where upright pieces stand in a channel, as seen by another: crossings if `a` stands left of `b`.
struct Standing {
    double top = 0;
    double bottom = 0;
    std::vector<double> toLeft; ///< heights of level pieces on its left
    std::vector<double> toRight;
};

int crossings(const Standing& a, const Standing& b) {
    int count = 0;
    for (const double y : a.toRight)
        count += y > b.top && y < b.bottom;
    for (const double y : b.toLeft)
        count += y > a.top && y < a.bottom;
    return count;
}

/// Orders the upright pieces of a channel so that neighbours do not cross needlessly.
void untangle(std::vector<std::size_t>& order, const std::vector<Standing>& standing) {
    for (std::size_t i = 1; i < order.size(); ++i) {
        std::size_t best = i;
        int gain = 0;
        int bestGain = 0;
        for (std::size_t j = i; j-- > 0 && i - j < 64;) {
            gain += crossings(standing[order[j]], standing[order[i]]) -
                    crossings(standing[order[i]], standing[order[j]]);
            if (gain > bestGain) {
                bestGain = gain;
                best = j;
            }
        }
        std::rotate(order.begin() + static_cast<std::ptrdiff_t>(best),
                    order.begin() + static_cast<std::ptrdiff_t>(i),
                    order.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
}

/// Moves a piece that returns so far from the side it returns to that words on it stand clear of that.
void keepOffBorder(Upright& upright, double half) {
    if (!upright.returns) return;
    const double aside = std::max(0.0, half - farFromBorder + 4);
    if (upright.fromLeft)
        upright.left = std::min(upright.left + aside, upright.right);
    else
        upright.right = std::max(upright.right - aside, upright.left);
}

/// Makes room for words around the longest of a line's level pieces, if that is long enough for them.
bool keepRoom(std::vector<Lane>& levels, std::size_t first, std::size_t last, const Size& words) {
    const auto length = [](const Lane& lane) { return lane.spanEnd - lane.spanBegin; };
    const auto best = std::max_element(levels.begin() + static_cast<std::ptrdiff_t>(first),
                                       levels.begin() + static_cast<std::ptrdiff_t>(last),
                                       [&](const Lane& a, const Lane& b) { return length(a) < length(b); });
    if (first == last || length(*best) < words.width + 2 * cornerLength) return false;
    best->room = words.height + 2;
    return true;
}

} // namespace

std::vector<std::vector<Point>> layLanes(const Space& space, const std::vector<Way>& ways,
                                         const std::vector<Size>& words) {
    const std::vector<Stair> stairs = stairsOf(space, ways);
    std::vector<std::pair<std::size_t, std::size_t>> levelOf; // line, number of its piece
    std::vector<std::pair<std::size_t, std::size_t>> uprightOf;
    for (std::size_t line = 0; line < ways.size(); ++line) {
        for (std::size_t i = 0; i < stairs[line].levels.size(); ++i)
            levelOf.emplace_back(line, i);
        for (std::size_t i = 0; i < stairs[line].uprights.size(); ++i)
            uprightOf.emplace_back(line, i);
    }

    // Level pieces: where two want one height, the one that goes on further up lies above.
    std::vector<Lane> levels;
    std::vector<double> heading;
    for (const auto& [line, i] : levelOf) {
        const Stair& stair = stairs[line];
        const auto middle = [](const Upright& upright) { return (upright.left + upright.right) / 2; };
        const double a = i == 0 ? stair.beginX : middle(stair.uprights[i - 1]);
        const double b = i == stair.uprights.size() ? stair.endX : middle(stair.uprights[i]);
        const Level& level = stair.levels[i];
        levels.push_back({level.low, level.high, level.wanted, std::min(a, b), std::max(a, b), 0, 0});
        double sum = 0;
        if (i > 0) sum += stair.levels[i - 1].wanted - level.wanted;
        if (i + 1 < stair.levels.size()) sum += stair.levels[i + 1].wanted - level.wanted;
        heading.push_back(sum);
    }
    std::vector<std::size_t> levelOrder(levels.size());
    for (std::size_t i = 0; i < levelOrder.size(); ++i)
        levelOrder[i] = i;
    std::stable_sort(levelOrder.begin(), levelOrder.end(),
                     [&](std::size_t a, std::size_t b) { return heading[a] < heading[b]; });
    std::vector<bool> placed(ways.size(), false); // lines whose words have a piece
    for (std::size_t line = 0, first = 0; line < ways.size(); ++line) {
        const std::size_t last = first + stairs[line].levels.size();
        if (words[line].width > 0) placed[line] = keepRoom(levels, first, last, words[line]);
        first = last;
    }
    spread(levels, levelOrder);
    std::vector<std::vector<double>> height(ways.size());
    for (std::size_t i = 0; i < levelOf.size(); ++i)
        height[levelOf[i].first].push_back(levels[i].at);

    // Upright pieces: by channel, in an order that spares crossings.
    std::vector<Lane> uprights;
    std::vector<Standing> standing;
    std::map<std::pair<double, double>, std::vector<std::size_t>> channels;
    for (const auto& [line, i] : uprightOf) {
        const double before = height[line][i];
        const double after = height[line][i + 1];
        Upright upright = stairs[line].uprights[i];
        Standing stand{std::min(before, after), std::max(before, after), {}, {}};
        (upright.fromLeft ? stand.toLeft : stand.toRight).push_back(before);
        (upright.toRight ? stand.toRight : stand.toLeft).push_back(after);
        const bool bears =
            words[line].width > 0 && !placed[line] && stand.bottom - stand.top > 2 * cornerLength;
        placed[line] = placed[line] || bears;
        if (bears) keepOffBorder(upright, words[line].width / 2);
        const double wanted = upright.returns ? (upright.fromLeft ? upright.left : upright.right)
                                              : (upright.left + upright.right) / 2;
        channels[{wanted, upright.right}].push_back(uprights.size());
        uprights.push_back(
            {upright.left, upright.right, wanted, stand.top, stand.bottom, 0, bears ? words[line].width : 0});
        standing.push_back(std::move(stand));
    }
    std::vector<std::size_t> uprightOrder;
    for (auto& [channel, members] : channels) {
        std::stable_sort(members.begin(), members.end(), [&](std::size_t a, std::size_t b) {
            return standing[a].bottom - standing[a].top < standing[b].bottom - standing[b].top;
        });
        untangle(members, standing);
        uprightOrder.insert(uprightOrder.end(), members.begin(), members.end());
    }
    spread(uprights, uprightOrder);
    std::vector<std::vector<double>> place(ways.size());
    for (std::size_t i = 0; i < uprightOf.size(); ++i)
        place[uprightOf[i].first].push_back(uprights[i].at);

    std::vector<std::vector<Point>> lines(ways.size());
    for (std::size_t line = 0; line < ways.size(); ++line) {
        if (ways[line].cells.empty()) continue;
        auto& corners = lines[line];
        corners.push_back({stairs[line].beginX, height[line][0]});
        for (std::size_t i = 0; i < place[line].size(); ++i) {
            corners.push_back({place[line][i], height[line][i]});
            corners.push_back({place[line][i], height[line][i + 1]});
        }
        corners.push_back({stairs[line].endX, height[line].back()});
    }
    return lines;
}

} // namespace factline::diagram
