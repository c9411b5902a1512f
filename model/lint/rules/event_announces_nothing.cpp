// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"

namespace factline::lint {

namespace {

void check(const Event& event, const Context& context, const Survey&, Report& report) {
    if (event.visibility != Visibility::Public || !event.announces.empty()) return;
    report.add({.element = keyOf(ElementKind::Event, context.name, event.name),
                .at = event.id,
                .message = Phrase::of(
                    "{} is public and announces no fact: nobody can tell what it is that {} decided "
                    "about. Name the fact under announces, or make the event private.",
                    qualified(context, event), context.name)});
}

} // namespace

Rule eventAnnouncesNothing() {
    return {.id = "event-announces-nothing",
            .severity = Severity::Warning,
            .basis = RuleBasis::Structural,
            .topic = Topic::Ownership,
            .summary = "a public event that is tied to no fact",
            .check = check,
            .insideOnly = true};
}

} // namespace factline::lint
