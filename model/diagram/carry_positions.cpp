// SPDX-License-Identifier: Apache-2.0
#include "diagram/carry_positions.h"

#include <unordered_map>
#include <unordered_set>

#include "diagram/unique_keys.h"
#include "domain/lookup.h"
#include "domain/sections.h"

namespace factline::diagram {

namespace {

/// Where an element is found in a sidecar, and the context that it stands in.
struct Home {
    std::string key;
    ElementId context;
};

using Contexts = std::unordered_set<const Context*>;

/// The contexts that both models hold, the very same objects. None where contexts share a name: then what one
/// is called in a sidecar hangs on the others.
Contexts inBoth(const Model& before, const Model& after) {
    Contexts old;
    for (const Model* model : {&before, &after}) {
        std::unordered_set<std::string_view> names;
        for (const auto& context : model->contexts)
            if (!names.insert(context->name).second) return {};
    }
    for (const auto& context : before.contexts)
        old.insert(&*context);
    Contexts both;
    for (const auto& context : after.contexts)
        if (old.contains(&*context)) both.insert(&*context);
    return both;
}

/// Of contexts and what stands in them, but those.
std::unordered_map<ElementId, Home> homesOf(const Model& model, const Contexts& but) {
    std::unordered_map<ElementId, Home> homes;
    UniqueKeys keys;
    for (const auto& context : model.contexts) {
        if (but.contains(&*context)) continue;
        homes[context->id] = {keys.take({ElementKind::Context, context->name}), context->id};
        forEachSection(*context, [&]<typename T>(const std::vector<Shared<T>>& section) {
            for (const auto& element : section)
                homes[element->id] = {keys.take(keyOf(kindOf<T>(), context->name, element->name)),
                                      context->id};
        });
    }
    return homes;
}

} // namespace

Positions carryPositions(const Positions& positions, const Model& before, const Model& after) {
    const Contexts same = inBoth(before, after);
    const auto then = homesOf(before, same);
    const auto now = homesOf(after, same);
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

Positions carryPositions(const Positions& positions, const Lookup& before, const Lookup& after) {
    return carryPositions(positions, before.model(), after.model());
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
