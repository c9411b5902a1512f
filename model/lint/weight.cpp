// SPDX-License-Identifier: Apache-2.0
#include "lint/weight.h"

#include <algorithm>

namespace factline::lint {

Weights::Weights(const Model& model, std::string_view preset)
    : m_preset(findPreset(preset)) {
    if (model.lint) m_project = settingsFrom(*model.lint);
    for (const auto& context : model.contexts)
        if (context->lint) m_contexts.try_emplace(context->name, settingsFrom(*context->lint));
}

Weights::Settings Weights::settingsFrom(const LintSettings& lint) {
    Settings settings;
    settings.preset = findPreset(lint.preset);
    for (const auto& [rule, severity] : lint.rules)
        settings.rules.insert_or_assign(rule, severity);
    return settings;
}

Severity Weights::of(const Rule& rule, const Finding& finding) const {
    const auto found = m_contexts.find(contextOf(finding.element));
    const Settings* context = found == m_contexts.end() ? nullptr : &found->second;

    const Preset* preset = m_preset;
    if (!preset && context) preset = context->preset;
    if (!preset) preset = m_project.preset;
    Severity severity = preset ? preset->weigh(rule, finding.severity) : finding.severity;
    for (const Settings* settings : {&m_project, context}) {
        if (!settings) continue;
        if (const auto set = settings->rules.find(rule.id); set != settings->rules.end())
            severity = set->second;
    }
    return rule.basis == RuleBasis::Lexical ? std::min(severity, Severity::Warning) : severity;
}

std::string_view contextOf(const ElementKey& key) {
    if (key.kind == ElementKind::Context) return key.name;
    const auto slash = key.name.find('/');
    return slash == std::string::npos ? std::string_view{} : std::string_view(key.name).substr(0, slash);
}

} // namespace factline::lint
