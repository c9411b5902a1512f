// SPDX-License-Identifier: Apache-2.0
#include "domain/references.h"

#include <algorithm>

namespace factline {

const Located* resolve(const Lookup& lookup, const RefUse& use, const Ref& ref) {
    if (use.target == ElementKind::Stage) return nullptr;
    const auto* found = lookup.find(use.target, ref);
    if (!found && use.orElse != use.target) found = lookup.find(use.orElse, ref);
    return found;
}

bool resolves(const Lookup& lookup, const RefUse& use, const Ref& ref) {
    if (use.target != ElementKind::Stage) return resolve(lookup, use, ref) != nullptr;
    const auto& migration = lookup.model().migration;
    return migration && std::ranges::find(migration->stages, ref.name) != migration->stages.end();
}

namespace {

/// False where a reference cannot lead to the element of that key: nearly all differ in this already, and it
/// costs far less than to look each of them up.
bool mayMean(const RefUse& use, const Ref& ref, const ElementKey& key) {
    const std::size_t size = ref.name.size() + (ref.context.empty() ? 0 : ref.context.size() + 1);
    return (use.target == key.kind || use.orElse == key.kind) && size == key.name.size() &&
           key.name.ends_with(ref.name);
}

} // namespace

std::vector<Usage> usages(const Lookup& lookup, ElementId id) {
    std::vector<Usage> found;
    const auto* meant = lookup.find(id);
    if (!meant) return found;
    for (const Located* holder : lookup.mentioning(meant->key.name))
        forEachRef(*holder, [&](const RefUse& use, const Ref& ref) {
            if (mayMean(use, ref, meant->key) && resolve(lookup, use, ref) == meant)
                found.push_back({holder, use});
        });
    return found;
}

} // namespace factline
