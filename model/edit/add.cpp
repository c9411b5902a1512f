// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "edit/lists.h"
#include "edit/steps.h"

namespace factline::edit {

namespace {

template<typename T>
void insertInto(std::vector<Shared<T>>& list, const std::optional<std::size_t>& position, T value) {
    const std::size_t index = std::min(position.value_or(list.size()), list.size());
    list.insert(list.begin() + static_cast<std::ptrdiff_t>(index), Shared<T>(std::move(value)));
}

template<typename T>
Phrase calledValue(const T& value) {
    if constexpr (std::same_as<T, Subscription>)
        return called(value, ElementKind::Subscription, value.event);
    else
        return called(value, kindOf<T>());
}

template<typename T>
tl::unexpected<Error> misplaced(const T& value) {
    return failure(
        ErrorCode::InvalidArgument,
        std::same_as<T, Subscription>
            ? Phrase::of("{} cannot be added there: choose a view or a policy.", calledValue(value))
            : Phrase::of("{} cannot be added there: choose a context.", calledValue(value)));
}

/// Puts `value` where it belongs; false where `where` is no place for it.
template<typename T>
bool put(Model& model, T value, const AddElement& edit) {
    if constexpr (std::same_as<T, Claim>)
        insertInto(model.claims, edit.position, std::move(value));
    else if constexpr (std::same_as<T, Context>)
        insertInto(model.contexts, edit.position, std::move(value));
    else if constexpr (std::same_as<T, Audience>)
        insertInto(model.audiences, edit.position, std::move(value));
    else {
        bool fits = false;
        atElement(model, edit.where, [&](auto& list, std::size_t index) {
            using Around = ElementOf<decltype(list)>;
            if constexpr (std::same_as<T, Subscription> ? Consumer<Around> : std::same_as<Around, Context>) {
                change(list[index], [&](Around& around) {
                    if constexpr (Consumer<Around>)
                        insertInto(subscriptionsOf(around), edit.position, std::move(value));
                    else
                        insertInto(sectionOf<T>(around), edit.position, std::move(value));
                });
                fits = true;
            }
        });
        return fits;
    }
    return true;
}

/// Adds one element in place; gives back its kind and name for the label.
Result<Phrase> addTo(Model& model, std::vector<ElementId>& added, const AddElement& edit) {
    return std::visit(
        [&]<typename T>(T value) -> Result<Phrase> {
            if (auto objection = objectionToName(kindOf<T>(), value.name))
                return tl::unexpected(*std::move(objection));
            assignIds(value, [&](const Element&) {
                added.push_back({model.nextId++});
                return added.back();
            });
            auto name = calledValue(value);
            if (!put(model, value, edit)) return misplaced(value);
            return name;
        },
        edit.value);
}

} // namespace

Result<Applied> add(const Model& model, const AddElement& edit) {
    Applied applied{.model = model};
    auto name = addTo(applied.model, applied.added, edit);
    if (!name) return tl::unexpected(name.error());
    applied.label = Phrase::of("Add {}", *name);
    return applied;
}

Result<Applied> paste(const Model& model, const Paste& edit) {
    Applied applied{.model = model};
    for (const AddElement& element : edit.elements) {
        auto name = addTo(applied.model, applied.added, element);
        if (!name) return tl::unexpected(name.error());
        applied.label = Phrase::of("Paste {}", *name);
    }
    if (edit.elements.size() != 1) applied.label = Phrase::of("Paste {} elements", edit.elements.size());
    return applied;
}

Root rootOf(const Model& model) {
    return {model.name,     model.summary, model.migration, model.lint,
            model.hotspots, model.waivers, model.scenarios};
}

Result<Applied> changeRoot(const Model& model, const ChangeRoot& edit) {
    Applied applied{.model = model, .label = Phrase::of("Change the model")};
    const Root& root = edit.root;
    applied.model.name = root.name;
    applied.model.summary = root.summary;
    applied.model.migration = root.migration;
    applied.model.lint = root.lint;
    applied.model.hotspots = root.hotspots;
    applied.model.waivers = root.waivers;
    applied.model.scenarios = root.scenarios;
    return applied;
}

} // namespace factline::edit
