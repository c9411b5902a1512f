// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"

#include "lint/waiver_twins.h"

namespace factline::lint {

namespace {

std::string dayText(const Day& day) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
}

void check(const PlacedWaiver& placed, const Survey& survey, Report& report) {
    if (!placed.hasEnded || isOutlived(placed, survey)) return;
    const Waiver& waiver = *placed.waiver;
    const Phrase who = waiver.by.empty() ? Phrase::of("whoever wrote it") : Phrase(waiver.by);
    report.add({.element = placed.element,
                .at = placed.at,
                .field = placed.field,
                .message = Phrase::of(
                    "The waiver of {} for {} held until {}: what it settled is told again. Mend it, or "
                    "let {} decide anew.",
                    waiver.rule, waiver.element.empty() ? placed.element.name : waiver.element,
                    dayText(*waiver.until), who)});
}

std::optional<Fix> fix(const Finding& finding, const Lookup& lookup) {
    return withoutWaiver(finding, lookup, false);
}

} // namespace

Rule waiverExpired() {
    return {.id = "waiver-expired",
            .severity = Severity::Warning,
            .basis = RuleBasis::Structural,
            .topic = Topic::Waivers,
            .summary = "the last day of a waiver is over",
            .check = check,
            .fix = fix};
}

} // namespace factline::lint
