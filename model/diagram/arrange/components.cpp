// SPDX-License-Identifier: Apache-2.0
#include "diagram/arrange/components.h"

#include <limits>
#include <numeric>

namespace factline::diagram {

namespace {

std::size_t rootOf(std::vector<std::size_t>& parent, std::size_t box) {
    while (parent[box] != box)
        box = parent[box] = parent[parent[box]];
    return box;
}

} // namespace

std::vector<Component> components(const LayoutRequest& request) {
    std::vector<std::size_t> parent(request.boxes.size());
    std::iota(parent.begin(), parent.end(), std::size_t{0});
    for (const auto& link : request.links)
        parent[rootOf(parent, link.from)] = rootOf(parent, link.to);

    constexpr auto none = std::numeric_limits<std::size_t>::max();
    std::vector<std::size_t> componentOf(request.boxes.size(), none);
    std::vector<std::size_t> rank(request.boxes.size());
    std::vector<Component> result;
    for (std::size_t box = 0; box < request.boxes.size(); ++box) {
        std::size_t& component = componentOf[rootOf(parent, box)];
        if (component == none) {
            component = result.size();
            result.emplace_back().part.timeLimit = request.timeLimit;
        }
        Component& owner = result[component];
        rank[box] = owner.boxes.size();
        owner.boxes.push_back(box);
        owner.part.boxes.push_back(request.boxes[box]);
    }
    for (const auto& link : request.links)
        if (link.from != link.to)
            result[componentOf[rootOf(parent, link.from)]].part.links.push_back(
                {rank[link.from], rank[link.to], link.weight, link.words});
    return result;
}

} // namespace factline::diagram
