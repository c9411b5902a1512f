// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "freshness/analysis.h"

namespace factline::freshness {

/// How many of the changes of one row have arrived after how long, for whoever wants to draw it.
struct Curve {
    struct Point {
        double time = 0;  ///< seconds since the commit
        double share = 0; ///< of all changes, lost ones among them, that are seen by then, 0 to 1
        bool operator==(const Point&) const = default;
    };
    std::vector<Point> points; ///< none falls in either; past the last one hardly anything comes
    std::optional<double> within;
    double forShare = 0.99;
    std::optional<double> estimate;   ///< the time of the objective's share; nothing: so many never arrive
    std::optional<double> guaranteed; ///< the same however the hops depend on one another
    std::optional<double> inTime;     ///< share that arrives within what is promised
};

/// The curve of a row whose hops are all known; nothing for any other. It is the independent estimate
/// (freshness/estimate.h) at a few hundred points, closer together where it rises fast: straight lines
/// between them are right to a hundredth. With loss p it is (1 - p) F + p R, R the share of the lost that is
/// mended.
std::optional<Curve> curveOf(const Row& row);

} // namespace factline::freshness
