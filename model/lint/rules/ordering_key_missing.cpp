// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"

namespace factline::lint {

namespace {

/// Who needs an event in order.
struct Needs {
    std::vector<Phrase> said;
    std::vector<std::string> evidence;
};

void collect(const Ref& event, const Lookup& lookup, bool onChannel, Needs& needs) {
    for (const Subscriber& subscriber : lookup.subscribers(event)) {
        if (!subscriber.subscription->needsOrder) continue;
        const std::string consumer = toString(Ref{subscriber.context->name, subscriber.consumerName()});
        needs.said.push_back(Phrase::of("{} needs {} in order", consumer, toString(event)));
        needs.evidence.push_back(subscriber.key().name);
        if (onChannel) needs.evidence.push_back(toString(event));
    }
}

void report(const ElementKey& element, ElementId at, const Needs& needs, const Phrase& lack, Report& to) {
    if (needs.said.empty()) return;
    to.add(
        {.element = element,
         .at = at,
         .message = Phrase::of("{}, and {}. Without a key nothing keeps the changes of one entity in their "
                               "order.",
                               enumeration(eachOnce(needs.said)), lack),
         .evidence = eachOnce(needs.evidence)});
}

void check(const Channel& channel, const Context& context, const Survey& survey, Report& to) {
    if (!channel.key.empty()) return;
    Needs needs;
    for (const Located* event : survey.eventsOn(channel)) {
        const Ref name = parseRef(event->key.name, {});
        if (survey.lookup.find(ElementKind::Event, name) == event) collect(name, survey.lookup, true, needs);
    }
    const ElementKey key = keyOf(ElementKind::Channel, context.name, channel.name);
    report(key, channel.id, needs, Phrase::of("the channel {} has no key", key.name), to);
}

void checkEvent(const Event& event, const Context& context, const Survey& survey, Report& to) {
    if (!event.channel.empty()) return; // the channel is told, or reference-unresolved
    const Ref name{context.name, event.name};
    if (survey.lookup.findEvent(name) != &event) return; // a later event of a name that is taken
    Needs needs;
    collect(name, survey.lookup, false, needs);
    report(keyOf(ElementKind::Event, context.name, event.name), event.id, needs,
           Phrase::of("it is on no channel"), to);
}

std::optional<Fix> fix(const Finding& finding, const Lookup& lookup) {
    return keyedAsItsFacts(finding, lookup);
}

} // namespace

Rule orderingKeyMissing() {
    return {.id = "ordering-key-missing",
            .severity = Severity::Error,
            .basis = RuleBasis::Structural,
            .topic = Topic::Delivery,
            .summary = "a consumer needs order, and the channel has no key or the event no channel",
            .check = check,
            .also = {checkEvent},
            .fix = fix};
}

} // namespace factline::lint
