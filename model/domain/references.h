// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "domain/lookup.h"
#include "domain/sections.h"

namespace factline {

/// Where a reference stands inside its element, and what it may lead to.
struct RefUse {
    std::string_view field;     ///< key path inside the element: "announces", "freshness.from", "payload"
    ElementKind target;         ///< what it leads to
    ElementKind orElse;         ///< what it leads to where there is no `target` of that name; mostly the same
    std::string_view item = {}; ///< the payload field's name for `payload` and `fields`; empty elsewhere

    RefUse(std::string_view key, ElementKind kind)
        : field(key)
        , target(kind)
        , orElse(kind) {}
    RefUse(std::string_view key, ElementKind kind, ElementKind other)
        : field(key)
        , target(kind)
        , orElse(other) {}
    RefUse with(std::string_view name) const {
        RefUse use = *this;
        use.item = name;
        return use;
    }
};

/// The context that an element stands in, before and after a change. Names of payload types, and of the
/// channel a view is rebuilt from, are bare inside their own context, so that the text of a reference depends
/// on it. Both are the same where nothing moves.
struct Home {
    std::string_view before;
    std::string_view after;
    explicit Home(std::string_view context)
        : before(context)
        , after(context) {}
    Home(std::string_view from, std::string_view to)
        : before(from)
        , after(to) {}
};

namespace references {

/// A reference that is a bare name without a context: claims, contexts, stages.
template<typename S, typename Visit>
void name(S& text, const RefUse& use, Visit& visit) {
    Ref ref{{}, text};
    if constexpr (std::is_const_v<S>) {
        visit(use, std::as_const(ref));
    } else {
        visit(use, ref);
        if (ref.name != text) text = std::move(ref.name);
    }
}

template<typename R, typename Visit>
void optional(R& ref, const RefUse& use, Visit& visit) {
    if (!ref.empty()) visit(use, ref);
}

template<typename List, typename Visit>
void all(List& list, const RefUse& use, Visit& visit) {
    for (auto& item : list) {
        if constexpr (std::same_as<std::remove_const_t<std::remove_reference_t<decltype(item)>>, Ref>)
            visit(use, item);
        else
            name(item, use, visit);
    }
}

/// A name that is bare inside its own context.
template<typename S, typename Visit>
void text(S& written, const Home& home, const RefUse& use, Visit& visit) {
    Ref ref = parseRef(written, home.before);
    if constexpr (std::is_const_v<S>) {
        visit(use, std::as_const(ref));
    } else {
        visit(use, ref);
        const bool bare = written.find('/') == std::string::npos;
        written = bare ? unparseRef(ref, home.after) : ref.context + '/' + ref.name; // as it was written
    }
}

/// What a view is rebuilt from: the word `channel` is no name.
template<typename S, typename Visit>
void rebuiltFrom(S& from, const Home& home, Visit& visit) {
    constexpr std::string_view word = "channel";
    if (from.empty() || from == word) return;
    text(from, home, {"rebuild.from", ElementKind::Channel}, visit);
    if constexpr (!std::is_const_v<S>)
        if (from == word) from = std::string(home.after) + '/' + from; // renamed to that very word
}

template<typename T, typename Visit>
void type(T& payloadType, const Home& home, const RefUse& use, Visit& visit) {
    for (auto& element : payloadType.of)
        type(element, home, use, visit);
    if (payloadType.kind != PayloadType::Kind::Named) return;
    text(payloadType.name, home, use, visit);
}

template<typename List, typename Visit>
void fields(List& list, const Home& home, std::string_view field, Visit& visit) {
    for (auto& item : list) {
        type(item.type, home, RefUse(field, ElementKind::Type).with(item.name), visit);
        if (item.copies) optional(item.copies->fact, RefUse(field, ElementKind::Fact).with(item.name), visit);
    }
}

template<typename T, typename Visit>
void common(T& element, Visit& visit) {
    if (!element.since.empty()) name(element.since, {"since", ElementKind::Stage}, visit);
    if (!element.until.empty()) name(element.until, {"until", ElementKind::Stage}, visit);
}

} // namespace references

/// Calls `visit(const RefUse&, Ref&)` for every reference that the element itself holds (not those of
/// elements inside it): the one place that knows where references stand. With a const element the Ref is
/// const; otherwise it may be changed. Claims, contexts and stages come as a Ref without context.
template<typename T, typename Visit>
void forEachRef(T& element, const Home& home, Visit&& visit) {
    using enum ElementKind;
    namespace r = references;
    using E = std::remove_const_t<T>;
    r::common(element, visit);
    if constexpr (std::same_as<E, factline::Claim>) {
        r::optional(element.of, {"of", Fact}, visit);
        r::all(element.implies, {"implies", Claim}, visit);
        r::all(element.excludes, {"excludes", Claim}, visit);
    } else if constexpr (std::same_as<E, factline::Context>) {
        for (auto& relation : element.relations)
            r::name(relation.with, {"relations", Context}, visit);
    } else if constexpr (std::same_as<E, factline::Fact>) {
        r::all(element.writers, {"writers", Context}, visit);
        r::all(element.derivedFrom, {"derivedFrom", Fact}, visit);
        r::optional(element.takesOver, {"takesOver", Fact}, visit);
    } else if constexpr (std::same_as<E, factline::Event>) {
        r::all(element.announces, {"announces", Fact}, visit);
        if (element.asserts) r::all(*element.asserts, {"asserts", Claim}, visit);
        if (element.denies) r::all(*element.denies, {"denies", Claim}, visit);
        r::all(element.revokedBy, {"revokedBy", Event}, visit);
        r::optional(element.channel, {"channel", Channel}, visit);
        r::fields(element.payload, home, "payload", visit);
    } else if constexpr (std::same_as<E, TypeDefinition>) {
        r::fields(element.fields, home, "fields", visit);
    } else if constexpr (std::same_as<E, factline::Subscription>) {
        r::optional(element.event, {"event", Event}, visit);
        if (element.reliesOn)
            for (auto& reliance : *element.reliesOn)
                r::name(reliance.claim, {"reliesOn", Claim}, visit);
    } else if constexpr (std::same_as<E, factline::View>) {
        r::all(element.shows, {"shows", Fact}, visit);
        if (element.freshness) r::optional(element.freshness->from, {"freshness.from", Fact}, visit);
        if (element.reconciled) r::optional(element.reconciled->against, {"reconciled.against", Fact}, visit);
        if (element.rebuild) r::rebuiltFrom(element.rebuild->from, home, visit);
    } else if constexpr (std::same_as<E, factline::Policy>) {
        r::all(element.then, {"then", Event}, visit);
        r::optional(element.compensatedBy, {"compensatedBy", Event}, visit);
    } else if constexpr (std::same_as<E, factline::Decision>) {
        for (auto& read : element.reads)
            visit(read.askOwner ? RefUse{"reads", Fact, View} : RefUse{"reads", View, Fact}, read.target);
    } else if constexpr (std::same_as<E, factline::Audience>) {
        r::all(element.sees, {"sees", View}, visit);
        r::optional(element.of, {"of", Fact}, visit);
    }
}

/// The same for the model's own references: the migration's `now` and the contexts of assumed outages.
template<typename M, typename Visit>
requires std::same_as<std::remove_const_t<M>, Model>
void forEachRootRef(M& model, Visit&& visit) {
    if (model.migration && !model.migration->now.empty())
        references::name(model.migration->now, {"migration.now", ElementKind::Stage}, visit);
    for (auto& scenario : model.scenarios)
        for (auto& outage : scenario.outage)
            references::name(outage.first, {"scenarios", ElementKind::Context}, visit);
}

/// The same for an element found by a Lookup.
template<typename Visit>
void forEachRef(const Located& located, Visit&& visit) {
    const Home home(located.context ? std::string_view(located.context->name) : std::string_view{});
    std::visit([&](const auto* element) { forEachRef(*element, home, visit); }, located.element);
}

/// The element that a reference means: the first of that name; null where it leads nowhere (and for stages).
const Located* resolve(const Lookup& lookup, const RefUse& use, const Ref& ref);

/// Whether a reference leads somewhere; knows stages too.
bool resolves(const Lookup& lookup, const RefUse& use, const Ref& ref);

/// One reference to an element: who holds it, and in which field.
struct Usage {
    const Located* holder = nullptr;
    RefUse use;
};

/// Every reference that means this element, in the order of the model: the "used in" list. References to a
/// context's contents count for those, not for the context.
std::vector<Usage> usages(const Lookup& lookup, ElementId id);

} // namespace factline
