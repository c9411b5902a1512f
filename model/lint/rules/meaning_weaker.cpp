// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"
#include "lint/verdict_rules.h"

namespace factline::lint {

namespace {

void check(const Subscriber& subscriber, const Survey& survey, Report& report) {
    for (const Judged& judged : survey.judgedOf(subscriber)) {
        if (judged.judgement.verdict != Verdict::Weaker) continue;
        std::vector<std::string> revokers;
        for (const Ref& event : judged.event->revokedBy)
            revokers.push_back(toString(event));
        reportVerdict(survey, judged,
                      revokers.empty()
                          ? Phrase::of("{} needs {} to be final; {} asserts it, and may take it back.",
                                       consumerName(judged), judged.reliance->claim, eventName(judged))
                          : Phrase::of("{} needs {} to be final; {} asserts it, and may take it back by {}.",
                                       consumerName(judged), judged.reliance->claim, eventName(judged),
                                       enumeration(revokers)),
                      revokers, report);
    }
}

} // namespace

Rule meaningWeaker() {
    return {.id = "meaning-weaker",
            .severity = Severity::Warning,
            .basis = RuleBasis::Declared,
            .topic = Topic::Meaning,
            .summary = "a consumer needs final what the publisher may revoke",
            .check = check};
}

} // namespace factline::lint
