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
        const auto at = positions.nodes.find(home.key);
        if (found == now.end() && at != positions.nodes.end()) carried.gone[home.key] = at->second;
        if (found == now.end() || found->second.context != home.context) continue;
        if (at != positions.nodes.end()) carried.nodes[found->second.key] = at->second;
        if (const auto wish = positions.wishes.find(home.key); wish != positions.wishes.end())
            carried.wishes[found->second.key] = wish->second;
    }
    return carried;
}

Positions settled(Positions found, const Positions& kept, const Model& model) {
    found.wishes = kept.wishes;
    found.gone = kept.gone;
    std::map<std::string, Point> rest;
    for (const auto& [key, at] : kept.nodes)
        if (!found.nodes.contains(key)) rest.emplace(key, at);
    if (!rest.empty()) {
        const Lookup lookup(model);
        UniqueKeys keys;
        for (const Located& located : lookup.all())
            if (auto undrawn = rest.extract(keys.take(located.key))) found.nodes.insert(std::move(undrawn));
        found.gone.merge(rest);
    }
    const auto stands = [&](const auto& entry) { return found.nodes.contains(entry.first); };
    std::erase_if(found.wishes, stands);
    std::erase_if(found.gone, stands);
    return found;
}

} // namespace factline::diagram
