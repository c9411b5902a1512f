// SPDX-License-Identifier: Apache-2.0
#include "diagram/engine/lay_out.h"

#include <cmath>
#include <optional>

#include "diagram/arrange/acyclic.h"
#include "diagram/arrange/components.h"
#include "diagram/arrange/pack.h"
#include "diagram/engine/graphviz.h"

namespace factline::diagram {

namespace {

/// What `dot` orders in about half a second on one core: boxes and bends of links in its layers.
constexpr std::size_t mostForDot = 1200;

/// How much larger a drawing in layers, which reads from left to right, may be than a cloud, in length of
/// lines times size of the page. Among few boxes direction says more than nearness.
constexpr double worthOfDirection = 2;
constexpr double worthAmongFew = 3;
constexpr std::size_t fewBoxes = 24;

struct Answer {
    Block block;
    const char* engine = "grid";
};

/// Length of all lines, if each went straight across and down, times the width that a page of 16 to 10 needs.
double expense(const LayoutRequest& request, const Block& block) {
    double length = 0;
    for (const auto& link : request.links) {
        const auto centre = [&](std::size_t box) {
            return Point{block.spots[box].x + request.boxes[box].width / 2.0,
                         block.spots[box].y + request.boxes[box].height / 2.0};
        };
        const Point from = centre(link.from);
        const Point to = centre(link.to);
        length += link.weight * (std::abs(from.x - to.x) + std::abs(from.y - to.y));
    }
    return length * std::max<double>(block.width, 1.6 * block.height);
}

Answer layOutPart(const LayoutRequest& request, Deadline deadline) {
    LayoutRequest acyclic = request;
    acyclic.links = withoutCircles(request.boxes.size(), request.links);
    std::optional<Answer> layers;
    if (layeredSize(acyclic.boxes.size(), acyclic.links) <= mostForDot) {
        const auto now = std::chrono::steady_clock::now();
        if (const auto centres = dotCentres(acyclic, now + (deadline - now) / 2))
            layers = {settle(request, foldToPage(request, columnsFromLayers(*centres))), "dot"};
    }
    if (const auto centres = sfdpCentres(acyclic, deadline)) {
        Answer cloud{settle(request, foldToPage(request, columnsFromCloud(request, *centres))), "sfdp"};
        const double worth = request.boxes.size() < fewBoxes ? worthAmongFew : worthOfDirection;
        if (!layers || expense(request, layers->block) > worth * expense(request, cloud.block)) return cloud;
    }
    return layers ? *layers : Answer{gridOf(request.boxes), "grid"};
}

} // namespace

LayoutResult layOut(const LayoutRequest& request) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::milliseconds(request.timeLimit);
    std::vector<Block> blocks;
    std::vector<std::vector<std::size_t>> owners;
    std::vector<LayoutBox> alone;
    std::vector<std::size_t> aloneOwners;
    LayoutResult result{std::vector<LayoutSpot>(request.boxes.size()), "grid"};
    std::size_t largest = 0;
    for (Component& component : components(request)) {
        if (component.boxes.size() == 1) {
            alone.push_back(component.part.boxes.front());
            aloneOwners.push_back(component.boxes.front());
            continue;
        }
        Answer answer = layOutPart(component.part, deadline);
        if (component.boxes.size() > largest) {
            largest = component.boxes.size();
            result.engine = answer.engine;
        }
        blocks.push_back(std::move(answer.block));
        owners.push_back(std::move(component.boxes));
    }
    if (!alone.empty()) {
        blocks.push_back(gridOf(alone));
        owners.push_back(std::move(aloneOwners));
    }
    const auto places = packBlocks(blocks);
    for (std::size_t block = 0; block < blocks.size(); ++block)
        for (std::size_t i = 0; i < owners[block].size(); ++i)
            result.spots[owners[block][i]] = {places[block].x + blocks[block].spots[i].x,
                                              places[block].y + blocks[block].spots[i].y};
    return result;
}

} // namespace factline::diagram
