// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"

#include <set>

namespace factline::lint {

namespace {

using Pair = std::pair<std::string_view, std::string_view>;

Pair pairOf(std::string_view a, std::string_view b) {
    return a < b ? Pair(a, b) : Pair(b, a);
}

void check(const Survey& survey, Report& report) {
    std::set<Pair> map;
    bool drawn = false;
    for (const auto& context : survey.lookup.model().contexts)
        for (const Relation& relation : context->relations) {
            drawn = true;
            if (relation.kind != RelationKind::SeparateWays) map.insert(pairOf(context->name, relation.with));
        }
    if (!drawn) return;
    for (const Subscriber& subscriber : survey.lookup.subscriptions()) {
        const Ref& event = subscriber.subscription->event;
        const std::string& consumer = subscriber.context->name;
        if (event.context == consumer || map.contains(pairOf(consumer, event.context))) continue;
        if (!survey.lookup.findEvent(event)) continue; // event-unowned
        report.add({.element = subscriber.key(),
                    .at = subscriber.subscription->id,
                    .message = Phrase::of(
                        "{} consumes {}, and no relation is declared between {} and {}. Put the pair "
                        "on the map: relations: {{}: ...}.",
                        toString(Ref{consumer, subscriber.consumerName()}), toString(event), consumer,
                        event.context, event.context),
                    .evidence = {toString(event)}});
    }
}

std::optional<Fix> fix(const Finding& finding, const Lookup& lookup) {
    const Located* located = lookup.find(finding.at);
    const auto* subscription = pointedAt<Subscription>(finding, lookup);
    if (!subscription || !located->context || !lookup.findContext((*subscription).event.context))
        return std::nullopt;
    const ContextName& supplier = subscription->event.context;
    Context consumer = *located->context;
    std::erase_if(consumer.relations, [&](const Relation& relation) { return relation.with == supplier; });
    consumer.relations.push_back({supplier, RelationKind::CustomerSupplier});
    edit::Several step{Phrase::of("Draw {} as the supplier of {}", supplier, consumer.name), {}};
    step.edits.emplace_back(edit::ReplaceElement{std::move(consumer)});
    return Fix{step.label, false, std::move(step)};
}

} // namespace

Rule subscriptionOffMap() {
    return {.id = "subscription-off-map",
            .severity = Severity::Warning,
            .basis = RuleBasis::Structural,
            .topic = Topic::Coupling,
            .summary = "a subscription between two contexts that declare no relation",
            .check = check,
            .sight = {.elements = kinds(ElementKind::Context, ElementKind::Subscription, ElementKind::Event),
                      .words = 0,
                      .dangling = false},
            .fix = fix};
}

} // namespace factline::lint
