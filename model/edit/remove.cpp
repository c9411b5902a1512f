// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <unordered_set>

#include "domain/references.h"
#include "edit/endings.h"
#include "edit/lists.h"
#include "edit/steps.h"

namespace factline::edit {

namespace {

/// How many references led somewhere before and lead nowhere now, among the elements that are left.
std::size_t leftHanging(const Lookup& was, const Lookup& is) {
    Endings gone;
    for (const Located& located : was.all())
        if (!is.find(located.id())) gone.add(located.key.name);
    std::size_t count = 0;
    const auto look = [&](const RefUse& use, const Ref& ref) {
        count += gone.contains(ref.name) && resolve(was, use, ref) && !resolve(is, use, ref) ? 1 : 0;
    };
    for (const Located& located : is.all())
        forEachRef(located, look);
    forEachRootRef(is.model(), look);
    return count;
}

} // namespace

Result<Applied> remove(LatestLookup& known, const Model& model, const RemoveElements& edit) {
    const auto before = known.of(model);
    const Lookup& lookup = *before;
    for (const ElementId id : edit.ids)
        if (!lookup.find(id)) return unknownId();
    Applied applied{.model = model};
    if (edit.ids.size() == 1) {
        const Located& located = *lookup.find(edit.ids.front());
        applied.label = Phrase::of("Remove {}", inWords(located.key));
    } else {
        applied.label = Phrase::of("Remove {} elements", edit.ids.size());
    }
    const std::unordered_set<ElementId> ids(edit.ids.begin(), edit.ids.end());
    const auto unwanted = [&](const Element& element) { return ids.contains(element.id); };
    forEachRootList(applied.model, [&](auto& list) { eraseFrom(list, unwanted); });
    applied.references = leftHanging(lookup, *known.of(applied.model));
    return applied;
}

} // namespace factline::edit
