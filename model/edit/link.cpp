// SPDX-License-Identifier: Apache-2.0
#include "edit/link.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "domain/sections.h"
#include "edit/steps.h"

namespace factline::edit {

namespace {

using K = ElementKind;
using enum LinkMeaning;

/// Which end of the line keeps the reference.
enum class Holder { From, To };

/// One pair of kinds that can be linked.
struct Rule {
    ElementKind from;
    ElementKind to;
    LinkMeaning meaning;
    Holder holder;
    std::string_view word;
};

constexpr std::array rules{
    Rule{K::Context, K::Context, Supplies, Holder::To, "supplies"},
    Rule{K::Fact, K::Fact, Derives, Holder::To, "is the source of"},
    Rule{K::Fact, K::Event, Announces, Holder::To, "announced by"},
    Rule{K::Fact, K::View, Shows, Holder::To, "shown in"},
    Rule{K::Fact, K::Decision, Asks, Holder::To, "asked for by"},
    Rule{K::Event, K::Fact, Announces, Holder::From, "announces"},
    Rule{K::Event, K::View, Feeds, Holder::To, "feeds"},
    Rule{K::Event, K::Policy, Triggers, Holder::To, "triggers"},
    Rule{K::View, K::Fact, Derives, Holder::To, "is the source of"},
    Rule{K::View, K::Event, Feeds, Holder::From, "fed by"},
    Rule{K::View, K::Decision, Reads, Holder::To, "read by"},
    Rule{K::Policy, K::Event, Causes, Holder::From, "leads to"},
    Rule{K::Decision, K::Fact, Asks, Holder::From, "asks the owner of"},
    Rule{K::Decision, K::View, Reads, Holder::From, "reads"},
};

const Rule* ruleFor(ElementKind from, ElementKind to) {
    const auto* found =
        std::ranges::find_if(rules, [&](const Rule& rule) { return rule.from == from && rule.to == to; });
    return found == rules.end() ? nullptr : found;
}

constexpr bool isDrawn(ElementKind kind) {
    return kind == K::Context || kind == K::Fact || kind == K::Event || kind == K::View ||
           kind == K::Policy || kind == K::Decision;
}

/// Why two kinds cannot be linked, and what to do instead.
Phrase objection(ElementKind from, ElementKind to) {
    const auto pair = [&](ElementKind a, ElementKind b) {
        return (from == a && to == b) || (from == b && to == a);
    };
    if (!isDrawn(from) || !isDrawn(to))
        return Phrase::of(
            "Only contexts, facts, events, views, policies and decisions can be linked. Set the field in "
            "the inspector.");
    if (from == K::Context || to == K::Context)
        return Phrase::of(
            "A context is linked to other contexts only. Link something that stands inside it.");
    if (pair(K::Event, K::Decision))
        return Phrase::of(
            "A decision reads views and asks owners; it cannot be fed by an event. Link the event to a "
            "view first, then the view to the decision.");
    if (pair(K::Fact, K::Policy))
        return Phrase::of(
            "A policy is triggered by events, not by facts. Link the fact to an event that announces it, "
            "then the event to the policy.");
    if (from == K::Event && to == K::Event)
        return Phrase::of("An event leads to another one through a policy. Put a policy between the two.");
    if (pair(K::View, K::Policy))
        return Phrase::of(
            "Policies and views meet through events only. Link the policy to an event, or an event to the "
            "view.");
    if (from == K::View && to == K::View)
        return Phrase::of("A view is fed by events, not by other views. Link an event to it.");
    if (from == K::Policy && to == K::Policy)
        return Phrase::of("A policy leads to another one through an event. Put an event between the two.");
    if (pair(K::Policy, K::Decision))
        return Phrase::of(
            "A decision reads views; a policy only leads to events. Link the policy to an event, the "
            "event to a view and the view to the decision.");
    return Phrase::of("A decision leads to no other decision. Link both to the views that they read.");
}

const Element& elementOf(const Located& located) {
    return located.base();
}

template<typename T>
const T& as(const Located& located) {
    return *std::get<const T*>(located.element);
}

Ref refTo(const Located& located) {
    return {located.context ? located.context->name : std::string{}, elementOf(located).name};
}

bool contains(const std::vector<Ref>& refs, const Ref& ref) {
    return std::ranges::find(refs, ref) != refs.end();
}

/// Nothing where the reference is there already.
std::optional<AnyValue> announce(Event event, const Ref& fact) {
    if (contains(event.announces, fact)) return std::nullopt;
    event.announces.push_back(fact);
    return event;
}

template<typename T>
bool subscribe(T& consumer, const Ref& event) {
    auto& list = subscriptionsOf(consumer);
    if (std::ranges::any_of(list, [&](const auto& each) { return each->event == event; })) return false;
    Subscription subscription;
    subscription.event = event;
    list.push_back(std::move(subscription));
    return true;
}

std::optional<AnyValue> feed(View view, const Ref& ref, const Event& event) {
    if (!subscribe(view, ref)) return std::nullopt;
    if (view.shows.empty()) view.shows = event.announces;
    return view;
}

std::optional<AnyValue> trigger(Policy policy, const Ref& event) {
    if (!subscribe(policy, event)) return std::nullopt;
    return policy;
}

std::optional<AnyValue> cause(Policy policy, const Ref& event) {
    if (contains(policy.then, event)) return std::nullopt;
    policy.then.push_back(event);
    return policy;
}

std::optional<AnyValue> read(Decision decision, const Ref& target, bool askOwner) {
    if (std::ranges::any_of(decision.reads, [&](const Read& each) { return each.target == target; }))
        return std::nullopt;
    decision.reads.push_back({.target = target, .askOwner = askOwner});
    return decision;
}

std::optional<AnyValue> derive(Fact fact, const std::vector<Ref>& sources, const Ref& self) {
    const std::size_t before = fact.derivedFrom.size();
    for (const Ref& source : sources)
        if (source != self && !contains(fact.derivedFrom, source)) fact.derivedFrom.push_back(source);
    if (fact.derivedFrom.size() == before) return std::nullopt;
    return fact;
}

std::optional<AnyValue> show(View view, const Ref& fact) {
    if (contains(view.shows, fact)) return std::nullopt;
    view.shows.push_back(fact);
    return view;
}

bool related(const Context& one, const Context& other) {
    return std::ranges::any_of(one.relations, [&](const Relation& each) { return each.with == other.name; });
}

std::optional<AnyValue> supply(Context customer, const Context& supplier) {
    if (related(customer, supplier) || related(supplier, customer)) return std::nullopt;
    customer.relations.push_back({supplier.name, RelationKind::CustomerSupplier});
    return customer;
}

std::optional<AnyValue> changed(LinkMeaning meaning, const Located& holder, const Located& named) {
    const Ref ref = refTo(named);
    switch (meaning) {
    case Announces:
        return announce(as<Event>(holder), ref);
    case Feeds:
        return feed(as<View>(holder), ref, as<Event>(named));
    case Triggers:
        return trigger(as<Policy>(holder), ref);
    case Causes:
        return cause(as<Policy>(holder), ref);
    case Reads:
    case Asks:
        return read(as<Decision>(holder), ref, meaning == Asks);
    case Derives:
        if (named.key.kind == K::View) return derive(as<Fact>(holder), as<View>(named).shows, refTo(holder));
        return derive(as<Fact>(holder), {ref}, refTo(holder));
    case Shows:
        return show(as<View>(holder), ref);
    case Supplies:
        return supply(as<Context>(holder), as<Context>(named));
    }
    return std::nullopt;
}

/// Why a reference from `holder` could not mean `named`; empty where it can.
Phrase unreachable(const Lookup& lookup, const Located& holder, const Located& named) {
    const std::string& name = elementOf(named).name;
    const Phrase kind = nounOf(named.key.kind);
    if (name.empty())
        return Phrase::of("The {} has no name yet, so nothing can refer to it. Give it a name first.", kind);
    if (&elementOf(*lookup.find(named.key)) != &elementOf(named))
        return Phrase::of("There are two {}s called {}, and a reference means the first. Rename one of them "
                          "first.",
                          kind, name);
    if (named.key.kind == K::Context) return {};
    const Ref ref = refTo(named);
    const std::string& home = holder.context->name;
    if (parseRef(unparseRef(ref, home), home) != ref)
        return Phrase::of("A reference could not say the name of {} {}. Rename it first.", kind, name);
    return {};
}

/// What stands in the way of computing a fact from what a view shows.
Phrase notASource(const Located& fact, const Located& view) {
    if (view.context != fact.context)
        return Phrase::of(
            "A fact is derived from views of its own context. Link the fact that the view shows "
            "instead.");
    if (as<View>(view).shows.empty())
        return Phrase::of("{} shows nothing yet. Link a fact to it first.", elementOf(view).name);
    return {};
}

Result<Edit> link(const Lookup& lookup, const Located& from, const Located& to) {
    if (elementOf(from).id == elementOf(to).id)
        return failure(ErrorCode::InvalidArgument,
                       Phrase::of("Nothing is linked to itself. Choose another element."));
    const Rule* rule = ruleFor(from.key.kind, to.key.kind);
    if (!rule) return failure(ErrorCode::InvalidArgument, objection(from.key.kind, to.key.kind));
    const Located& holder = rule->holder == Holder::From ? from : to;
    const Located& named = rule->holder == Holder::From ? to : from;
    const bool fromView = rule->meaning == Derives && named.key.kind == K::View;
    auto why = fromView ? notASource(holder, named) : unreachable(lookup, holder, named);
    if (!why.empty()) return failure(ErrorCode::Refused, std::move(why));
    auto value = changed(rule->meaning, holder, named);
    const std::string &a = elementOf(from).name, &b = elementOf(to).name;
    if (!value)
        return failure(ErrorCode::Refused,
                       Phrase::of("{} and {} are already linked. Choose another element.", a, b));
    return Several{Phrase::of("Link {} to {}", a, b), {ReplaceElement{*std::move(value)}}};
}

} // namespace

Result<Edit> link(const Model& model, ElementId from, ElementId to) {
    const Lookup lookup(model);
    const Located* start = lookup.find(from);
    const Located* end = lookup.find(to);
    if (!start || !end) return unknownId();
    return link(lookup, *start, *end);
}

std::vector<LinkTarget> legalTargets(const Model& model, ElementId from) {
    const Lookup lookup(model);
    const Located* start = lookup.find(from);
    std::vector<LinkTarget> targets;
    if (!start) return targets;
    for (const Located& end : lookup.all()) {
        const Rule* rule = ruleFor(start->key.kind, end.key.kind);
        if (rule && link(lookup, *start, end))
            targets.push_back({elementOf(end).id, rule->meaning, rule->word});
    }
    return targets;
}

std::vector<LinkKind> legalKinds(ElementKind from) {
    std::vector<LinkKind> kinds;
    for (const Rule& rule : rules)
        if (rule.from == from) kinds.push_back({rule.to, rule.meaning, rule.word});
    return kinds;
}

} // namespace factline::edit
