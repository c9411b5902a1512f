// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

#include "lint/rule.h"

namespace factline::lint {

/// A named way to weigh all rules: from what a rule says to what counts.
struct Preset {
    std::string_view name;
    std::string_view summary;
    Severity (*weigh)(const Rule& rule, Severity severity);
};

/// Every preset, `standard` first.
std::span<const Preset> presets();
const Preset* findPreset(std::string_view name);

} // namespace factline::lint
