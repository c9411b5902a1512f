// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"
#include "lint/verdict_rules.h"

namespace factline::lint {

namespace {

void check(const Subscriber& subscriber, const Survey& survey, Report& report) {
    for (const Judged& judged : survey.judgedOf(subscriber)) {
        if (judged.judgement.verdict != Verdict::Unspecified) continue;
        reportVerdict(
            survey, judged,
            Phrase::of("{} relies on {}; {} neither asserts nor denies it. Ask {} what the event means.",
                       consumerName(judged), judged.reliance->claim, eventName(judged),
                       judged.subscriber->subscription->event.context),
            {judged.reliance->claim}, report);
    }
}

} // namespace

Rule meaningUnspecified() {
    return {.id = "meaning-unspecified",
            .severity = Severity::Warning,
            .basis = RuleBasis::Declared,
            .topic = Topic::Meaning,
            .summary = "a consumer relies on what the publisher neither asserts nor denies",
            .check = check};
}

} // namespace factline::lint
