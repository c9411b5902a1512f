// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"
#include "lint/verdict_rules.h"

namespace factline::lint {

namespace {

/// ", which payment.captured implies, which invoice.issuable implies", from the denied claim back to the one
/// relied on; empty where they are one.
std::string impliedBy(const std::vector<ClaimName>& needed) {
    std::string text;
    for (std::size_t i = needed.size() - 1; i > 0; --i)
        text += fmt::format(", which {} implies", needed[i - 1]);
    return text;
}

void check(const Survey& survey, Report& report) {
    for (const Judged& judged : survey.judged) {
        if (judged.judgement.verdict != Verdict::Denied) continue;
        const auto& needed = judged.judgement.needed;
        reportVerdict(survey, judged,
                      fmt::format("{} relies on {}; {} denies {}{}.", consumerName(judged), needed.front(),
                                  eventName(judged), needed.back(), impliedBy(needed)),
                      needed, report);
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
