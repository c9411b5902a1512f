// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"

namespace factline::lint {

namespace {

constexpr std::size_t many = 3;

void check(const Event& event, const Context& context, const Survey&, Report& report) {
    std::vector<std::string> fields;
    for (const PayloadField& field : event.payload)
        if (field.optional) fields.push_back(field.name);
    if (fields.size() < many) return;
    report.add({.element = keyOf(ElementKind::Event, context.name, event.name),
                .at = event.id,
                .field = "payload." + fields.front(),
                .message = Phrase::of(
                    "{} may come without {}: readers have to guess which of them belong together, and "
                    "when. It tells several things; make an event of each.",
                    qualified(context, event), enumeration(fields))});
}

} // namespace

Rule nullableOverload() {
    return {.id = "nullable-overload",
            .severity = Severity::Warning,
            .basis = RuleBasis::Structural,
            .topic = Topic::Meaning,
            .summary = "three or more fields of an event are optional",
            .check = check,
            .insideOnly = true};
}

} // namespace factline::lint
