// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "generate/promises.h"

namespace factline::generate::prometheus {

/// One way to notice that the error budget is used up too fast: the share of late changes is above the
/// threshold over a long time, so that it matters, and over a short one, so that it is still going on.
struct BurnRate {
    double burn = 0; ///< how many times as fast as the budget lasts for
    double threshold = 0;
    std::string longWindow;
    std::string shortWindow;
    bool page = false; ///< somebody has to get up; else the next day will do
};

/// Those that fit the window of the promise. Over 28 to 31 days they are the 14.4, 6, 3 and 1 over 1 h, 6 h,
/// 1 d and 3 d of Beyer et al., "The Site Reliability Workbook" (2018), chapter 5. For a longer promise the
/// factors grow with it, for a shorter one the times shrink, but never below half an hour: each stands for
/// the same part of the budget. What is left out is added to `omitted`.
std::vector<BurnRate> burnRatesOf(const Promise& promise, std::vector<Omission>& omitted);

} // namespace factline::generate::prometheus
