// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"
#include "lint/verdict_rules.h"

namespace factline::lint {

namespace {

void check(const Subscriber& subscriber, const Survey& survey, Report& report) {
    for (const Judged& judged : survey.judgedOf(subscriber)) {
        if (judged.judgement.verdict != Verdict::Foreign) continue;
        const Claim& claim = *survey.lookup.findClaim(judged.reliance->claim);
        reportVerdict(
            survey, judged,
            Phrase::of("{} relies on {}; {} does not assert it, and that is not for {} to say: {} decides "
                       "about {}.",
                       consumerName(judged), claim.name, eventName(judged),
                       judged.subscriber->subscription->event.context, claim.of.context, toString(claim.of)),
            {claim.name, toString(claim.of)}, report);
    }
}

} // namespace

Rule meaningForeignClaim() {
    return {.id = "meaning-foreign-claim",
            .severity = Severity::Warning,
            .basis = RuleBasis::Declared,
            .topic = Topic::Meaning,
            .summary = "a consumer relies on what the publisher does not assert and another context decides",
            .check = check};
}

} // namespace factline::lint
