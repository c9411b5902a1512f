// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "freshness/analysis.h"

namespace factline::freshness {

/// What a scenario does to one view and change.
struct Shift {
    Ref view, change;
    std::optional<double> within;          ///< as the scenario has it
    std::optional<Verdict> before, after;  ///< nothing: nothing is promised, or the way is not there
    std::optional<double> usual, supposed; ///< the estimate at the objective, before and after
    std::optional<double> budgetBefore, budgetAfter; ///< share of the error budget used, outages included

    bool isWorse() const;
};

/// The outages that a scenario assumes.
Assumptions assumptionsOf(const Scenario& scenario);

/// Where two analyses of one model differ, in the order of the second; numbers that differ by less than a
/// millionth are the same. A what-if is analyse() of contract::withScenario(model, scenario) with its
/// assumptions, set against analyse() of the model.
std::vector<Shift> shiftsBetween(const Analysis& usual, const Analysis& supposed);

} // namespace factline::freshness
