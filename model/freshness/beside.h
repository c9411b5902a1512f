// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "freshness/distribution.h"
#include "freshness/transform.h"

namespace factline::freshness {

/// How long one hop takes, in seconds, by some of its quantiles: wherever its shape bends, and between at
/// equal steps of z = Phi^-1(u).
class HopTimes {
public:
    explicit HopTimes(const Distribution& hop);

private:
    friend class Beside;
    void add(double share, double time);

    std::vector<double> m_times;  ///< rising
    std::vector<double> m_shares; ///< what lies between each of them and the next
    double m_below = 0;           ///< the last one
};

/// All that one hop stands beside, seen at one time: asked again and again how many changes have arrived by
/// then if the hop takes this or that. The others are on bins; the hop is not, for one that is short beside
/// them would fill only one bin. Between two of its quantiles it takes each time as likely as the other,
/// which is within 0.02 % of the time that a lognormal hop takes.
class Beside {
public:
    /// Nothing ever arrives.
    Beside() = default;
    /// `edges`: how many have come of the others below each bin of that width (in seconds); past the last one
    /// all have. `left`: the time that the others' fixed parts leave.
    Beside(Mass edges, double width, double left);

    /// The share that has arrived if the hop takes `factor` times this, and `further` seconds.
    double share(const HopTimes& hop, double factor = 1, double further = 0) const;

private:
    double at(double bins) const;
    double areaBelow(double bins) const;

    Mass m_edges, m_areas; ///< of what lies under the edges, from the first to each
    double m_width = 0, m_left = 0;
};

} // namespace factline::freshness
