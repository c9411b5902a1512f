// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/element.h"

namespace factline {

/// How much a finding weighs. Off is a setting of a rule, never the severity of a finding.
enum class Severity { Off, Hint, Warning, Error };

/// What a rule has to object to: an element and field of the model, with both sides named.
/// Places in files are joined by whoever holds the SourceMap.
struct Finding {
    std::string rule;                  ///< id of the rule ("fact-unowned")
    Severity severity = Severity::Warning;
    ElementKey element;                ///< what must be looked at first
    std::string field;                 ///< key path inside the element ("announces"), empty for the element itself
    std::string message;               ///< one sentence naming both sides
    std::vector<std::string> evidence; ///< other elements and claims involved, as `context/name`
    std::string claim;                 ///< the claim it is about, part of its fingerprint; mostly empty

    bool operator==(const Finding&) const = default;
};

} // namespace factline
