// SPDX-License-Identifier: Apache-2.0
#include "diagram/arrange/columns.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "diagram/spacing.h"

namespace factline::diagram {

namespace {

constexpr double narrowestShape = 0.75; ///< shapes between these two are left alone
constexpr double widestShape = 3.2;
constexpr double roomBetween = 144;

double heightOf(const LayoutRequest& request, const std::vector<std::size_t>& column) {
    double height = 0;
    for (const std::size_t box : column)
        height += request.boxes[box].height + contextGap;
    return height;
}

double widthOf(const LayoutRequest& request, const std::vector<std::size_t>& column) {
    double width = 0;
    for (const std::size_t box : column)
        width = std::max<double>(width, request.boxes[box].width);
    return width;
}

struct Extent {
    double width = 0;
    double height = 0;
    double shape() const { return width / std::max(1.0, height); }
};

Extent extentOf(const LayoutRequest& request, const Columns& columns) {
    Extent extent;
    for (const auto& column : columns) {
        extent.width += widthOf(request, column) + roomBetween;
        extent.height = std::max(extent.height, heightOf(request, column));
    }
    return extent;
}

/// Columns no higher than `limit`: a higher one is dealt out, so that each of its parts spans its whole
/// height.
Columns dealOut(const LayoutRequest& request, const Columns& columns, double limit) {
    Columns result;
    for (const auto& column : columns) {
        const auto parts = static_cast<std::size_t>(std::clamp(std::ceil(heightOf(request, column) / limit),
                                                               1.0, static_cast<double>(column.size())));
        const std::size_t first = result.size();
        result.resize(first + parts);
        for (std::size_t i = 0; i < column.size(); ++i)
            result[first + i % parts].push_back(column[i]);
    }
    return result;
}

} // namespace

Columns columnsFromLayers(const std::vector<Point>& centres) {
    std::vector<std::size_t> order(centres.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const auto columnA = std::lround(centres[a].x);
        const auto columnB = std::lround(centres[b].x);
        return columnA != columnB ? columnA < columnB : centres[a].y < centres[b].y;
    });
    Columns columns;
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (i == 0 || std::lround(centres[order[i]].x) != std::lround(centres[order[i - 1]].x))
            columns.emplace_back();
        columns.back().push_back(order[i]);
    }
    return columns;
}

Columns columnsFromCloud(const LayoutRequest& request, std::vector<Point> centres, const Spacing& spacing) {
    Point flow;
    for (const auto& link : request.links) {
        flow.x += link.weight * (centres[link.to].x - centres[link.from].x);
        flow.y += link.weight * (centres[link.to].y - centres[link.from].y);
    }
    const double length = std::hypot(flow.x, flow.y);
    if (length > 1e-6)
        for (Point& point : centres)
            point = {(point.x * flow.x + point.y * flow.y) / length,
                     (point.y * flow.x - point.x * flow.y) / length};

    double area = 0;
    double height = 0;
    double width = 0;
    for (const auto& box : request.boxes) {
        area += (box.width + spacing.channel) * (box.height + spacing.gap);
        height += box.height + spacing.gap;
        width += box.width + spacing.channel;
    }
    const auto count = static_cast<double>(request.boxes.size());
    const double wanted = std::max(1.0, std::round(std::sqrt(area * pageShape) / (width / count)));
    std::vector<std::size_t> order(centres.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return centres[a].x < centres[b].x; });
    Columns columns(1);
    double done = 0;
    for (const std::size_t box : order) {
        if (!columns.back().empty() && done >= height / wanted * static_cast<double>(columns.size()) - 1)
            columns.emplace_back();
        columns.back().push_back(box);
        done += request.boxes[box].height + spacing.gap;
    }
    for (auto& column : columns)
        std::stable_sort(column.begin(), column.end(),
                         [&](std::size_t a, std::size_t b) { return centres[a].y < centres[b].y; });
    return columns;
}

Spacing spacingOf(const LayoutRequest& request, const Block& block, std::size_t columns) {
    double width = 0;
    double height = 0;
    for (const auto& box : request.boxes) {
        width += box.width;
        height += box.height;
    }
    const auto boxes = static_cast<double>(request.boxes.size());
    const auto count = static_cast<double>(columns);
    return {std::max(channelLeast, block.width / count - width / boxes),
            std::max(contextGap, (block.height * count - height) / boxes)};
}

std::vector<Columns> foldToPage(const LayoutRequest& request, const Columns& columns) {
    const Extent extent = extentOf(request, columns);
    if (extent.shape() < narrowestShape) {
        Columns best = columns;
        for (double limit = extent.height; limit > 1; limit *= 0.9) {
            Columns dealt = dealOut(request, columns, limit);
            const double shape = extentOf(request, dealt).shape();
            if (std::abs(std::log(shape / pageShape)) <
                std::abs(std::log(extentOf(request, best).shape() / pageShape)))
                best = std::move(dealt);
            if (shape > pageShape) break;
        }
        return {best};
    }
    if (extent.shape() <= widestShape) return {columns};
    const double rows = std::max(2.0, std::round(std::sqrt(extent.shape() / pageShape)));
    std::vector<Columns> result(1);
    double done = 0;
    for (const auto& column : columns) {
        if (!result.back().empty() && done >= extent.width / rows * static_cast<double>(result.size()) - 1)
            result.emplace_back();
        result.back().push_back(column);
        done += widthOf(request, column) + roomBetween;
    }
    return result;
}

} // namespace factline::diagram
