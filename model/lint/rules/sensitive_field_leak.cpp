// SPDX-License-Identifier: Apache-2.0
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

const PayloadType& elementType(const PayloadType& type) {
    return type.of.empty() ? type : elementType(type.of.front());
}

/// A field of a value object that is sensitive by its own word and not justified; null: none.
const PayloadField* sensitiveInside(const PayloadField& field, const Context& context, const Survey& survey) {
    const PayloadType& type = elementType(field.type);
    if (type.kind != PayloadType::Kind::Named) return nullptr;
    const auto* definition = survey.lookup.findType(parseRef(type.name, context.name));
    if (!definition) return nullptr;
    const auto found = std::ranges::find_if(definition->fields, [](const PayloadField& inner) {
        return inner.sensitivity.value_or(Sensitivity::None) != Sensitivity::None &&
               inner.justifiedBy.empty();
    });
    return found == definition->fields.end() ? nullptr : &*found;
}

void check(const Event& event, const Context& context, const Survey& survey, Report& report) {
    if (event.visibility != Visibility::Public) return;
    const Sensitivity byFact = inherited(event, survey);
    for (const PayloadField& field : event.payload) {
        if (!field.justifiedBy.empty()) continue;
        std::string name = field.name;
        Sensitivity sensitivity = field.sensitivity.value_or(byFact);
        if (sensitivity == Sensitivity::None) {
            const PayloadField* inner = sensitiveInside(field, context, survey);
            if (!inner) continue;
            name += '.' + inner->name;
            sensitivity = *inner->sensitivity;
        }
        report.add({.element = keyOf(ElementKind::Event, context.name, event.name),
                    .at = event.id,
                    .field = "payload." + field.name,
                    .message = fmt::format(
                        "{} carries {}, which is {}, out of {}, and nothing says why it has to. Leave "
                        "it out, say justifiedBy, or say sensitivity: none.",
                        qualified(context, event), name, word(sensitivity), context.name)});
    }
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
