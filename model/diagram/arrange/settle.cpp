// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "diagram/arrange/columns.h"
#include "diagram/spacing.h"

namespace factline::diagram {

namespace {

/// A run of boxes of one column that touch: they move as one.
struct Run {
    double weight = 0;
    double wantedTop = 0; ///< mean top that its boxes want for the first of them
    double height = 0;
};

/// Height of a column with the gaps below its boxes.
double heightOf(const LayoutRequest& request, const std::vector<std::size_t>& column) {
    double height = 0;
    for (const std::size_t box : column)
        height += request.boxes[box].height + contextGap;
    return height;
}

/// Centres as near to the wanted ones as the order, the gaps and the page's `room` around 0 allow (pool
/// adjacent violators).
void relax(const LayoutRequest& request, const std::vector<std::size_t>& column, double room,
           std::vector<double>& centre) {
    std::vector<Run> runs;
    std::vector<std::size_t> counts;
    const double slack = room - heightOf(request, column);
    double above = 0;
    for (const std::size_t box : column) {
        const double height = request.boxes[box].height + contextGap;
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
            top += request.boxes[box].height + contextGap;
        }
    }
}

/// Width of the channel to the right of each column: wider where many lines turn.
std::vector<double> channels(const Columns& columns, const std::vector<std::size_t>& columnOf,
                             const std::vector<LayoutLink>& links) {
    std::vector<double> turning(columns.size() + 1);
    for (const auto& link : links) {
        const std::size_t from = columnOf[link.from];
        const std::size_t to = columnOf[link.to];
        if (from >= columns.size() || to >= columns.size()) continue; // another row's
        turning[from <= to ? from : from - 1] += link.weight;
        if (to > from + 1) turning[to - 1] += link.weight;
        if (from > to + 1) turning[to] += link.weight;
    }
    std::vector<double> result;
    for (std::size_t column = 0; column < columns.size(); ++column)
        result.push_back(onRhythm(std::clamp(136 + 7 * turning[column], channelLeast, channelMost)));
    return result;
}

/// One row of columns from (0, 0) on; gives its size.
Size settleRow(const LayoutRequest& request, const Columns& columns, std::vector<LayoutSpot>& spots,
               const std::vector<std::vector<std::size_t>>& neighbours) {
    std::vector<std::size_t> columnOf(request.boxes.size(), columns.size());
    std::vector<double> centre(request.boxes.size());
    for (std::size_t column = 0; column < columns.size(); ++column) {
        double y = 0;
        for (const std::size_t box : columns[column]) {
            columnOf[box] = column;
            centre[box] = y + request.boxes[box].height / 2.0;
            y += request.boxes[box].height + contextGap;
        }
        for (const std::size_t box : columns[column])
            centre[box] -= y / 2;
    }
    double room = 0;
    for (const auto& column : columns)
        room = std::max(room, heightOf(request, column));
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
        relax(request, column, room, centre);
    };
    for (int round = 0; round < 6; ++round) {
        for (const auto& column : columns)
            pull(column);
        for (auto column = columns.rbegin(); column != columns.rend(); ++column)
            pull(*column);
    }

    double top = 0;
    for (const auto& column : columns)
        for (const std::size_t box : column)
            top = std::min(top, centre[box] - request.boxes[box].height / 2.0);
    const auto gaps = channels(columns, columnOf, request.links);
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
            least = y + onRhythm(request.boxes[box].height) + contextGap;
            size.height = std::max(size.height, y + request.boxes[box].height);
        }
        size.width += onRhythm(width) + (column + 1 < columns.size() ? gaps[column] : 0);
    }
    return size;
}

} // namespace

Block settle(const LayoutRequest& request, const std::vector<Columns>& rows) {
    std::vector<std::vector<std::size_t>> neighbours(request.boxes.size());
    for (const auto& link : request.links) {
        neighbours[link.from].push_back(link.to);
        neighbours[link.to].push_back(link.from);
    }
    Block block;
    block.spots.resize(request.boxes.size());
    double y = 0;
    for (const Columns& columns : rows) {
        if (y > 0) y += 2 * contextGap;
        const Size size = settleRow(request, columns, block.spots, neighbours);
        for (const auto& column : columns)
            for (const std::size_t box : column)
                block.spots[box].y += static_cast<int>(y);
        block.width = std::max(block.width, static_cast<int>(size.width));
        y = onRhythm(y + size.height);
    }
    block.height = static_cast<int>(y);
    return block;
}

} // namespace factline::diagram
