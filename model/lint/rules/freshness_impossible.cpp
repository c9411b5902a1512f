// SPDX-License-Identifier: Apache-2.0
#include "lint/broken_promises.h"
#include "lint/rules/rule_file.h"

namespace factline::lint {

namespace {

void check(const Survey& survey, Report& report) {
    reportBrokenPromises(freshness::Verdict::Impossible, survey, report);
}

} // namespace

Rule freshnessImpossible() {
    return {.id = "freshness-impossible",
            .severity = Severity::Error,
            .basis = RuleBasis::Structural,
            .topic = Topic::Views,
            .summary = "a freshness promise that cannot be kept",
            .check = check,
            .isAboutTime = true};
}

} // namespace factline::lint
