// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"

namespace factline::lint {

namespace {

void check(const Subscriber& subscriber, const Survey& survey, Report& report) {
    const auto& subscription = *subscriber.subscription;
    if (!subscription.version) return;
    const Event* event = survey.lookup.findEvent(subscription.event);
    if (!event || event->version == *subscription.version) return; // not there: event-unowned
    const bool behind = *subscription.version < event->version;
    const std::string name = toString(subscription.event);
    report.add({.element = subscriber.key(),
                .at = subscription.id,
                .field = "version",
                .message = Phrase::of(
                    "{} reads version {} of {}, and {} publishes version {}: {}",
                    toString(Ref{subscriber.context->name, subscriber.consumerName()}), *subscription.version,
                    name, subscription.event.context, event->version,
                    behind ? Phrase::of("what is new in it, and what it no longer means, passes by.")
                           : Phrase::of("it waits for what nobody sends yet.")),
                .evidence = {name}});
}

std::optional<Fix> fix(const Finding& finding, const Lookup& lookup) {
    const auto* subscription = pointedAt<Subscription>(finding, lookup);
    const Event* event = subscription ? lookup.findEvent(subscription->event) : nullptr;
    if (!event) return std::nullopt;
    return changing<Subscription>(finding, lookup, false, Phrase::of("Read version {}", event->version),
                                  [&](Subscription& changed) { changed.version = event->version; });
}

} // namespace

Rule consumerVersionBehind() {
    return {.id = "consumer-version-behind",
            .severity = Severity::Warning,
            .basis = RuleBasis::Structural,
            .topic = Topic::Delivery,
            .summary = "a subscription is made for another version than is published",
            .check = check,
            .fix = fix};
}

} // namespace factline::lint
