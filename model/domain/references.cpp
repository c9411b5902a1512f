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

std::vector<Usage> usages(const Lookup& lookup, ElementId id) {
    std::vector<Usage> found;
    const auto* meant = lookup.find(id);
    if (!meant) return found;
    for (const Located& holder : lookup.all())
        forEachRef(holder, [&](const RefUse& use, const Ref& ref) {
            if (resolve(lookup, use, ref) == meant) found.push_back({&holder, use});
        });
    return found;
}

} // namespace factline
