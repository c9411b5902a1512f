// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"

namespace factline::lint {

namespace {

void check(const View& view, const Context& context, const Survey&, Report& report) {
    if (!view.reconciled || view.reconciled->repairs != RepairMode::Automatic || view.reconciled->upTo)
        return;
    const Ref& against = view.reconciled->against;
    report.add(
        {.element = keyOf(ElementKind::View, context.name, view.name),
         .at = view.id,
         .field = "reconciled.repairs",
         .message =
             against.empty()
                 ? Phrase::of("{} repairs itself however much differs: a defect upstream is mended away, "
                              "run after run, and nobody hears of it. Say upTo, and let people look at "
                              "what is more.",
                              qualified(context, view))
                 : Phrase::of("{} repairs itself from {}, however much differs: a defect upstream is "
                              "mended away, run after run, and nobody hears of it. Say upTo, and let "
                              "people look at what is more.",
                              qualified(context, view), toString(against)),
         .evidence = against.empty() ? std::vector<std::string>() : std::vector{toString(against)}});
}

std::optional<Fix> fix(const Finding& finding, const Lookup& lookup) {
    return changing<View>(finding, lookup, false, Phrase::of("Let people repair it"),
                          [](View& view) { view.reconciled->repairs = RepairMode::Manual; });
}

} // namespace

Rule reconciliationMasksDefects() {
    return {.id = "reconciliation-masks-defects",
            .severity = Severity::Warning,
            .basis = RuleBasis::Structural,
            .topic = Topic::Views,
            .summary = "a view is repaired automatically, without a limit",
            .check = check,
            .insideOnly = true,
            .fix = fix};
}

} // namespace factline::lint
