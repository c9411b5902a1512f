// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"

namespace factline::lint {

namespace {

void check(const Event& event, const Context& context, const Survey& survey, Report& report) {
    if (event.relays) return;
    std::vector<std::string> foreign, owners;
    std::size_t first = 0;
    for (std::size_t i = 0; i < event.announces.size(); ++i) {
        const Ref& fact = event.announces[i];
        if (fact.context == context.name || !survey.lookup.findFact(fact)) continue; // else fact-unowned
        if (foreign.empty()) first = i;
        foreign.push_back(toString(fact));
        owners.push_back(fact.context);
    }
    if (foreign.empty()) return;
    owners = eachOnce(std::move(owners));
    report.add(
        {.element = keyOf(ElementKind::Event, context.name, event.name),
         .at = event.id,
         .field = fmt::format("announces[{}]", first),
         .message =
             owners.size() == 1
                 ? Phrase::of("{} announces {}, which {} owns. Only the owner can say what has become of "
                              "a fact; where {} passes on what it was told, say relays: true.",
                              qualified(context, event), enumeration(eachOnce(foreign)), owners.front(),
                              context.name)
                 : Phrase::of("{} announces {}, which {} own. Only the owner can say what has become of "
                              "a fact; where {} passes on what it was told, say relays: true.",
                              qualified(context, event), enumeration(eachOnce(foreign)), enumeration(owners),
                              context.name),
         .evidence = eachOnce(foreign)});
}

std::optional<Fix> fix(const Finding& finding, const Lookup& lookup) {
    const Event* event = pointedAt<Event>(finding, lookup);
    return changing<Event>(finding, lookup, true,
                           Phrase::of("Declare that {} relays", event ? event->name : std::string()),
                           [](Event& changed) { changed.relays = true; });
}

} // namespace

Rule eventAnnouncesForeignFact() {
    return {.id = "event-announces-foreign-fact",
            .severity = Severity::Error,
            .basis = RuleBasis::Structural,
            .topic = Topic::Ownership,
            .summary = "an event announces a fact of another context, without relays",
            .check = check,
            .fix = fix,
            .fixKind = FixKind::Safe};
}

} // namespace factline::lint
