// SPDX-License-Identifier: Apache-2.0
#include "lint/missing.h"
#include "lint/rules/rule_file.h"

namespace factline::lint {

namespace {

void check(const Survey& survey, Report& report) {
    for (const Missing& event : missingNames(survey, ElementKind::Event, isConsumedOrCaused)) {
        const Ref& ref = event.first->ref;
        report.add(
            {.element = {ElementKind::Event, toString(ref)},
             .at = idOf(event.first->holder),
             .field = event.first->field,
             .message = Phrase::of("No context publishes {}: {}. {}", toString(ref), enumeration(event.said),
                                   adviceOn(event.first->use, ref, event.nearest,
                                            Phrase::of("Declare it among the events of {}.", ref.context))),
             .evidence = event.holders});
    }
}

std::optional<Fix> fix(const Finding& finding, const Lookup& lookup) {
    return spelledRight(finding, lookup, finding.element.name, true);
}

} // namespace

Rule eventUnowned() {
    return {.id = "event-unowned",
            .severity = Severity::Error,
            .basis = RuleBasis::Structural,
            .topic = Topic::Ownership,
            .summary = "an event that is consumed or caused, and that no context publishes",
            .check = check,
            .sight = {.elements = 0, .words = 0},
            .fix = fix};
}

} // namespace factline::lint
