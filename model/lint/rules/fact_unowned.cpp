// SPDX-License-Identifier: Apache-2.0
#include "lint/missing.h"
#include "lint/rules/rule_file.h"

namespace factline::lint {

namespace {

bool needsAnOwner(const RefUse& use) {
    return use.field != "takesOver";
}

void check(const Survey& survey, Report& report) {
    for (const Missing& fact : missingNames(survey, ElementKind::Fact, needsAnOwner)) {
        const std::string name = toString(fact.first->ref);
        report.add({.element = {ElementKind::Fact, name},
                    .at = idOf(fact.first->holder),
                    .field = fact.first->field,
                    .message = fmt::format("No context owns {}: {}. {}", name, enumeration(fact.said),
                                           adviceOn({fact.first->use.field, ElementKind::Fact},
                                                    fact.first->ref, fact.nearest,
                                                    "Declare it in the context that decides about it.")),
                    .evidence = fact.holders});
    }
}

} // namespace

Rule factUnowned() {
    return {.id = "fact-unowned",
            .severity = Severity::Error,
            .basis = RuleBasis::Structural,
            .topic = Topic::Ownership,
            .summary = "a fact that is shown, announced, claimed or decided on, and that no context owns",
            .check = check};
}

} // namespace factline::lint
