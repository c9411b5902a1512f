// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "cli/console.h"
#include "freshness/analysis.h"
#include "freshness/scenario.h"

namespace factline::cli {

/// The analysis as programs read it: stable keys, seconds as numbers, null for a number that does not exist.
/// `problems`: what could not be read, a list, empty for nothing. `scenario`: what was assumed, null for
/// nothing, and what that changes.
std::string freshnessJson(const freshness::Analysis& analysis, nlohmann::ordered_json problems,
                          const Scenario* scenario, const std::vector<freshness::Shift>& shifts);

/// The analysis as an architect reads it aloud.
void printFreshness(const freshness::Analysis& analysis, Console& console);

/// The second part of it: consumers, outages, decisions, audiences.
void printRisks(const freshness::Analysis& analysis, Console& console);

/// What a scenario changes against the model as it is.
void printShifts(const std::string& scenario, const std::vector<freshness::Shift>& shifts, Console& console);

} // namespace factline::cli
