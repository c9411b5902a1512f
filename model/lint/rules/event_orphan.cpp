// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"

namespace factline::lint {

namespace {

void check(const Event& event, const Context& context, const Survey& survey, Report& report) {
    const Ref ref{context.name, event.name};
    if (!survey.lookup.subscribers(ref).empty()) return;
    report.add({.element = {ElementKind::Event, toString(ref)},
                .at = event.id,
                .message = Phrase::of("Nobody subscribes to {}. Name its readers, or stop promising it.",
                                      toString(ref))});
}

} // namespace

Rule eventOrphan() {
    return {.id = "event-orphan",
            .severity = Severity::Hint,
            .basis = RuleBasis::Structural,
            .topic = Topic::Coupling,
            .summary = "an event that nobody subscribes to",
            .check = check};
}

} // namespace factline::lint
