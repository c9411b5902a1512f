// SPDX-License-Identifier: Apache-2.0
#include "picture/succession.h"

#include <map>
#include <utility>

#include "picture/earlier.h"
#include "picture/homes.h"

namespace factline::picture {

namespace {

template<typename Shape>
Succession::Origins originsOf(const std::vector<Shape>& shapes, const std::vector<Shape>& before) {
    Earlier<Shape> known(before);
    Succession::Origins origins;
    origins.reserve(shapes.size());
    for (const Shape& shape : shapes)
        origins.push_back(known.find(shape).value_or(Succession::isNew));
    return origins;
}

std::vector<Bundle> bundled(const diagram::Diagram& diagram, const std::vector<std::size_t>& homes) {
    std::vector<Bundle> result;
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> places;
    for (const auto& edge : diagram.edges) {
        const std::size_t from = homes[edge.from];
        const std::size_t to = homes[edge.to];
        if (from == to || from >= diagram.contexts.size() || to >= diagram.contexts.size()) continue;
        const auto [place, isNew] = places.try_emplace({from, to}, result.size());
        if (isNew) result.push_back({from, to, 0, false});
        Bundle& entry = result[place->second];
        ++entry.count;
        entry.clash = entry.clash || edge.clash;
    }
    return result;
}

} // namespace

std::vector<Bundle> bundle(const diagram::Diagram& diagram) {
    return bundled(diagram, homesOf(diagram));
}

Succession succession(const diagram::Diagram& before, const diagram::Diagram& next) {
    Succession result;
    result.contexts = originsOf(next.contexts, before.contexts);
    result.nodes = originsOf(next.nodes, before.nodes);
    result.edges = originsOf(next.edges, before.edges);
    result.homes = homesOf(next);
    result.bundles = bundled(next, result.homes);
    return result;
}

} // namespace factline::picture
