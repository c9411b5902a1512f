// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"
#include "lint/verdict_rules.h"

namespace factline::lint {

namespace {

void check(const Subscriber& subscriber, const Survey& survey, Report& report) {
    for (const Judged& judged : survey.judgedOf(subscriber)) {
        if (judged.judgement.verdict != Verdict::Denied) continue;
        const auto& needed = judged.judgement.needed;
        reportVerdict(survey, judged,
                      Phrase::of("{} relies on {}; {} denies {}{}.", consumerName(judged),
                                 needed.names.front(), eventName(judged), needed.names.back(),
                                 chainBack(needed)),
                      needed.names, report);
    }
}

} // namespace

Rule meaningDenied() {
    return {.id = "meaning-denied",
            .severity = Severity::Error,
            .basis = RuleBasis::Declared,
            .topic = Topic::Meaning,
            .summary = "the publisher denies what a consumer relies on",
            .check = check};
}

} // namespace factline::lint
