// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"

namespace factline::lint {

namespace {

void check(const View& view, const Context& context, const Survey& survey, Report& report) {
    if (view.reconciled || view.rebuild) return;
    const auto decisions = namesOf(survey.readersOf(view));
    if (decisions.empty()) return;
    report.add(
        {.element = keyOf(ElementKind::View, context.name, view.name),
         .at = view.id,
         .message =
             decisions.size() == 1
                 ? Phrase::of(
                       "{} decides on {}, which is neither reconciled nor can be rebuilt: one lost event "
                       "stays lost, and nobody notices. Compare it with its owner, or say what it is "
                       "rebuilt from.",
                       decisions.front(), qualified(context, view))
                 : Phrase::of(
                       "{} decide on {}, which is neither reconciled nor can be rebuilt: one lost event "
                       "stays lost, and nobody notices. Compare it with its owner, or say what it is "
                       "rebuilt from.",
                       enumeration(decisions), qualified(context, view)),
         .evidence = decisions});
}

} // namespace

Rule viewWithoutReconciliation() {
    return {.id = "view-without-reconciliation",
            .severity = Severity::Warning,
            .basis = RuleBasis::Structural,
            .topic = Topic::Views,
            .summary = "a decision reads a view that is neither reconciled nor rebuilt",
            .check = check,
            .insideOnly = true};
}

} // namespace factline::lint
