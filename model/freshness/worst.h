// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>

#include "freshness/analysis.h"

namespace factline::freshness {

/// How a promise fares for one change.
struct Fare {
    Verdict verdict = Verdict::Unknown;
    std::optional<double> time; ///< at the objective; nothing: for ever, or nobody knows
};

/// Of a row with a promise.
Fare fareOf(const Row& row);

/// Whether whoever relies on the view is worse off with the first: by the verdict (an unknown one is worse
/// than one that is expected to hold, and better than one that is not), then by the time.
bool isWorse(const Fare& first, const Fare& second);

/// For each view with a promise the row that fares worst, the first of several; they point into the analysis.
std::map<Ref, const Row*> worstRows(const Analysis& analysis);

} // namespace factline::freshness
