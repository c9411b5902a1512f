// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"

namespace factline::lint {

namespace {

void check(const Event& event, const Context& context, const Survey& survey, Report& report) {
    if (event.visibility != Visibility::Private) return;
    const Ref ref{context.name, event.name};
    if (survey.lookup.findEvent(ref) != &event) return; // a later event of a name that is taken
    std::vector<std::string> consumers;
    for (const Subscriber& subscriber : survey.lookup.subscribers(ref))
        if (subscriber.context->name != context.name)
            consumers.push_back(toString(Ref{subscriber.context->name, subscriber.consumerName()}));
    if (consumers.empty()) return;
    consumers = eachOnce(std::move(consumers));
    report.add(
        {.element = keyOf(ElementKind::Event, context.name, event.name),
         .at = event.id,
         .field = "visibility",
         .message =
             consumers.size() == 1
                 ? Phrase::of("{} is private to {}, yet {} consumes it. Make it public and keep what it "
                              "means, or give the consumer an event that is meant for others.",
                              toString(ref), context.name, consumers.front())
                 : Phrase::of("{} is private to {}, yet {} consume it. Make it public and keep what it "
                              "means, or give the consumer an event that is meant for others.",
                              toString(ref), context.name, enumeration(consumers)),
         .evidence = consumers});
}

std::optional<Fix> fix(const Finding& finding, const Lookup& lookup) {
    const auto* told = pointedAt<Event>(finding, lookup);
    if (!told || (told->means.empty() && !told->asserts)) return std::nullopt; // first say what it means
    return changing<Event>(finding, lookup, false, Phrase::of("Make {} public", finding.element.name),
                           [](Event& event) { event.visibility = Visibility::Public; });
}

} // namespace

Rule privateEventConsumed() {
    return {.id = "private-event-consumed",
            .severity = Severity::Error,
            .basis = RuleBasis::Structural,
            .topic = Topic::Coupling,
            .summary = "a private event is consumed by another context",
            .check = check,
            .fix = fix};
}

} // namespace factline::lint
