// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/finding.h"
#include "domain/lookup.h"
#include "lint/waivers.h"

namespace factline::lint {

/// How to judge, beyond what the model itself says under `lint:`.
struct Options {
    std::string preset;                 ///< goes before every preset that the model names; empty: the model's
    const Lookup* everyStage = nullptr; ///< the model before atStage; null: it has one stage only
    std::optional<Day> today;           ///< waivers that ended before do not count any more; none: all count
};

/// A finding that a waiver settles.
struct Waived {
    Finding finding;
    Waiver waiver;
    bool operator==(const Waived&) const = default;
};

/// What the rules found, and what of it is settled; each in the order of `run`.
struct Outcome {
    std::vector<Finding> findings;
    std::vector<Waived> waived;
};

/// The same as `run`, with what is waived.
Outcome inspect(const Lookup& lookup, const Options& options = {});

/// What is to object to in a model, judged as it is: for a migration the caller passes atStage(model, stage),
/// and the whole model in `everyStage`. Errors first, then warnings, then hints; within one severity in the
/// order of the model, then by rule. The same input gives the same list; nothing is told twice,
/// and nothing that a waiver settles (on the element, or in the list of the model): it disappears here.
///
/// How much a finding weighs: what the rule says (its default, or what it raised or lowered it to for this
/// finding), changed by the preset, then set by the project's `lint.rules`, then by the `lint.rules` of the
/// context that the finding's element stands in. `off` drops it. A lexical rule is a warning at the most,
/// whatever is set. The preset is the option's, else the context's, else the project's, else `standard`:
///   standard  every rule as it is
///   minimal   only errors about ownership
///   strict    one step up: hints are warnings, warnings are errors
///   import    as standard, but names may have any form
std::vector<Finding> run(const Lookup& lookup, const Options& options = {});

/// The names of the presets, `standard` first.
std::vector<std::string> presetNames();

} // namespace factline::lint
