// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"

namespace factline::lint {

namespace {

void check(const Event& event, const Context& context, const Survey& survey, Report& report) {
    if (event.relays || !event.asserts) return;
    for (std::size_t i = 0; i < event.asserts->size(); ++i) {
        const ClaimName& name = (*event.asserts)[i];
        const Claim* claim = survey.lookup.findClaim(name);
        if (!claim || claim->of.empty() || claim->of.context == context.name) continue;
        report.add({.element = keyOf(ElementKind::Event, context.name, event.name),
                    .at = event.id,
                    .field = fmt::format("asserts[{}]", i),
                    .message = Phrase::of(
                        "{} asserts {}, which is about {}: {} decides about that, not {}. Where {} "
                        "passes on what it was told, say relays: true.",
                        qualified(context, event), name, toString(claim->of), claim->of.context, context.name,
                        context.name),
                    .evidence = {name, toString(claim->of)},
                    .claim = name});
    }
}

std::optional<Fix> fix(const Finding& finding, const Lookup& lookup) {
    const Event* event = pointedAt<Event>(finding, lookup);
    return changing<Event>(finding, lookup, true,
                           Phrase::of("Declare that {} relays", event ? event->name : std::string()),
                           [](Event& changed) { changed.relays = true; });
}

} // namespace

Rule eventAssertsForeignClaim() {
    return {.id = "event-asserts-foreign-claim",
            .severity = Severity::Warning,
            .basis = RuleBasis::Declared,
            .topic = Topic::Ownership,
            .summary = "an event asserts a claim of another context, without relays",
            .check = check,
            .fix = fix,
            .fixKind = FixKind::Safe};
}

} // namespace factline::lint
