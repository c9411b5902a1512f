// SPDX-License-Identifier: Apache-2.0
#include "diagram/engine/lay_out.h"

#include <optional>

#include "diagram/arrange/acyclic.h"
#include "diagram/arrange/burden.h"
#include "diagram/arrange/components.h"
#include "diagram/arrange/compose.h"
#include "diagram/arrange/pack.h"
#include "diagram/engine/graphviz.h"

namespace factline::diagram {

namespace {

/// What `dot` orders in about half a second on one core: boxes and bends of links in its layers.
constexpr std::size_t mostForDot = 1200;

/// How much more a drawing in layers, which reads from left to right, may burden than a cloud.
constexpr double worthOfDirection = 2;

struct Answer {
    Block block;
    const char* engine = "grid";
};

/// Columns settled twice: how much room lines take between them is known only when they stand.
Block settleCloud(const LayoutRequest& request, const std::vector<Point>& centres) {
    const Columns first = columnsFromCloud(request, centres);
    const Spacing spacing = spacingOf(request, settle(request, {first}), first.size());
    return settle(request, foldToPage(request, columnsFromCloud(request, centres, spacing)));
}

Answer layOutPart(const LayoutRequest& request, Deadline deadline) {
    LayoutRequest acyclic = request;
    acyclic.links = withoutCircles(request.boxes.size(), request.links);
    const bool few = request.boxes.size() <= mostToCompose;
    std::optional<Answer> layers;
    if (layeredSize(acyclic.boxes.size(), acyclic.links) <= mostForDot) {
        const auto now = std::chrono::steady_clock::now();
        if (const auto centres = dotCentres(acyclic, now + (deadline - now) / 2)) {
            if (few) return {compose(request, *centres), "dot"};
            layers = {settle(request, foldToPage(request, columnsFromLayers(*centres))), "dot"};
        }
    }
    if (const auto centres = sfdpCentres(acyclic, deadline)) {
        if (few) return {compose(request, *centres), "sfdp"};
        Answer cloud{settleCloud(request, *centres), "sfdp"};
        if (!layers || burden(request, layers->block) > worthOfDirection * burden(request, cloud.block))
            return cloud;
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
