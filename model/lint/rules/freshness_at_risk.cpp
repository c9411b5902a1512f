// SPDX-License-Identifier: Apache-2.0
#include "lint/broken_promises.h"
#include "lint/rules/rule_file.h"

namespace factline::lint {

namespace {

void check(const Survey& survey, Report& report) {
    reportBrokenPromises(freshness::Verdict::AtRisk, survey, report);
}

} // namespace

Rule freshnessAtRisk() {
    return {.id = "freshness-at-risk",
            .severity = Severity::Warning,
            .basis = RuleBasis::Structural,
            .topic = Topic::Views,
            .summary = "a freshness promise is likely to be broken",
            .check = check,
            .isAboutTime = true};
}

} // namespace factline::lint
