// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"

namespace factline::lint {

namespace {

void check(const Event& event, const Context& context, const Survey&, Report& report) {
    if (event.visibility != Visibility::Public || !event.means.empty() || event.asserts) return;
    report.add({.element = keyOf(ElementKind::Event, context.name, event.name),
                .at = event.id,
                .message = Phrase::of(
                    "{} says neither what it means nor what it asserts, so every consumer will decide "
                    "for itself.",
                    qualified(context, event))});
}

} // namespace

Rule meaningUndeclared() {
    return {.id = "meaning-undeclared",
            .severity = Severity::Warning,
            .basis = RuleBasis::Declared,
            .topic = Topic::Meaning,
            .summary = "a public event says neither what it means nor what it asserts",
            .check = check,
            .insideOnly = true};
}

} // namespace factline::lint
