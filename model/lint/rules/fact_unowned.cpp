// SPDX-License-Identifier: Apache-2.0
#include "lint/missing.h"
#include "lint/rules/rule_file.h"

namespace factline::lint {

namespace {

bool needsAnOwner(const RefUse& use) {
    return use.field != "takesOver";
}

/// The fact that has taken over from one that is gone in this stage; empty where none has.
std::string successorOf(const Survey& survey, const Ref& gone) {
    if (survey.successions.empty() || !survey.everyStage.findFact(gone)) return {};
    return successorOf(toString(gone), survey.lookup, survey.successions);
}

void check(const Survey& survey, Report& report) {
    std::size_t told = 0;
    for (const Missing& fact : missingNames(survey, ElementKind::Fact, needsAnOwner)) {
        const Ref& ref = fact.first->ref;
        const std::string name = toString(ref);
        const std::string successor = told++ < suggestedAtMost ? successorOf(survey, ref) : std::string();
        const Phrase advice = successor.empty()
                                  ? adviceOn({fact.first->use.field, ElementKind::Fact}, ref, fact.nearest,
                                             Phrase::of("Declare it in the context that decides about it."))
                                  : Phrase::of("{} has taken it over: name that one.", successor);
        report.add({.element = {ElementKind::Fact, name},
                    .at = idOf(fact.first->holder),
                    .field = fact.first->field,
                    .message = Phrase::of("No context owns {}: {}. {}", name, enumeration(fact.said), advice),
                    .evidence = fact.holders});
    }
}

std::optional<Fix> fix(const Finding& finding, const Lookup& lookup) {
    const std::string& name = finding.element.name;
    if (auto right = spelledRight(finding, lookup, name, true)) return right;
    const Ref ref = parseRef(name, {});
    const Context* owner = lookup.findContext(ref.context);
    if (!owner || ref.name.empty() || lookup.findFact(ref))
        return std::nullopt; // it is there in another stage
    Fact fact;
    fact.name = ref.name;
    edit::Several step{Phrase::of("Let {} own {}", owner->name, ref.name),
                       {edit::AddElement{std::move(fact), owner->id, std::nullopt}}};
    return Fix{step.label, true, std::move(step)};
}

} // namespace

Rule factUnowned() {
    return {.id = "fact-unowned",
            .severity = Severity::Error,
            .basis = RuleBasis::Structural,
            .topic = Topic::Ownership,
            .summary = "a fact that is shown, announced, claimed or decided on, and that no context owns",
            .check = check,
            .sight = {.elements = 0, .words = 0},
            .fix = fix,
            .fixKind = FixKind::Either};
}

} // namespace factline::lint
