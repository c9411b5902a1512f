// SPDX-License-Identifier: Apache-2.0
#include "diagram/arrange/compose.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>
#include <random>

#include "diagram/arrange/burden.h"
#include "diagram/spacing.h"

namespace factline::diagram {

namespace {

constexpr std::size_t mostColumns = 9;
constexpr double usualChannel = 176;
constexpr int mostKicks = 40;
constexpr std::size_t movesInKick = 4;
constexpr long mostSteps = 3'000'000; ///< looks at one link; a bound that, unlike a clock, always holds alike

double stackHeight(const LayoutRequest& request, const std::vector<std::size_t>& column) {
    double height = -contextGap;
    for (const std::size_t box : column)
        height += request.boxes[box].height + contextGap;
    return std::max(0.0, height);
}

/// Columns of about the same height, cut from the boxes in the order of their centres.
Columns cut(const LayoutRequest& request, const std::vector<Point>& centres, std::size_t count) {
    std::vector<std::size_t> order(centres.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return centres[a].x != centres[b].x ? centres[a].x < centres[b].x : centres[a].y < centres[b].y;
    });
    const double share = stackHeight(request, order) / static_cast<double>(count);
    Columns columns(count);
    double done = 0;
    for (const std::size_t box : order) {
        const double middle = done + request.boxes[box].height / 2.0;
        columns[std::min(count - 1, static_cast<std::size_t>(middle / share))].push_back(box);
        done += request.boxes[box].height + contextGap;
    }
    for (auto& column : columns)
        std::stable_sort(column.begin(), column.end(),
                         [&](std::size_t a, std::size_t b) { return centres[a].y < centres[b].y; });
    return columns;
}

/// Betters columns by moves and swaps; boxes are taken to stand in stacks around one middle line.
class Bettering {
public:
    Bettering(const LayoutRequest& request, Columns columns)
        : m_request(request)
        , m_columns(std::move(columns)) {
        m_block.spots.resize(request.boxes.size());
        m_best = cost();
    }

    /// Goes downhill, then a few times from a place nearby: kicked aside, the columns may find a better
    /// hollow.
    Columns run() {
        descend();
        Columns best = m_columns;
        double least = m_best;
        for (int kick = 0; kick < mostKicks && m_steps < mostSteps; ++kick) {
            for (std::size_t move = 0; move < movesInKick; ++move)
                moveAnywhere();
            m_best = cost();
            descend();
            if (m_best < least) {
                least = m_best;
                best = m_columns;
            } else {
                m_columns = best;
            }
        }
        std::erase_if(best, [](const auto& column) { return column.empty(); });
        return best;
    }

private:
    void descend() {
        while (m_steps < mostSteps && (pass(&Bettering::moves) || pass(&Bettering::swaps))) {
        }
    }

    std::size_t anyBelow(std::size_t count) { return m_dice() % count; }

    void moveAnywhere() {
        const std::size_t box = anyBelow(m_request.boxes.size());
        const auto [home, place] = find(box);
        m_columns[home].erase(at(m_columns[home], place));
        auto& column = m_columns[anyBelow(m_columns.size())];
        column.insert(at(column, anyBelow(column.size() + 1)), box);
    }

    double cost() {
        m_steps += static_cast<long>(m_request.links.size() + m_request.boxes.size());
        double x = 0;
        double tallest = 0;
        for (const auto& column : m_columns) {
            if (column.empty()) continue;
            const double height = stackHeight(m_request, column);
            tallest = std::max(tallest, height);
            double y = -height / 2;
            double width = 0;
            for (const std::size_t box : column) {
                m_block.spots[box] = {static_cast<int>(x), static_cast<int>(y)};
                y += m_request.boxes[box].height + contextGap;
                width = std::max<double>(width, m_request.boxes[box].width);
            }
            x += width + usualChannel;
        }
        m_block.width = static_cast<int>(x - usualChannel);
        m_block.height = static_cast<int>(tallest);
        return burden(m_request, m_block);
    }

    /// Keeps the columns as they are now if that is better.
    bool accept() {
        const double now = cost();
        if (now >= m_best * (1 - 1e-9)) return false;
        m_best = now;
        return true;
    }

    bool pass(bool (Bettering::*step)(std::size_t)) {
        bool better = false;
        for (std::size_t box = 0; box < m_request.boxes.size() && m_steps < mostSteps; ++box)
            better = (this->*step)(box) || better;
        return better;
    }

    std::pair<std::size_t, std::size_t> find(std::size_t box) const {
        for (std::size_t column = 0; column < m_columns.size(); ++column) {
            const auto at = std::find(m_columns[column].begin(), m_columns[column].end(), box);
            if (at != m_columns[column].end())
                return {column, static_cast<std::size_t>(at - m_columns[column].begin())};
        }
        return {};
    }

    static std::vector<std::size_t>::iterator at(std::vector<std::size_t>& column, std::size_t place) {
        return column.begin() + static_cast<std::ptrdiff_t>(place);
    }

    /// Takes the box to the best other place.
    bool moves(std::size_t box) {
        auto [home, homePlace] = find(box);
        bool better = false;
        m_columns[home].erase(at(m_columns[home], homePlace));
        for (std::size_t column = 0; column < m_columns.size(); ++column)
            for (std::size_t place = 0; place <= m_columns[column].size(); ++place) {
                m_columns[column].insert(at(m_columns[column], place), box);
                if (accept()) {
                    home = column;
                    homePlace = place;
                    better = true;
                }
                m_columns[column].erase(at(m_columns[column], place));
            }
        m_columns[home].insert(at(m_columns[home], homePlace), box);
        return better;
    }

    /// Swaps the box with others where that is better.
    bool swaps(std::size_t box) {
        bool better = false;
        for (std::size_t other = box + 1; other < m_request.boxes.size(); ++other) {
            const auto [a, placeA] = find(box);
            const auto [b, placeB] = find(other);
            std::swap(m_columns[a][placeA], m_columns[b][placeB]);
            if (accept())
                better = true;
            else
                std::swap(m_columns[a][placeA], m_columns[b][placeB]);
        }
        return better;
    }

    const LayoutRequest& m_request;
    Columns m_columns;
    Block m_block;
    double m_best = std::numeric_limits<double>::max();
    long m_steps = 0;
    std::minstd_rand m_dice; ///< the same numbers on every machine
};

} // namespace

Block compose(const LayoutRequest& request, const std::vector<Point>& centres) {
    std::optional<Block> best;
    for (std::size_t count = 1; count <= std::min(mostColumns, request.boxes.size()); ++count) {
        Block block = settle(request, {Bettering(request, cut(request, centres, count)).run()});
        if (!best || burden(request, block) < burden(request, *best)) best = std::move(block);
    }
    return *best;
}

} // namespace factline::diagram
