// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/element.h"
#include "base/phrase.h"

namespace factline {

/// How much a finding weighs. Off is a setting of a rule, never the severity of a finding.
enum class Severity { Off, Hint, Warning, Error };

/// What a rule has to object to, with both sides named. `element` says what it is about, `at` and `field`
/// where to point in the text; they differ where the element stands nowhere (a fact that nobody owns is
/// pointed at where it is referred to). Places in files are joined by whoever holds the SourceMap: find(at,
/// field).
struct Finding {
    std::string rule; ///< id of the rule ("fact-unowned")
    Severity severity = Severity::Warning;
    ElementKey element;                ///< what must be looked at first
    ElementId at;                      ///< the element to point at; none: the model itself
    std::string field;                 ///< key path inside `at` ("announces"), empty for the element itself
    Phrase message;                    ///< one sentence naming both sides
    std::vector<std::string> evidence; ///< other elements and claims involved, as `context/name`
    std::string claim;                 ///< the claim it is about, part of its fingerprint; mostly empty

    bool operator==(const Finding&) const = default;
};

} // namespace factline
