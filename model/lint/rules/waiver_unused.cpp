// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"

#include "lint/registry.h"
#include "lint/waivers.h"

namespace factline::lint {

namespace {

void check(const PlacedWaiver& placed, const Survey&, Report& report) {
    if (placed.settled > 0 || placed.hasEnded || !placed.isOfStage) return;
    const Waiver& waiver = *placed.waiver;
    const std::string element = waiver.element.empty() ? placed.element.name : waiver.element;
    const bool isKnown = findRule(waiver.rule) != nullptr;
    report.add(
        {.element = placed.element,
         .at = placed.at,
         .field = placed.field,
         .message =
             isKnown ? fmt::format("The waiver of {} for {} settles nothing: take it out, or what comes next "
                                   "will go unseen.",
                                   waiver.rule, element)
                     : fmt::format("The waiver for {} names {}, and there is no such rule.", element,
                                   waiver.rule)});
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
            .summary = "a waiver that settles no finding",
            .check = check,
            .fix = fix};
}

} // namespace factline::lint
