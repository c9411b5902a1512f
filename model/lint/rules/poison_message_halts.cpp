// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"

namespace factline::lint {

namespace {

void check(const Subscriber& subscriber, const Survey& survey, Report& report) {
    if (subscriber.subscription->onFailure != OnFailure::Halt) return;
    const Event* event = survey.lookup.findEvent(subscriber.subscription->event);
    if (!event || event->visibility != Visibility::Public) return;
    const std::string name = toString(subscriber.subscription->event);
    const std::string consumer = toString(Ref{subscriber.context->name, subscriber.consumerName()});
    report.add(
        {.element = subscriber.key(),
         .at = subscriber.subscription->id,
         .field = "onFailure",
         .message = Phrase::of("{} halts when it cannot handle {}: everything behind it grows old, while "
                               "{} believes it was told. Park the message and go on.",
                               consumer, name, consumer),
         .evidence = {name}});
}

std::optional<Fix> fix(const Finding& finding, const Lookup& lookup) {
    return changing<Subscription>(
        finding, lookup, false, Phrase::of("Park what cannot be handled"),
        [](Subscription& subscription) { subscription.onFailure = OnFailure::Park; });
}

} // namespace

Rule poisonMessageHalts() {
    return {.id = "poison-message-halts",
            .severity = Severity::Warning,
            .basis = RuleBasis::Structural,
            .topic = Topic::Delivery,
            .summary = "a consumer halts on a public event that it cannot handle",
            .check = check,
            .insideOnly = true,
            .fix = fix};
}

} // namespace factline::lint
