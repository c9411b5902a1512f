// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"

#include "lint/planned.h"
#include "lint/registry.h"
#include "lint/waiver_twins.h"

namespace factline::lint {

namespace {

void check(const PlacedWaiver& placed, const Survey& survey, Report& report) {
    if (placed.settled > 0 || !placed.isOfStage) return;
    const bool outlived = isOutlived(placed, survey);
    if (placed.hasEnded && !outlived) return; // waiver-expired tells it
    const Waiver& waiver = *placed.waiver;
    const std::string element = waiver.element.empty() ? placed.element.name : waiver.element;
    Phrase message;
    if (const auto with = plannedWith(waiver.rule); !with.empty())
        message =
            Phrase::of("The waiver of {} for {} settles nothing: the rule is planned, and comes with {}.",
                       waiver.rule, element, with);
    else if (!findRule(waiver.rule))
        message = Phrase::of("The waiver for {} names {}, and there is no such rule.", element, waiver.rule);
    else if (element.empty())
        message =
            Phrase::of("The waiver of {} among the model's own settles nothing, because it does not say "
                       "for what it is. Name the element, or take it out.",
                       waiver.rule);
    else if (outlived)
        message = Phrase::of("The waiver of {} for {} settles nothing, because another one stands there that "
                             "holds as long or longer. Take it out.",
                             waiver.rule, element);
    else
        message = Phrase::of("The waiver of {} for {} settles nothing: take it out, or what comes next will "
                             "go unseen.",
                             waiver.rule, element);
    report.add(
        {.element = placed.element, .at = placed.at, .field = placed.field, .message = std::move(message)});
}

std::optional<Fix> fix(const Finding& finding, const Lookup& lookup) {
    return withoutWaiver(finding, lookup, true);
}

} // namespace

Rule waiverUnused() {
    return {.id = "waiver-unused",
            .severity = Severity::Hint,
            .basis = RuleBasis::Structural,
            .topic = Topic::Waivers,
            .summary = "a waiver that settles no finding, or none that another one does not settle",
            .check = check,
            .fix = fix,
            .fixKind = FixKind::Safe};
}

} // namespace factline::lint
