// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"

#include "lint/words/reading.h"

namespace factline::lint {

namespace {

void check(const Event& event, const Context& context, const Survey&, Report& report) {
    const auto reading = readName(event.name);
    // orders and conditions have rules of their own, and a name that is none is name-malformed
    const bool others = reading.kind == NameKind::Command || reading.kind == NameKind::State;
    // letters of other alphabets: no English name, of which nothing can be said
    const bool foreign =
        std::ranges::any_of(event.name, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    if (reading.pastTense || others || foreign || event.name.empty()) return;
    report.add({.element = keyOf(ElementKind::Event, context.name, event.name),
                .at = event.id,
                .message = Phrase::of(
                    "{} does not say what has happened: its name holds no verb in the past. Name it "
                    "after what was decided, like OrderPlaced.",
                    qualified(context, event))});
}

} // namespace

Rule eventNameNotPast() {
    return {.id = "event-name-not-past",
            .severity = Severity::Warning,
            .basis = RuleBasis::Lexical,
            .topic = Topic::Naming,
            .summary = "an event's name holds no verb in the past",
            .check = check,
            .insideOnly = true};
}

} // namespace factline::lint
