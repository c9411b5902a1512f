// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"

#include "lint/words/reading.h"

namespace factline::lint {

namespace {

void check(const Event& event, const Context& context, const Survey&, Report& report) {
    if (readName(event.name).kind != NameKind::State) return;
    report.add(
        {.element = keyOf(ElementKind::Event, context.name, event.name),
         .at = event.id,
         .message = Phrase::of("{} names a state, not what led to it: several decisions may end there, and "
                               "readers cannot tell them apart. Name the decision.",
                               qualified(context, event))});
}

} // namespace

Rule stateName() {
    return {.id = "state-name",
            .severity = Severity::Hint,
            .basis = RuleBasis::Lexical,
            .topic = Topic::Naming,
            .summary = "an event that names a state, not what led to it",
            .check = check,
            .insideOnly = true};
}

} // namespace factline::lint
