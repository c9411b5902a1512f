// SPDX-License-Identifier: Apache-2.0
#include "diagram/routing/stairs.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "diagram/spacing.h"

namespace factline::diagram {

namespace {

constexpr double besideReturn = 160; ///< how far a line goes that comes back to the side it came from
constexpr double clearGap = 4;       ///< between lines that run beside one another for long

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

/// What a level piece keeps from the ends of a gate of this height.
double insetOf(double height) {
    return std::min(3.0, height / 8);
}

/// True where lines come nearer to one another in a gate than they should for longer than they must.
bool tight(const Portal& gate, int lines) {
    const double height = gate.high - gate.low;
    return height - 2 * insetOf(height) < clearGap * (lines - 1);
}

/// The last gate that a level piece beginning at `first` can pass, without squeezing the lines of a wide gate
/// into a narrow one. `lines`: how many pass each gate.
std::size_t furthest(const Way& way, const std::vector<int>& lines, std::size_t first) {
    double low = way.gates[first].low;
    double high = way.gates[first].high;
    int together = lines[first];
    std::size_t last = first;
    if (first == 0 && tight(way.gates[first], together)) return first; // a node's side with many lines
    while (last + 1 < way.gates.size() && !returnsIn(way, last)) {
        const Portal& next = way.gates[last + 1];
        if (last + 2 == way.gates.size() && tight(next, lines[last + 1])) break;
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
    const double inset = insetOf(level.high - level.low);
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

} // namespace

std::vector<Stair> stairsOf(const Space& space, const std::vector<Way>& ways) {
    const auto throughGates = linesThroughGates(ways);
    std::vector<Stair> stairs(ways.size());
    for (std::size_t line = 0; line < ways.size(); ++line)
        if (!ways[line].cells.empty()) stairs[line] = stairOf(space, ways[line], throughGates[line]);
    return stairs;
}

} // namespace factline::diagram
