// SPDX-License-Identifier: Apache-2.0
#include "diagram/routing/lanes.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "diagram/spacing.h"

namespace factline::diagram {

namespace {

constexpr double farFromBorder = 14; ///< that upright pieces keep from shapes, where there is room
constexpr double cornerLength = 24;  ///< of a piece at its end, where no words stand
constexpr double besideReturn = 56;  ///< how far a line goes that comes back to the side it came from

/// A level piece: it passes several gates at one height.
struct Level {
    double low = 0;
    double high = 0;
    double wanted = 0;
};

/// An upright piece: inside a cell, between two level ones.
struct Upright {
    double left = 0;
    double right = 0;
    bool returns = false;  ///< both level pieces lie on one side of it
    bool fromLeft = false; ///< the level piece before it lies to its left
    bool toRight = false;  ///< the level piece after it lies to its right
};

/// A line as level and upright pieces in turn, beginning and ending with a level one.
struct Stair {
    std::vector<Level> levels;
    std::vector<Upright> uprights;
    double beginX = 0;
    double endX = 0;
};

bool returnsIn(const Way& way, std::size_t cell) {
    return way.gates[cell].x == way.gates[cell + 1].x;
}

/// How many lines pass each gate of each way.
std::vector<std::vector<int>> linesThroughGates(const std::vector<Way>& ways) {
    const auto key = [](const Portal& gate) { return std::tuple{gate.x, gate.low, gate.high}; };
    std::map<std::tuple<double, double, double>, int> counts;
    for (const Way& way : ways)
        for (const Portal& gate : way.gates)
            ++counts[key(gate)];
    std::vector<std::vector<int>> result;
    for (const Way& way : ways) {
        auto& lines = result.emplace_back();
        for (const Portal& gate : way.gates)
            lines.push_back(counts.at(key(gate)));
    }
    return result;
}

/// The last gate that a level piece beginning at `first` can pass, without squeezing the lines of a wide gate
/// into a narrow one. `lines`: how many pass each gate.
std::size_t furthest(const Way& way, const std::vector<int>& lines, std::size_t first) {
    double low = way.gates[first].low;
    double high = way.gates[first].high;
    int together = lines[first];
    std::size_t last = first;
    while (last + 1 < way.gates.size() && !returnsIn(way, last)) {
        const Portal& next = way.gates[last + 1];
        const double most = std::min(high - low, next.high - next.low);
        low = std::max(low, next.low);
        high = std::min(high, next.high);
        together = std::min(together, lines[last + 1]);
        if (high - low < std::clamp(laneGap * (together - 1), 1.0, std::max(1.0, 0.9 * most))) break;
        ++last;
    }
    return last;
}

/// How well a line may turn in a cell: outside contexts and where there is room.
double roomToTurn(const Cell& cell) {
    return std::min(cell.rect.width, 160.0) + (cell.context == nowhere ? 1000 : 0);
}

Upright uprightIn(const Space& space, const Way& way, std::size_t cell) {
    const Cell& room = space.cells[way.cells[cell]];
    Upright upright;
    upright.fromLeft = way.gates[cell].x <= room.rect.x;
    upright.toRight = way.gates[cell + 1].x >= room.rect.right();
    upright.returns = upright.fromLeft != upright.toRight;
    // One that returns needs room for its head and corner on the side that it returns to.
    const double inset = std::min(farFromBorder, room.rect.width / 4);
    const double headRoom = std::min(farFromBorder, room.rect.width * 0.4);
    upright.left = room.rect.x + (upright.returns && upright.fromLeft ? headRoom : inset);
    upright.right = room.rect.right() - (upright.returns && !upright.fromLeft ? headRoom : inset);
    if (upright.returns && upright.fromLeft)
        upright.right = std::min(upright.right, room.rect.x + besideReturn);
    if (upright.returns && !upright.fromLeft)
        upright.left = std::max(upright.left, room.rect.right() - besideReturn);
    return upright;
}

Level levelBetween(const Way& way, std::size_t first, std::size_t last) {
    Level level{way.gates[first].low, way.gates[first].high, 0};
    for (std::size_t gate = first; gate <= last; ++gate) {
        level.low = std::max(level.low, way.gates[gate].low);
        level.high = std::min(level.high, way.gates[gate].high);
    }
    const double inset = std::min(3.0, (level.high - level.low) / 8);
    level.low += inset;
    level.high -= inset;
    return level;
}

Stair stairOf(const Space& space, const Way& way, const std::vector<int>& lines) {
    const std::size_t gates = way.gates.size();
    std::vector<std::size_t> pieces(gates + 1, 0); // level pieces needed from a gate to the end
    for (std::size_t gate = gates; gate-- > 0;)
        pieces[gate] = 1 + pieces[furthest(way, lines, gate) + 1];

    Stair stair;
    stair.beginX = way.gates.front().x;
    stair.endX = way.gates.back().x;
    std::size_t first = 0;
    while (true) {
        const std::size_t last = furthest(way, lines, first);
        if (last + 1 == gates) {
            stair.levels.push_back(levelBetween(way, first, last));
            break;
        }
        std::size_t turn = last; // the cell behind the gate of that number
        for (std::size_t cell = first; cell < last; ++cell)
            if (pieces[cell + 1] == pieces[last + 1] &&
                roomToTurn(space.cells[way.cells[cell]]) > roomToTurn(space.cells[way.cells[turn]]))
                turn = cell;
        stair.levels.push_back(levelBetween(way, first, turn));
        stair.uprights.push_back(uprightIn(space, way, turn));
        first = turn + 1;
    }
    const double begin = (way.gates.front().low + way.gates.front().high) / 2;
    const double end = (way.gates.back().low + way.gates.back().high) / 2;
    for (std::size_t i = 0; i < stair.levels.size(); ++i) {
        Level& level = stair.levels[i];
        double wanted = (level.low + level.high) / 2;
        if (level.high - level.low > 48) { // wide open: as near to the ends as it can be
            const double inset = 16;
            const double share = static_cast<double>(i + 1) / static_cast<double>(stair.levels.size() + 1);
            wanted = std::clamp(begin + (end - begin) * share, level.low + inset, level.high - inset);
        }
        level.wanted = wanted;
    }
    return stair;
}

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
    std::vector<Stair> stairs(ways.size());
    std::vector<std::pair<std::size_t, std::size_t>> levelOf; // line, number of its piece
    std::vector<std::pair<std::size_t, std::size_t>> uprightOf;
    const auto throughGates = linesThroughGates(ways);
    for (std::size_t line = 0; line < ways.size(); ++line) {
        if (ways[line].cells.empty()) continue;
        stairs[line] = stairOf(space, ways[line], throughGates[line]);
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
        Upright upright = stairs[line].uprights[i];
        const double before = height[line][i];
        const double after = height[line][i + 1];
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
