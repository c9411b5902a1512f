// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "base/phrase.h"
#include "freshness/analysis.h"

namespace factline::freshness {

/// Whether a decision tolerates how old that is what it reads, at the objective of the view: proven where the
/// guaranteed bound does, expected where the estimate does, else at risk. Nothing where nothing is tolerated
/// or the owner is asked.
std::optional<Verdict> verdictOf(const DecisionAge& age);

/// The same of how long two views may disagree, at the objective of the audience.
std::optional<Verdict> verdictOf(const AudiencePair& pair);

/// What a decision risks with one of the things it reads, in a line: "stores/shelf-display is up to 19.2 min
/// old (99 %), 60 s is tolerated; 52.7 % of decisions miss the latest change".
Phrase riskOf(const DecisionAge& age);

} // namespace factline::freshness
