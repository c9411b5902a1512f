// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"

namespace factline::lint {

namespace {

bool promisesFreshness(const View& view) {
    return view.freshness && view.freshness->within;
}

void check(const Decision& decision, const Context& context, const Survey& survey, Report& report) {
    if (decision.reversible) return;
    std::vector<std::string> unpromised;
    std::string field;
    for (const Read& read : decision.reads) {
        const View* view = survey.lookup.findView(read.target);
        if (!view || read.askOwner || promisesFreshness(*view)) continue;
        if (unpromised.empty()) field = fmt::format("reads.{}", unparseRef(read.target, context.name));
        unpromised.push_back(toString(read.target));
    }
    if (unpromised.empty()) return;
    unpromised = eachOnce(std::move(unpromised));
    report.add(
        {.element = keyOf(ElementKind::Decision, context.name, decision.name),
         .at = decision.id,
         .field = field,
         .message =
             unpromised.size() == 1
                 ? Phrase::of(
                       "{} cannot be taken back and decides on {}, which does not say how old it may be. "
                       "Promise freshness: {within: ...}, or ask the owner.",
                       qualified(context, decision), unpromised.front())
                 : Phrase::of(
                       "{} cannot be taken back and decides on {}, which do not say how old they may be. "
                       "Promise freshness: {within: ...}, or ask the owner.",
                       qualified(context, decision), enumeration(unpromised)),
         .evidence = unpromised});
}

} // namespace

Rule decisionOnStaleView() {
    return {.id = "decision-on-stale-view",
            .severity = Severity::Warning,
            .basis = RuleBasis::Structural,
            .topic = Topic::Views,
            .summary = "a decision that cannot be taken back reads a view without a freshness promise",
            .check = check};
}

} // namespace factline::lint
