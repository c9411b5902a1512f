// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"

namespace factline::freshness {

/// The seconds between the runs of a schedule over one year (2027, and up to 2036 where it runs more rarely),
/// in its zone with its summer time. Five fields: minute hour day-of-month month day-of-week; `*`, lists,
/// ranges, steps, names of months and days; where both days are restricted either will do, as in Vixie cron.
/// Runs at an hour that the clock skips happen right after, those at an hour that comes twice only the first
/// time, unless the hour is a `*`. An error where schedule or zone cannot be understood, or it never runs.
Result<std::vector<double>> gapsOf(const std::string& cron, const std::string& timeZone);

} // namespace factline::freshness
