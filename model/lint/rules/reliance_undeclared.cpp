// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"

namespace factline::lint {

namespace {

bool mayDeclare(const Subscriber& subscriber) {
    const auto* policy = std::get_if<const Policy*>(&subscriber.consumer);
    return !policy || (*policy)->whenForm == WhenForm::Map;
}

void check(const Subscriber& subscriber, const Survey& survey, Report& report) {
    if (subscriber.subscription->event.empty()) return; // reference-unresolved
    if (subscriber.subscription->reliesOn || !mayDeclare(subscriber)) return;
    const auto* view = std::get_if<const View*>(&subscriber.consumer);
    const auto decisions = view ? namesOf(survey.readersOf(**view)) : std::vector<std::string>();
    const std::string event = toString(subscriber.subscription->event);
    auto evidence = decisions;
    evidence.insert(evidence.begin(), event);
    report.add(decisions.empty() ? Severity::Hint : Severity::Warning,
               {.element = subscriber.key(),
                .at = subscriber.subscription->id,
                .message = Phrase::of(
                    "{} does not say what it relies on of {}{}: nobody can tell whether both mean the "
                    "same.",
                    toString(Ref{subscriber.context->name, subscriber.consumerName()}), event,
                    andDecides(decisions)),
                .evidence = std::move(evidence)});
}

std::optional<Fix> fix(const Finding& finding, const Lookup& lookup) {
    return changing<Subscription>(finding, lookup, false,
                                  Phrase::of("Say that it relies on nothing but that it happened"),
                                  [](Subscription& subscription) { subscription.reliesOn.emplace(); });
}

} // namespace

Rule relianceUndeclared() {
    return {.id = "reliance-undeclared",
            .severity = Severity::Hint,
            .basis = RuleBasis::Declared,
            .topic = Topic::Meaning,
            .summary = "a subscription does not say what it relies on",
            .check = check,
            .insideOnly = true,
            .fix = fix};
}

} // namespace factline::lint
