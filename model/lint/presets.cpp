// SPDX-License-Identifier: Apache-2.0
#include "lint/presets.h"

#include <algorithm>
#include <array>

namespace factline::lint {

namespace {

Severity asItIs(const Rule&, Severity severity) {
    return severity;
}

Severity ownershipErrors(const Rule& rule, Severity severity) {
    return rule.topic == Topic::Ownership && severity == Severity::Error ? severity : Severity::Off;
}

Severity oneStepUp(const Rule&, Severity severity) {
    return severity == Severity::Hint ? Severity::Warning : Severity::Error;
}

Severity anyName(const Rule& rule, Severity severity) {
    return rule.topic == Topic::Naming ? Severity::Off : severity;
}

constexpr std::array<Preset, 4> all{{{"standard", "every rule as it is", asItIs},
                                     {"minimal", "only errors about ownership", ownershipErrors},
                                     {"strict", "hints are warnings, warnings are errors", oneStepUp},
                                     {"import", "as standard, but names may have any form", anyName}}};

} // namespace

std::span<const Preset> presets() {
    return all;
}

const Preset* findPreset(std::string_view name) {
    const auto* found = std::ranges::find(all, name, &Preset::name);
    return found == all.end() ? nullptr : found;
}

} // namespace factline::lint
