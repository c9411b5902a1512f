// SPDX-License-Identifier: Apache-2.0
#include "lint/broken_promises.h"
#include "lint/rules/rule_file.h"

namespace factline::lint {

namespace {

void check(const Survey& survey, Report& report) {
    reportBrokenPromises(freshness::Verdict::Unknown, survey, report);
}

} // namespace

Rule freshnessUnknown() {
    return {.id = "freshness-unknown",
            .severity = Severity::Warning,
            .basis = RuleBasis::Structural,
            .topic = Topic::Views,
            .summary = "a freshness promise rests on a lag that nobody has declared",
            .check = check,
            .isAboutTime = true};
}

} // namespace factline::lint
