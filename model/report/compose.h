// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compare/compare.h"
#include "domain/lookup.h"
#include "freshness/analysis.h"
#include "lint/run.h"
#include "report/document.h"

namespace factline::report {

/// Which state of a model is meant.
struct State {
    std::string title;   ///< what the model is called
    std::string version; ///< first digits of the hash of its files
    std::string date;    ///< "2026-11-29"
};

/// The same model as it was, where the document is to say what has changed since.
struct Earlier {
    State state;
    std::vector<compare::ElementChange> changes;
    std::vector<Finding> findings; ///< waived ones left out
    const freshness::Analysis& analysis;
};

/// Everything that the document is made of, worked out before.
struct Subject {
    State state;
    std::string stage;    ///< of the migration; empty: there is none
    const Lookup& lookup; ///< at that stage
    const freshness::Analysis& analysis;
    lint::Outcome outcome;          ///< without what stands in the baseline
    std::vector<Finding> baselined; ///< known before, and not objected to
    std::optional<Earlier> earlier = std::nullopt;
    std::size_t unreadable = 0; ///< problems in reading: what the document does not know
};

/// The review document of a model: a summary to be read aloud, then section by section what it rests on.
Document compose(const Subject& subject);

} // namespace factline::report
