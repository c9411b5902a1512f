// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "freshness/distribution.h"

namespace factline::freshness {

/// The hops from a change to its view: those that all ways share, and then, where there are several ways, the
/// rest of each. The view is complete when all have arrived.
struct Arrival {
    std::vector<Distribution> shared;
    std::vector<std::vector<Distribution>> ways; ///< none: only one way

    std::size_t hopCount() const {
        std::size_t count = shared.size();
        for (const auto& way : ways)
            count += way.size();
        return count;
    }
    /// The hop of that number: the shared ones first, then way after way.
    const Distribution& hop(std::size_t number) const {
        if (number < shared.size()) return shared[number];
        number -= shared.size();
        std::size_t way = 0;
        while (number >= ways[way].size())
            number -= ways[way++].size();
        return ways[way][number];
    }
    /// How many of the hops take no longest time.
    std::size_t openHops() const {
        std::size_t count = 0;
        for (std::size_t i = 0; i < hopCount(); ++i)
            count += hop(i).max() ? 0 : 1;
        return count;
    }
    Distribution& hop(std::size_t number) {
        return const_cast<Distribution&>(static_cast<const Arrival&>(*this).hop(number)); // NOLINT
    }
};

/// Bounds on the time within which the share q has arrived that hold however the hops depend on one another.
struct Guaranteed {
    double equalSplit = 0;
    double optimal = 0; ///< never above equalSplit
};

/// sum Q_i(1 - alpha_i) for alpha_i >= 0 that sum to 1 - q; bounded hops take their maximum and alpha = 0.
/// The optimum is where all densities are equal (Lagrange). Of several ways the longest counts; a hop in two
/// ways is counted twice, which is safe.
Guaranteed guaranteed(const Arrival& arrival, double q);

/// Its equal split alone: looser, and found at once.
double equalSplitBound(const Arrival& arrival, double q);

/// The smallest alpha for which one way's guaranteed bound at 1 - alpha is at most x; 1 where none does.
double riskWithin(const std::vector<Distribution>& hops, double x);

/// The largest of Q_i(q) + the minima of the others: no dependence gets below. Of several ways the slowest.
double impossibleBelow(const Arrival& arrival, double q);

} // namespace factline::freshness
