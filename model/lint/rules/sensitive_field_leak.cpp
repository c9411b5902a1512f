// SPDX-License-Identifier: Apache-2.0
#include "lint/payload.h"
#include "lint/rules/rule_file.h"

namespace factline::lint {

namespace {

/// How sensitive a field is whose event says nothing of it: as the most sensitive fact that is announced.
Sensitivity inherited(const Event& event, const Survey& survey) {
    Sensitivity most = Sensitivity::None;
    for (const Ref& ref : event.announces)
        if (const Fact* fact = survey.lookup.findFact(ref)) most = std::max(most, fact->sensitivity);
    return most;
}

void check(const Event& event, const Context& context, const Survey& survey, Report& report) {
    if (event.visibility != Visibility::Public) return;
    const Sensitivity byFact = inherited(event, survey);
    std::string told; // of a field of the payload one leak is told, which may lie deep in it
    eachField(event, context, survey.lookup, [&](const std::string& path, const PayloadField& field) {
        const std::string own = path.substr(0, path.find('.'));
        if (!field.justifiedBy.empty() || own == told) return false;
        const Sensitivity sensitivity = field.sensitivity.value_or(own == path ? byFact : Sensitivity::None);
        if (sensitivity == Sensitivity::None) return true;
        told = own;
        report.add({.element = keyOf(ElementKind::Event, context.name, event.name),
                    .at = event.id,
                    .field = "payload." + own,
                    .message = Phrase::of(
                        "{} carries {}, which is {}, out of {}, and nothing says why it has to. Leave "
                        "it out, say justifiedBy, or say sensitivity: none.",
                        qualified(context, event), path, word(sensitivity), context.name)});
        return false;
    });
}

} // namespace

Rule sensitiveFieldLeak() {
    return {.id = "sensitive-field-leak",
            .severity = Severity::Warning,
            .basis = RuleBasis::Structural,
            .topic = Topic::Delivery,
            .summary = "a personal or confidential field leaves its context without a reason",
            .check = check};
}

} // namespace factline::lint
