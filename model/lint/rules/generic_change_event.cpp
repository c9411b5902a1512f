// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"

#include "lint/words/reading.h"

namespace factline::lint {

namespace {

void check(const Event& event, const Context& context, const Survey&, Report& report) {
    if (readName(event.name).kind != NameKind::Generic) return;
    report.add({.element = keyOf(ElementKind::Event, context.name, event.name),
                .at = event.id,
                .message = Phrase::of(
                    "{} says that something is different now, and not what or why: every reader has to "
                    "find out by itself. Name what was decided, one event for each decision.",
                    qualified(context, event))});
}

} // namespace

Rule genericChangeEvent() {
    return {.id = "generic-change-event",
            .severity = Severity::Warning,
            .basis = RuleBasis::Lexical,
            .topic = Topic::Naming,
            .summary = "an event that only says that something has changed",
            .check = check,
            .insideOnly = true};
}

} // namespace factline::lint
