// SPDX-License-Identifier: Apache-2.0
#include "diagram/arrange/pack.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "diagram/spacing.h"

namespace factline::diagram {

namespace {

constexpr int between = 80; ///< blocks that nothing joins

/// Shelves no wider than `limit`; gives the page's size.
Size fillShelves(const std::vector<Block>& blocks, const std::vector<std::size_t>& order, int limit,
                 std::vector<LayoutSpot>& spots) {
    int x = 0;
    int y = 0;
    int shelf = 0;
    Size page;
    for (const std::size_t index : order) {
        const Block& block = blocks[index];
        if (x > 0 && x + block.width > limit) {
            y += shelf + between;
            x = 0;
            shelf = 0;
        }
        spots[index] = {x, y};
        x += static_cast<int>(onRhythm(block.width)) + between;
        shelf = std::max(shelf, static_cast<int>(onRhythm(block.height)));
        page.width = std::max<double>(page.width, x - between);
        page.height = y + shelf;
    }
    return page;
}

} // namespace

std::vector<LayoutSpot> packBlocks(const std::vector<Block>& blocks) {
    std::vector<std::size_t> order(blocks.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return blocks[a].height > blocks[b].height; });
    double area = 0;
    int widest = 0;
    for (const Block& block : blocks) {
        area += (block.width + between) * static_cast<double>(block.height + between);
        widest = std::max(widest, block.width);
    }
    std::vector<LayoutSpot> spots(blocks.size());
    int best = widest;
    double bestCost = std::numeric_limits<double>::max();
    for (double factor = 0.7; factor <= 1.6; factor += 0.05) {
        const int limit = std::max(widest, static_cast<int>(std::sqrt(area * pageShape) * factor));
        const Size page = fillShelves(blocks, order, limit, spots);
        const double scale = std::max(page.width, page.height * pageShape); // how small it gets on a page
        if (scale < bestCost - 1e-9) {
            bestCost = scale;
            best = limit;
        }
    }
    fillShelves(blocks, order, best, spots);
    return spots;
}

Block gridOf(const std::vector<LayoutBox>& boxes) {
    constexpr int gap = static_cast<int>(contextGap);
    int width = 0;
    double area = 0;
    for (const auto& box : boxes) {
        width = std::max(width, static_cast<int>(onRhythm(box.width)));
        area += (box.width + gap) * static_cast<double>(box.height + gap);
    }
    const double page = std::sqrt(area * 2 * pageShape);
    const auto columns = static_cast<std::size_t>(std::max(1.0, std::round(page / (width + gap))));
    Block block;
    int y = 0;
    int row = 0;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        if (i > 0 && i % columns == 0) {
            y += row + gap;
            row = 0;
        }
        const int x = static_cast<int>(i % columns) * (width + gap);
        block.spots.push_back({x, y});
        row = std::max(row, static_cast<int>(onRhythm(boxes[i].height)));
        block.width = std::max(block.width, x + boxes[i].width);
        block.height = y + row;
    }
    return block;
}

} // namespace factline::diagram
