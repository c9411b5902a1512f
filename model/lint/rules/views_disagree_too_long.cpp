// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "freshness/spoken.h"
#include "lint/rules/rule_file.h"

namespace factline::lint {

namespace {

Phrase lengthOf(const freshness::LongDisagreement& pair) {
    if (!std::isfinite(pair.expected)) return Phrase::of("nothing limits for how long they do");
    return Phrase::of("after {} of the changes they do for up to {}", freshness::shareInWords(pair.q),
                      freshness::timeInWords(pair.expected));
}

void check(const Survey& survey, Report& report) {
    for (const freshness::LongDisagreement& pair : survey.breaches().audiences) {
        std::vector<std::string> evidence{toString(pair.first), toString(pair.second)};
        if (pair.mend) evidence.insert(evidence.end(), {pair.mend->from, pair.mend->to});
        report.add({.element = keyOf(ElementKind::Audience, {}, pair.audience->name),
                    .at = pair.audience->id,
                    .field = "mayDisagreeFor",
                    .message = Phrase::of("{} sees {} and {}, which may disagree for {}; {}.",
                                          pair.audience->name, toString(pair.first), toString(pair.second),
                                          freshness::spokenDuration(pair.allowed), lengthOf(pair)) +
                               (pair.mend ? " " + freshness::spoken(*pair.mend) : Phrase()),
                    .evidence = eachOnce(std::move(evidence))});
    }
}

} // namespace

Rule viewsDisagreeTooLong() {
    return {.id = "views-disagree-too-long",
            .severity = Severity::Warning,
            .basis = RuleBasis::Structural,
            .topic = Topic::Views,
            .summary = "two views that one audience sees differ for longer than it is told",
            .check = check,
            .isAboutTime = true};
}

} // namespace factline::lint
