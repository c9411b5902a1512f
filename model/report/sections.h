// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "lint/questions.h"
#include "report/compose.h"

namespace factline::report {

/// What several sections need of a subject, worked out once.
struct Insight {
    const Subject& subject;
    /// Of each view with a promise the change that fares worst; in the order of the model.
    std::vector<const freshness::Row*> promises;
    std::vector<lint::OwnerQuestions> questions;
};

/// One section of the document; nothing where there is nothing to say.
using SectionOf = std::optional<Section> (*)(const Insight&);

namespace sections {

std::optional<Section> summary(const Insight& insight);
std::optional<Section> map(const Insight& insight);
std::optional<Section> changes(const Insight& insight);
std::optional<Section> contexts(const Insight& insight);
std::optional<Section> promises(const Insight& insight);
std::optional<Section> clashes(const Insight& insight);
std::optional<Section> questions(const Insight& insight);
std::optional<Section> decisions(const Insight& insight);
std::optional<Section> findings(const Insight& insight);
std::optional<Section> simpler(const Insight& insight);
std::optional<Section> reading(const Insight& insight);

} // namespace sections

/// How much worse one verdict is than another, for sorting: 0 is best.
int badness(freshness::Verdict verdict);

/// Of each view with a promise the change that fares worst.
std::vector<const freshness::Row*> worstRows(const freshness::Analysis& analysis);

/// Findings that are about what an event means to its consumer, but for open questions.
bool isClash(const Finding& finding);

} // namespace factline::report
