// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"
#include "lint/verdict_rules.h"

namespace factline::lint {

namespace {

void check(const Subscriber& subscriber, const Survey& survey, Report& report) {
    for (const Judged& judged : survey.judgedOf(subscriber)) {
        if (judged.judgement.verdict != Verdict::Contradicted) continue;
        const auto& [verdict, said, needed] = judged.judgement;
        auto evidence = said.names;
        evidence.insert(evidence.end(), needed.names.begin(), needed.names.end());
        reportVerdict(survey, judged,
                      Phrase::of("{} relies on {}; {} asserts {}, which excludes {}.", consumerName(judged),
                                 chain(needed), eventName(judged), chain(said), needed.names.back()),
                      std::move(evidence), report);
    }
}

} // namespace

Rule meaningContradicted() {
    return {.id = "meaning-contradicted",
            .severity = Severity::Error,
            .basis = RuleBasis::Declared,
            .topic = Topic::Meaning,
            .summary = "what the event asserts excludes what a consumer relies on",
            .check = check};
}

} // namespace factline::lint
