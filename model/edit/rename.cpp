// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <fmt/format.h>

#include "edit/lists.h"
#include "edit/renames.h"
#include "edit/steps.h"

namespace factline::edit {

namespace {

using Names = std::vector<std::string>;

/// The former names of an element that was opened as `opened` and is called `name` now.
Names formerlyOf(const Element& opened, const std::string& name) {
    Names names = opened.formerly;
    if (name == opened.name) return names;
    std::erase(names, name);
    if (!opened.name.empty() && std::ranges::find(names, opened.name) == names.end())
        names.push_back(opened.name);
    return names;
}

/// The former names after renaming `current` to `name`. Those that were changed by hand since opening are
/// kept.
Names formerlyAfter(const Element& current, const Element* opened, const std::string& name) {
    if (!opened || current.name == name) return current.formerly;
    if (current.formerly == formerlyOf(*opened, current.name)) return formerlyOf(*opened, name);
    Element edited = *opened;
    edited.formerly = current.formerly;
    Names names = formerlyOf(edited, name);
    std::erase(names, name);
    return names;
}

const Element* findElement(const Model& model, ElementId id) {
    const Element* found = nullptr;
    const auto look = [&](const auto& self, const auto& list) -> void {
        for (const auto& element : list) {
            if (found) return;
            if (element->id == id)
                found = element.get();
            else
                forEachInnerList(*element, [&](const auto& inner) { self(self, inner); });
        }
    };
    if (id) forEachRootList(model, [&](const auto& list) { look(look, list); });
    return found;
}

} // namespace

Result<Applied> rename(LatestLookup& known, const Model& model, const Rename& edit, const Model& opened) {
    const auto before = known.of(model);
    const Lookup& lookup = *before;
    const Located* located = lookup.find(edit.id);
    if (!located) return unknownId();
    if (located->key.kind == ElementKind::Subscription)
        return failure(
            ErrorCode::InvalidArgument,
            Phrase::of(
                "A subscription has no name of its own: its event names it. Rename the event, or change "
                "which event it is fed by."));
    if (auto objection = objectionToName(located->key.kind, edit.name))
        return tl::unexpected(*std::move(objection));
    if (located->key.kind == ElementKind::Type && !canBeSaid(edit.name))
        return failure(
            ErrorCode::InvalidArgument,
            Phrase::of("Payloads could not use a type called '{}'. Choose a name of letters and digits "
                       "that is no type of the language.",
                       edit.name));
    const Element& current = located->base();
    Renames renames(lookup);
    if (const auto* context = std::get_if<const Context*>(&located->element))
        renames.context(**context, edit.name);
    else
        renames.element(*located, {located->context ? located->context->name : std::string{}, edit.name});

    // A value object is a mapping of its fields: the language has no place there for what it was called.
    const bool keepsFormerNames = located->key.kind != ElementKind::Type;
    Applied applied{.model = model, .label = Phrase::of("Rename {} to {}", current.name, edit.name)};
    const auto rewritten = rewrite(applied.model, renames);
    if (!rewritten) return tl::unexpected(rewritten.error());
    applied.references = *rewritten;
    atElement(applied.model, edit.id, [&](auto& list, std::size_t index) {
        change(list[index], [&](Element& element) {
            if (keepsFormerNames)
                element.formerly = formerlyAfter(current, findElement(opened, edit.id), edit.name);
            element.name = edit.name;
        });
    });
    return applied;
}

Result<Applied> renameStage(const Model& model, const RenameStage& edit) {
    if (!model.migration ||
        std::ranges::find(model.migration->stages, edit.from) == model.migration->stages.end())
        return failure(ErrorCode::NotFound,
                       Phrase::of("The migration has no stage '{}'. Choose one of its stages.", edit.from));
    Applied applied{.model = model, .label = Phrase::of("Rename stage {} to {}", edit.from, edit.to)};
    *std::ranges::find(applied.model.migration->stages, edit.from) = edit.to;
    const auto follow = [&](const RefUse& use, Ref& ref) {
        if (use.target != ElementKind::Stage || ref.name != edit.from) return;
        ref.name = edit.to;
        ++applied.references;
    };
    const auto touched = [&](const Element& e) { return e.since == edit.from || e.until == edit.from; };
    const auto walk = [&](const auto& self, auto& list) -> void {
        for (auto& shared : list) {
            if (!holds(*shared, touched)) continue;
            change(shared, [&](auto& element) {
                references::common(element, follow);
                forEachInnerList(element, [&](auto& inner) { self(self, inner); });
            });
        }
    };
    forEachRootList(applied.model, [&](auto& list) { walk(walk, list); });
    forEachRootRef(applied.model, follow);
    return applied;
}

} // namespace factline::edit
