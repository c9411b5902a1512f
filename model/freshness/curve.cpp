// SPDX-License-Identifier: Apache-2.0
#include "freshness/curve.h"

#include <algorithm>
#include <cmath>

#include "freshness/journey.h"

namespace factline::freshness {

namespace {

constexpr int curveSteps = 160; ///< of equal length
constexpr int shares = 100;     ///< of equal height
constexpr double nearlyAll = 0.9995;

/// Before that nothing can have arrived.
double earliest(const Arrival& arrival) {
    double time = 0;
    for (const Distribution& hop : arrival.shared)
        time += hop.min();
    double longest = 0;
    for (const auto& way : arrival.ways) {
        double sum = 0;
        for (const Distribution& hop : way)
            sum += hop.min();
        longest = std::max(longest, sum);
    }
    return time + longest;
}

} // namespace

std::optional<Curve> curveOf(const Row& row) {
    if (!row.answer) return std::nullopt;
    const Arrival arrival = arrivalOf(row.route.paths);
    const Estimate estimate(arrival, std::clamp(row.forShare, 0.5, 0.999999), usualBins, Parts::None);
    const Loss loss = lossOf(*row.route.view);
    const auto delivered = [&](double time) { return estimate.share(time); };

    const double first = earliest(arrival);
    double last = std::max(first, estimate.quantile(nearlyAll));
    if (loss.lost > 0)
        if (const auto mended = quantileWithLoss(loss, nearlyAll, delivered)) last = std::max(last, *mended);
    std::vector<double> times{first};
    times.reserve(curveSteps + shares + 1);
    for (int i = 1; i <= curveSteps; ++i)
        times.push_back(first + (last - first) * i / curveSteps);
    for (int i = 1; i < shares; ++i)
        times.push_back(std::max(first, estimate.quantile(static_cast<double>(i) / shares)));
    std::ranges::sort(times);

    Curve curve{.within = row.within, .forShare = row.forShare};
    curve.points.reserve(times.size() + 2);
    curve.points = {{0, 0}, {first, 0}};
    double most = 0;
    for (const double time : times) {
        // What has arrived stays there, whatever rounding says.
        most = std::max(most, (1 - loss.lost) * delivered(time) + loss.lost * loss.repairedWithin(time));
        curve.points.push_back({time, std::min(most, 1.0)});
    }
    curve.estimate = row.answer->timeOfAll();
    curve.guaranteed = row.answer->boundOfAll();
    curve.inTime = row.answer->inTimeOfAll();
    return curve;
}

} // namespace factline::freshness
