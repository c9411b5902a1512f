// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "diagram/arrange/columns.h"
#include "diagram/arrange/traffic.h"
#include "diagram/spacing.h"

namespace factline::diagram {

namespace {

/// A run of boxes of one column that touch: they move as one.
struct Run {
    double weight = 0;
    double wantedTop = 0; ///< mean top that its boxes want for the first of them
    double height = 0;
};

/// What a column's boxes take, each with the gap below it.
class Slots {
public:
    explicit Slots(const LayoutRequest& request)
        : m_request(request)
        , m_gaps(request.boxes.size(), contextGap) {}

    double of(std::size_t box) const { return m_request.boxes[box].height + m_gaps[box]; }
    double of(const std::vector<std::size_t>& column) const {
        double height = 0;
        for (const std::size_t box : column)
            height += of(box);
        return height;
    }
    double gapBelow(std::size_t box) const { return m_gaps[box]; }

    /// Wider gaps where many lines pass.
    void widen(const Columns& columns, const Traffic& traffic) {
        for (std::size_t column = 0; column < columns.size(); ++column)
            for (std::size_t i = 0; i + 1 < columns[column].size(); ++i) {
                const int lines = traffic.gaps[column][i + 1];
                const int more = std::clamp(lines + lines / 4 - linesInGap, 0, mostLines);
                m_gaps[columns[column][i]] = onRhythm(contextGap + laneGap * more);
            }
    }

    static constexpr int mostLines = 80; ///< that a gap is widened for

private:
    static constexpr int linesInGap = 2; ///< for which the usual gap is wide enough

    const LayoutRequest& m_request;
    std::vector<double> m_gaps;
};

/// Centres as near to the wanted ones as the order, the gaps and the page's `room` around 0 allow (pool
/// adjacent violators).
void relax(const LayoutRequest& request, const Slots& slots, const std::vector<std::size_t>& column,
           double room, std::vector<double>& centre) {
    std::vector<Run> runs;
    std::vector<std::size_t> counts;
    const double slack = room - slots.of(column);
    double above = 0;
    for (const std::size_t box : column) {
        const double height = slots.of(box);
        const double highest = above - room / 2;
        Run run{1, std::clamp(centre[box] - request.boxes[box].height / 2.0, highest, highest + slack),
                height};
        above += height;
        std::size_t count = 1;
        while (!runs.empty() && runs.back().wantedTop + runs.back().height > run.wantedTop) {
            const Run& upper = runs.back();
            const double both = upper.weight + run.weight;
            run = {both,
                   (upper.wantedTop * upper.weight + (run.wantedTop - upper.height) * run.weight) / both,
                   upper.height + run.height};
            count += counts.back();
            runs.pop_back();
            counts.pop_back();
        }
        runs.push_back(run);
        counts.push_back(count);
    }
    std::size_t at = 0;
    for (std::size_t run = 0; run < runs.size(); ++run) {
        double top = runs[run].wantedTop;
        for (std::size_t i = 0; i < counts[run]; ++i) {
            const std::size_t box = column[at++];
            centre[box] = top + request.boxes[box].height / 2.0;
            top += slots.of(box);
        }
    }
}

/// Width of the channel to the right of each column: wider where many lines turn, and for words.
std::vector<double> channels(const Traffic& traffic) {
    constexpr double corners = 96;
    std::vector<double> result;
    for (std::size_t column = 0; column < traffic.channels.size(); ++column)
        result.push_back(
            onRhythm(std::clamp(corners + traffic.words[column] + laneGap * traffic.channels[column],
                                channelLeast, channelMost)));
    return result;
}

/// One row of columns from (0, 0) on; gives its size.
Size settleRow(const LayoutRequest& request, const Columns& columns, std::vector<LayoutSpot>& spots,
               const std::vector<std::vector<std::size_t>>& neighbours) {
    std::vector<std::size_t> columnOf(request.boxes.size(), columns.size());
    std::vector<double> centre(request.boxes.size());
    Slots slots(request);
    for (std::size_t column = 0; column < columns.size(); ++column) {
        double y = 0;
        for (const std::size_t box : columns[column]) {
            columnOf[box] = column;
            centre[box] = y + request.boxes[box].height / 2.0;
            y += slots.of(box);
        }
        for (const std::size_t box : columns[column])
            centre[box] -= y / 2;
    }
    double room = 0;
    const auto pull = [&](const std::vector<std::size_t>& column) {
        for (const std::size_t box : column) {
            double sum = 0;
            double count = 0;
            for (const std::size_t other : neighbours[box]) {
                if (columnOf[other] == columns.size() || columnOf[other] == columnOf[box]) continue;
                sum += centre[other];
                ++count;
            }
            if (count > 0) centre[box] = 0.25 * centre[box] + 0.75 * sum / count;
        }
        relax(request, slots, column, room, centre);
    };
    const auto settleDown = [&] {
        room = 0;
        for (const auto& column : columns)
            room = std::max(room, slots.of(column));
        for (int round = 0; round < 6; ++round) {
            for (const auto& column : columns)
                pull(column);
            for (auto column = columns.rbegin(); column != columns.rend(); ++column)
                pull(*column);
        }
    };
    settleDown();
    slots.widen(columns, trafficOf(request, columns, columnOf, centre));
    settleDown();

    double top = 0;
    for (const auto& column : columns)
        for (const std::size_t box : column)
            top = std::min(top, centre[box] - request.boxes[box].height / 2.0);
    const auto gaps = channels(trafficOf(request, columns, columnOf, centre));
    Size size;
    for (std::size_t column = 0; column < columns.size(); ++column) {
        double width = 0;
        for (const std::size_t box : columns[column])
            width = std::max<double>(width, request.boxes[box].width);
        double least = top; // rounding to the rhythm must not bring boxes closer
        for (const std::size_t box : columns[column]) {
            double y = std::round((centre[box] - request.boxes[box].height / 2.0 - top) / rhythm) * rhythm;
            y = std::max(y, least);
            spots[box] = {static_cast<int>(size.width), static_cast<int>(y)};
            least = y + onRhythm(request.boxes[box].height) + slots.gapBelow(box);
            size.height = std::max(size.height, y + request.boxes[box].height);
        }
        size.width += onRhythm(width) + (column + 1 < columns.size() ? gaps[column] : 0);
    }
    return size;
}

/// Heights of the gaps below rows: wider where many lines go from one row to another.
std::vector<double> gapsBetweenRows(const LayoutRequest& request, const std::vector<Columns>& rows) {
    std::vector<std::size_t> rowOf(request.boxes.size());
    for (std::size_t row = 0; row < rows.size(); ++row)
        for (const auto& column : rows[row])
            for (const std::size_t box : column)
                rowOf[box] = row;
    std::vector<int> lines(rows.size(), 0);
    for (const LayoutLink& link : request.links) {
        const auto [upper, lower] = std::minmax(rowOf[link.from], rowOf[link.to]);
        for (std::size_t row = upper; row < lower; ++row)
            lines[row] += link.weight;
    }
    std::vector<double> gaps;
    gaps.reserve(lines.size());
    for (const int count : lines)
        gaps.push_back(onRhythm(2 * contextGap + laneGap * std::min(count + count / 4, Slots::mostLines)));
    return gaps;
}

} // namespace

Block settle(const LayoutRequest& request, const std::vector<Columns>& rows) {
    std::vector<std::vector<std::size_t>> neighbours(request.boxes.size());
    for (const auto& link : request.links) {
        neighbours[link.from].push_back(link.to);
        neighbours[link.to].push_back(link.from);
    }
    const auto between = gapsBetweenRows(request, rows);
    Block block;
    block.spots.resize(request.boxes.size());
    double y = 0;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (row > 0) y += between[row - 1];
        const Size size = settleRow(request, rows[row], block.spots, neighbours);
        for (const auto& column : rows[row])
            for (const std::size_t box : column)
                block.spots[box].y += static_cast<int>(y);
        block.width = std::max(block.width, static_cast<int>(size.width));
        y = onRhythm(y + size.height);
    }
    block.height = static_cast<int>(y);
    return block;
}

} // namespace factline::diagram
