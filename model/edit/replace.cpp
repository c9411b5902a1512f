// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <unordered_set>

#include "edit/lists.h"
#include "edit/steps.h"

namespace factline::edit {

namespace {

template<typename T>
void collectIds(const T& element, std::unordered_set<ElementId>& ids) {
    ids.insert(element.id);
    forEachInnerList(element, [&](const auto& list) {
        for (const auto& inner : list)
            collectIds(*inner, ids);
    });
}

/// Keeps the ids that the old element knows, each once; everything else is new.
template<typename T>
void keepIds(T& value, const T& old, Applied& applied) {
    std::unordered_set<ElementId> free;
    collectIds(old, free);
    assignIds(value, [&](const Element& element) {
        if (free.erase(element.id) > 0) return element.id;
        applied.added.push_back({applied.model.nextId++});
        return applied.added.back();
    });
}

} // namespace

Result<Applied> replace(const Model& model, const ReplaceElement& edit) {
    Applied applied{.model = model};
    return std::visit(
        [&]<typename T>(T value) -> Result<Applied> {
            bool sameKind = false;
            bool sameName = false;
            const bool found = atElement(applied.model, value.id, [&](auto& list, std::size_t index) {
                if constexpr (std::same_as<ElementOf<decltype(list)>, T>) {
                    sameKind = true;
                    sameName = list[index]->name == value.name;
                    keepIds(value, *list[index], applied);
                    list[index] = Shared<T>(value);
                }
            });
            if (!found) return unknownId();
            if (!sameKind)
                return failure(
                    ErrorCode::InvalidArgument,
                    Phrase::of("The new value is of another kind than the element. Remove the element "
                               "and add the new one."));
            if (!sameName)
                return failure(
                    ErrorCode::InvalidArgument,
                    Phrase::of("Changing the fields of {} cannot change its name. Rename it first.",
                               called(value, kindOf<T>())));
            if constexpr (std::same_as<T, Subscription>)
                applied.label = Phrase::of("Change {}", called(value, kindOf<T>(), value.event));
            else
                applied.label = Phrase::of("Change {}", called(value, kindOf<T>()));
            return std::move(applied);
        },
        edit.value);
}

} // namespace factline::edit
