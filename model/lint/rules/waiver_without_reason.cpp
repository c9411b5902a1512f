// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"

#include "lint/waivers.h"

namespace factline::lint {

namespace {

bool isBlank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

void check(const PlacedWaiver& placed, const Survey&, Report& report) {
    const Waiver& waiver = *placed.waiver;
    const std::string element = waiver.element.empty() ? placed.element.name : waiver.element;
    if (isBlank(waiver.reason))
        report.add(
            {.element = placed.element,
             .at = placed.at,
             .field = placed.field,
             .message = Phrase::of(
                 "The waiver of {} for {} gives no reason: nobody will know later whether it still holds. "
                 "Write down why.",
                 waiver.rule, element)});
    if (isBlank(waiver.by))
        report.add(Severity::Hint,
                   {.element = placed.element,
                    .at = placed.at,
                    .field = placed.field,
                    .message = Phrase::of("The waiver of {} for {} names nobody who has decided it: nobody "
                                          "can be asked later. Write down who, under `by`.",
                                          waiver.rule, element)});
}

} // namespace

Rule waiverWithoutReason() {
    return {.id = "waiver-without-reason",
            .severity = Severity::Error,
            .basis = RuleBasis::Structural,
            .topic = Topic::Waivers,
            .summary = "a waiver that does not say why, or who has decided it",
            .check = check};
}

} // namespace factline::lint
