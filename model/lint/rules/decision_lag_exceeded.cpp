// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "freshness/spoken.h"
#include "lint/rules/rule_file.h"

namespace factline::lint {

namespace {

using freshness::StaleDecision;

Phrase ageOf(const StaleDecision& stale) {
    if (!std::isfinite(stale.expected)) return Phrase::of("nothing limits how old it is");
    if (stale.isExpected())
        return Phrase::of("at {} it is {} old", freshness::shareInWords(stale.q),
                          freshness::timeInWords(stale.expected));
    return Phrase::of("if the hops are slow together it is up to {} old at {}",
                      freshness::timeInWords(stale.guaranteed), freshness::shareInWords(stale.q));
}

Phrase throughOutbox(const StaleDecision& stale) {
    if (!stale.throughOutbox) return {};
    return Phrase::of(" Told through an outbox instead of by schedule it would be {} old.",
                      freshness::timeInWords(*stale.throughOutbox));
}

void check(const Survey& survey, Report& report) {
    for (const StaleDecision& stale : survey.breaches().decisions) {
        const std::string reads = toString(stale.read->target);
        std::vector<std::string> evidence{reads};
        if (stale.mend) evidence.insert(evidence.end(), {stale.mend->from, stale.mend->to});
        report.add(
            stale.isExpected() ? Severity::Error : Severity::Warning,
            {.element = keyOf(ElementKind::Decision, stale.context->name, stale.decision->name),
             .at = stale.decision->id,
             .field = fmt::format("reads.{}.tolerates", unparseRef(stale.read->target, stale.context->name)),
             .message =
                 Phrase::of("{} reads {} and tolerates {}; {}.", qualified(*stale.context, *stale.decision),
                            reads, freshness::spokenDuration(stale.tolerates), ageOf(stale)) +
                 (stale.mend ? " " + freshness::spoken(*stale.mend) : Phrase()) + throughOutbox(stale) +
                 (stale.mend && stale.mend->would ? Phrase() : Phrase::of(" Or ask the owner.")),
             .evidence = eachOnce(std::move(evidence))});
    }
}

} // namespace

Rule decisionLagExceeded() {
    return {.id = "decision-lag-exceeded",
            .severity = Severity::Error,
            .basis = RuleBasis::Structural,
            .topic = Topic::Views,
            .summary = "what a decision reads may be older than it tolerates",
            .check = check,
            .isAboutTime = true};
}

} // namespace factline::lint
