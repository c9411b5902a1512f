// SPDX-License-Identifier: Apache-2.0
#include "diagram/positions.h"
#include "diagram/unique_keys.h"
#include "domain/lookup.h"

namespace factline::diagram {

namespace {

/// Where an element is found in a sidecar, and the context that it stands in.
struct Home {
    std::string key;
    ElementId context;
};

std::unordered_map<ElementId, Home> homesOf(const Lookup& lookup) {
    std::unordered_map<ElementId, Home> homes;
    UniqueKeys keys;
    for (const Located& located : lookup.all()) {
        const ElementId id = std::visit([](const auto* element) { return element->id; }, located.element);
        homes[id] = {keys.take(located.key), located.context ? located.context->id : ElementId{}};
    }
    return homes;
}

} // namespace

Positions carryPositions(const Positions& positions, const Lookup& before, const Lookup& after) {
    const auto then = homesOf(before);
    const auto now = homesOf(after);
    Positions carried = positions;
    for (const auto& [id, home] : then)
        carried.nodes.erase(home.key), carried.wishes.erase(home.key);
    for (const auto& [id, home] : then) {
        const auto found = now.find(id);
        if (found == now.end() || found->second.context != home.context) continue;
        if (const auto at = positions.nodes.find(home.key); at != positions.nodes.end())
            carried.nodes[found->second.key] = at->second;
        if (const auto at = positions.wishes.find(home.key); at != positions.wishes.end())
            carried.wishes[found->second.key] = at->second;
    }
    return carried;
}

} // namespace factline::diagram
