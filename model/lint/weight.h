// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <unordered_map>

#include "domain/model.h"
#include "lint/presets.h"

namespace factline::lint {

/// How much findings weigh in one model: preset, project and context settings in their order (see run.h).
class Weights {
public:
    /// `preset` goes before those of the model; empty: none.
    Weights(const Model& model, std::string_view preset);

    /// Off: the finding is not told.
    Severity of(const Rule& rule, const Finding& finding) const;

private:
    struct Settings {
        const Preset* preset = nullptr; ///< null: as outside
        std::unordered_map<std::string_view, Severity> rules;
    };
    static Settings settingsFrom(const LintSettings& lint);

    const Preset* m_preset;
    Settings m_project;
    std::unordered_map<std::string_view, Settings> m_contexts;
};

/// The context that an element stands in by its name; empty where it stands in none.
std::string_view contextOf(const ElementKey& key);

} // namespace factline::lint
