// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "edit/lists.h"
#include "edit/renames.h"
#include "edit/steps.h"

namespace factline::edit {

namespace {

template<typename T>
constexpr bool movable = std::same_as<T, Fact> || std::same_as<T, Channel> || std::same_as<T, Event> ||
                         std::same_as<T, TypeDefinition> || std::same_as<T, View> ||
                         std::same_as<T, Policy> || std::same_as<T, Decision>;

using Movable = std::variant<Shared<Fact>, Shared<Channel>, Shared<Event>, Shared<TypeDefinition>,
                             Shared<View>, Shared<Policy>, Shared<Decision>>;

Movable takeOut(Model& model, ElementId id) {
    Movable taken;
    atElement(model, id, [&](auto& list, std::size_t index) {
        if constexpr (movable<ElementOf<decltype(list)>>) {
            taken = list[index];
            list.erase(list.begin() + static_cast<std::ptrdiff_t>(index));
        }
    });
    return taken;
}

void hangInto(Model& model, ElementId context, const Movable& taken) {
    atElement(model, context, [&](auto& list, std::size_t index) {
        if constexpr (std::same_as<ElementOf<decltype(list)>, Context>)
            change(list[index], [&](Context& around) {
                std::visit(
                    [&]<typename T>(const Shared<T>& element) { sectionOf<T>(around).push_back(element); },
                    taken);
            });
    });
}

} // namespace

Result<Applied> moveToContext(LatestLookup& known, const Model& model, const MoveToContext& edit) {
    const auto before = known.of(model);
    const Lookup& lookup = *before;
    const Located* target = lookup.find(edit.context);
    if (!target) return unknownId();
    if (target->key.kind != ElementKind::Context)
        return failure(ErrorCode::InvalidArgument,
                       Phrase::of("{} is no context. Choose a context to move to.", inWords(target->key)));
    Renames renames(lookup);
    std::vector<ElementId> ids;
    std::string what;
    for (const ElementId id : edit.ids) {
        const Located* located = lookup.find(id);
        if (!located) return unknownId();
        const bool stands =
            std::visit([]<typename T>(const T* /*element*/) { return !movable<std::remove_const_t<T>>; },
                       located->element);
        if (stands)
            return failure(
                ErrorCode::InvalidArgument,
                Phrase::of("{} does not stand in a context by itself. Move facts, channels, events, types, "
                           "views, policies or decisions.",
                           inWords(located->key)));
        if (located->context == target->context || std::ranges::find(ids, id) != ids.end()) continue;
        const Element& element = located->base();
        renames.element(*located, {target->context->name, element.name});
        renames.home(id, target->context->name);
        ids.push_back(id);
        what = element.name;
    }
    Applied applied{.model = model};
    applied.label = ids.size() == 1 ? Phrase::of("Move {} to {}", what, target->context->name)
                                    : Phrase::of("Move {} elements to {}", ids.size(), target->context->name);
    const auto rewritten = rewrite(applied.model, renames);
    if (!rewritten) return tl::unexpected(rewritten.error());
    applied.references = *rewritten;
    for (const ElementId id : ids)
        hangInto(applied.model, edit.context, takeOut(applied.model, id));
    return applied;
}

} // namespace factline::edit
