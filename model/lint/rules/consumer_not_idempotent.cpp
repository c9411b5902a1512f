// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"

namespace factline::lint {

namespace {

void check(const Subscriber& subscriber, const Survey& survey, Report& report) {
    if (subscriber.subscription->onDuplicate != OnDuplicate::AppliedAgain) return;
    if (subscriber.subscription->event.empty()) return; // reference-unresolved
    const auto* view = std::get_if<const View*>(&subscriber.consumer);
    const auto decisions = view ? namesOf(survey.readersOf(**view)) : std::vector<std::string>();
    const std::string event = toString(subscriber.subscription->event);
    auto evidence = decisions;
    evidence.insert(evidence.begin(), event);
    report.add(
        decisions.empty() ? Severity::Warning : Severity::Error,
        {.element = subscriber.key(),
         .at = subscriber.subscription->id,
         .field = "onDuplicate",
         .message = Phrase::of("{} applies {} again when it is delivered twice{}. Brokers deliver at least "
                               "once: keep the ids of what was handled, and ignore what comes again.",
                               toString(Ref{subscriber.context->name, subscriber.consumerName()}), event,
                               andDecides(decisions)),
         .evidence = std::move(evidence)});
}

std::optional<Fix> fix(const Finding& finding, const Lookup& lookup) {
    return changing<Subscription>(
        finding, lookup, false, "Ignore what was handled already",
        [](Subscription& subscription) { subscription.onDuplicate = OnDuplicate::Ignored; });
}

} // namespace

Rule consumerNotIdempotent() {
    return {.id = "consumer-not-idempotent",
            .severity = Severity::Warning,
            .basis = RuleBasis::Structural,
            .topic = Topic::Delivery,
            .summary = "a consumer applies an event again that is delivered twice",
            .check = check,
            .insideOnly = true,
            .fix = fix};
}

} // namespace factline::lint
