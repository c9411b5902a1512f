// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"

#include "lint/words/reading.h"
#include <map>

namespace factline::lint {

namespace {

constexpr std::size_t many = 3;

/// "EmailSet", "SeatChanged": one property was given a value.
bool tellsProperty(const Event& event) {
    const auto reading = readName(event.name);
    const bool writes = reading.verb == "set" || reading.verb == "change";
    return writes && reading.pastTense && !reading.subject.empty() && reading.rest.empty();
}

void check(const Context& context, const Survey&, Report& report) {
    std::map<std::string, std::vector<const Event*>> byFact;
    for (const auto& event : context.events)
        if (event->announces.size() == 1 && tellsProperty(*event))
            byFact[toString(event->announces.front())].push_back(event.get());
    for (const auto& [fact, events] : byFact) {
        if (events.size() < many) continue;
        const auto first =
            std::ranges::min_element(events, {}, [](const Event* event) { return event->name; });
        std::vector<std::string> names{fact}, told;
        for (const Event* event : events) {
            told.push_back(event->name);
            if (event != *first) names.push_back(qualified(context, *event));
        }
        report.add({.element = keyOf(ElementKind::Event, context.name, (*first)->name),
                    .at = (*first)->id,
                    .message = Phrase::of(
                        "{} tell of {} one property at a time: what led to them is lost, and readers "
                        "put it together again. Name the decisions that change it.",
                        enumeration(told), fact),
                    .evidence = names});
    }
}

} // namespace

Rule propertySourcing() {
    return {.id = "property-sourcing",
            .severity = Severity::Hint,
            .basis = RuleBasis::Lexical,
            .topic = Topic::Naming,
            .summary = "three or more events of one fact that each tell one property",
            .check = check,
            .insideOnly = true};
}

} // namespace factline::lint
