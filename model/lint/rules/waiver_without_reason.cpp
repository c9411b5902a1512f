// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"

#include "lint/waivers.h"

namespace factline::lint {

namespace {

void check(const PlacedWaiver& placed, const Survey&, Report& report) {
    const Waiver& waiver = *placed.waiver;
    if (waiver.reason.find_first_not_of(" \t\r\n") != std::string::npos) return;
    report.add({.element = placed.element,
                .at = placed.at,
                .field = placed.field,
                .message = fmt::format(
                    "The waiver of {} for {} gives no reason: nobody will know later whether it still "
                    "holds. Write down why.",
                    waiver.rule, waiver.element.empty() ? placed.element.name : waiver.element)});
}

} // namespace

Rule waiverWithoutReason() {
    return {.id = "waiver-without-reason",
            .severity = Severity::Error,
            .basis = RuleBasis::Structural,
            .topic = Topic::Waivers,
            .summary = "a waiver that does not say why",
            .check = check};
}

} // namespace factline::lint
