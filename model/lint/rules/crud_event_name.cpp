// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"

#include "lint/words/reading.h"
#include "lint/words/vocabulary.h"

namespace factline::lint {

namespace {

void check(const Event& event, const Context& context, const Survey&, Report& report) {
    const auto reading = readName(event.name);
    const bool named = isRowVerb(reading.verb) || isMemberVerb(reading.verb);
    if (reading.kind != NameKind::Crud || !named)
        return; // what was "set" is property-sourcing, once there are more
    // in the core the words of the business are the point
    const auto severity = context.kind == ContextKind::Core ? Severity::Warning : Severity::Hint;
    report.add(severity,
               {.element = keyOf(ElementKind::Event, context.name, event.name),
                .at = event.id,
                .message = Phrase::of(
                    "{} names what happened to a row, not to the business: what do the people of {} "
                    "call it when something is {}?",
                    qualified(context, event), context.name, reading.predicate)});
}

} // namespace

Rule crudEventName() {
    return {.id = "crud-event-name",
            .severity = Severity::Hint,
            .basis = RuleBasis::Lexical,
            .topic = Topic::Naming,
            .summary = "an event that is named after what happened to a row",
            .check = check,
            .insideOnly = true};
}

} // namespace factline::lint
