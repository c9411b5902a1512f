// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"

#include <array>
#include <span>

namespace factline::lint {

namespace {

/// Kinds that share their names: within a context facts, views, policies and decisions may be read or asked
/// for by the same reference.
std::span<const ElementKind> sharingWith(const ElementKind& kind) {
    using enum ElementKind;
    static constexpr std::array shared{Fact, View, Policy, Decision};
    if (std::ranges::find(shared, kind) != shared.end()) return shared;
    return {&kind, 1};
}

bool standsBefore(const Located& one, const Located& other, const Lookup& lookup) {
    if (one.context == other.context) return &one < &other; // they stand in one list
    for (const auto& context : lookup.model().contexts) {
        if (context.get() == one.context) return true;
        if (context.get() == other.context) return false;
    }
    return false;
}

/// The first element of the name; what references mean.
const Located* firstOf(const Located& located, const Lookup& lookup) {
    const Located* first = &located;
    for (const ElementKind kind : sharingWith(located.key.kind)) {
        const Located* other = lookup.find(ElementKey{kind, located.key.name});
        if (other && other != first && standsBefore(*other, *first, lookup)) first = other;
    }
    return first;
}

void check(const Located& located, const Survey& survey, Report& report) {
    if (located.key.kind == ElementKind::Subscription || bareName(located).empty()) return;
    const Located* first = firstOf(located, survey.lookup);
    if (first == &located) return;
    const auto kind = located.key.kind, other = first->key.kind;
    report.add(
        {.element = located.key,
         .at = idOf(&located),
         .message =
             kind == other
                 ? Phrase::of(
                       "The name {} is taken: there are two {}s of it. References mean the first; give "
                       "this one a name of its own.",
                       located.key.name, nounOf(kind))
                 : Phrase::of(
                       "The name {} is taken: it is both {} and {}. References mean the first; give this "
                       "one a name of its own.",
                       located.key.name, withArticle(other), withArticle(kind)),
         .evidence = {toString(first->key)}});
}

/// A view or policy that consumes one event twice: the second one's words would count nowhere.
void checkSubscription(const Subscriber& subscriber, const Survey& survey, Report& report) {
    const Ref& event = subscriber.subscription->event;
    ElementKey key = subscriber.key();
    if (event.empty()) return;
    const Located* first = survey.lookup.find(key);
    if (!first || std::get<const Subscription*>(first->element) == subscriber.subscription) return;
    report.add({.element = std::move(key),
                .at = subscriber.subscription->id,
                .message = Phrase::of(
                    "{} consumes {} twice. The first counts; join the two, or name another event.",
                    toString(Ref{subscriber.context->name, subscriber.consumerName()}), toString(event)),
                .evidence = {toString(event)}});
}

} // namespace

Rule nameTaken() {
    return {.id = "name-taken",
            .severity = Severity::Error,
            .basis = RuleBasis::Structural,
            .topic = Topic::References,
            .summary = "two elements of one context have the same name, or one event is consumed twice",
            .check = check,
            .also = {checkSubscription}};
}

} // namespace factline::lint
