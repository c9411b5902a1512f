// SPDX-License-Identifier: Apache-2.0
#include "support/edit_generator.h"

#include <array>
#include <ostream>

#include "domain/references.h"
#include "support/model_generator.h"

namespace factline::edit {

void showValue(const Edit& edit, std::ostream& out) {
    static constexpr std::array names{"add",  "remove", "rename",      "rename stage", "replace",
                                      "move", "paste",  "change root", "several"};
    out << names.at(edit.index());
    if (const auto* rename = std::get_if<Rename>(&edit))
        out << ' ' << rename->id.value << " to " << rename->name;
    if (const auto* removal = std::get_if<RemoveElements>(&edit))
        for (const ElementId id : removal->ids)
            out << ' ' << id.value;
}

} // namespace factline::edit

namespace factline::testing {

namespace {

using edit::AddElement;
using edit::AnyValue;

/// The elements of a model by what can be done with them.
struct Choice {
    std::vector<ElementId> all;
    std::vector<ElementId> named; ///< all but subscriptions
    std::vector<ElementId> movable;
    std::vector<ElementId> contexts;
    std::vector<ElementId> consumers;

    explicit Choice(const Lookup& lookup) {
        for (const Located& located : lookup.all()) {
            const ElementId id = located.id();
            const ElementKind kind = located.key.kind;
            all.push_back(id);
            if (kind != ElementKind::Subscription) named.push_back(id);
            if (kind == ElementKind::Context) contexts.push_back(id);
            if (kind == ElementKind::View || kind == ElementKind::Policy) consumers.push_back(id);
            if (located.context && kind != ElementKind::Context && kind != ElementKind::Subscription)
                movable.push_back(id);
        }
    }
};

const ElementId& pick(const std::vector<ElementId>& ids) {
    return ids[number<std::size_t>(0, ids.size())];
}

std::vector<ElementId> pickSome(const std::vector<ElementId>& ids) {
    std::vector<ElementId> some;
    for (std::size_t i = number<std::size_t>(1, 4); i > 0; --i)
        some.push_back(pick(ids));
    return some;
}

AnyValue valueOf(const Located& located) {
    return std::visit([](const auto* element) { return AnyValue(*element); }, located.element);
}

bool isRootKind(ElementKind kind) {
    return kind == ElementKind::Claim || kind == ElementKind::Context || kind == ElementKind::Audience;
}

/// Adds an element of another model; nothing fitting there: an empty context.
AddElement addition(const Choice& choice, const Lookup& from) {
    AddElement add{Context{}, {}, {}};
    if (rarely(2)) add.position = number<std::size_t>(0, 4);
    std::vector<const Located*> fitting;
    for (const Located& located : from.all()) {
        const ElementKind kind = located.key.kind;
        if (isRootKind(kind) ||
            !(kind == ElementKind::Subscription ? choice.consumers : choice.contexts).empty())
            fitting.push_back(&located);
    }
    if (fitting.empty()) return add;
    const Located& chosen = *fitting[number<std::size_t>(0, fitting.size())];
    add.value = valueOf(chosen);
    if (chosen.key.kind == ElementKind::Subscription)
        add.where = pick(choice.consumers);
    else if (!isRootKind(chosen.key.kind))
        add.where = pick(choice.contexts);
    return add;
}

/// The element with the fields of one of its kind elsewhere; its own name and identity.
AnyValue changed(const Located& located, const Lookup& from) {
    AnyValue value = valueOf(located);
    std::visit(
        [&]<typename T>(T& mine) {
            for (const Located& other : from.all()) {
                const auto* theirs = std::get_if<const T*>(&other.element);
                if (!theirs || rarely(2)) continue;
                T taken = **theirs;
                taken.id = mine.id;
                taken.name = mine.name;
                if constexpr (std::same_as<T, Subscription>) taken.event = mine.event;
                mine = taken;
                return;
            }
        },
        value);
    return value;
}

} // namespace

rc::Gen<edit::Edit> edits(const Model& model) {
    return rc::gen::exec([model]() -> edit::Edit {
        const Lookup lookup(model);
        const Choice choice(lookup);
        const Lookup other(*models());
        const int kind = choice.all.empty() ? 0 : number(0, 8);
        const char* const names[] = {"order", "OrderPlaced", "new-name", "order.checkout-finished", "billing",
                                     ""};
        switch (kind) {
        case 1:
            return edit::RemoveElements{pickSome(choice.all)};
        case 2:
        case 3:
            return edit::Rename{pick(choice.named), oneOf(names)};
        case 4:
            return edit::ReplaceElement{changed(*lookup.find(pick(choice.all)), other)};
        case 5:
            if (!choice.movable.empty())
                return edit::MoveToContext{pickSome(choice.movable), pick(choice.contexts)};
            break;
        case 6: {
            edit::Paste paste;
            for (int i = number(0, 3); i > 0; --i)
                paste.elements.push_back(addition(choice, other));
            return paste;
        }
        case 7:
            if (model.migration && rarely(2))
                return edit::RenameStage{model.migration->stages.front(), "first"};
            return edit::ChangeRoot{edit::rootOf(other.model())};
        default:
            break;
        }
        return addition(choice, other);
    });
}

} // namespace factline::testing
