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
                    .message = fmt::format(
                        "{} consumes {}, and no relation is declared between {} and {}. Put the pair "
                        "on the map: relations: {{{}: ...}}.",
                        toString(Ref{consumer, subscriber.consumerName()}), toString(event), consumer,
                        event.context, event.context),
                    .evidence = {toString(event)}});
    }
}

} // namespace

Rule subscriptionOffMap() {
    return {.id = "subscription-off-map",
            .severity = Severity::Warning,
            .basis = RuleBasis::Structural,
            .topic = Topic::Coupling,
            .summary = "a subscription between two contexts that declare no relation",
            .check = check};
}

} // namespace factline::lint
