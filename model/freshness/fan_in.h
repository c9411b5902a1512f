// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <vector>

#include "freshness/arrival.h"
#include "freshness/binned_hop.h"

namespace factline::freshness {

/// A view that waits for several ways, seen at one time x only: how many changes have arrived by then, asked
/// again and again with other numbers for one hop. Bins reach just to x, for what comes later does not count;
/// what the other hops come to is worked out once.
class FanInAt {
public:
    /// Both outlive it.
    FanInAt(const Arrival& arrival, double x, BinnedHops& known)
        : m_arrival(arrival)
        , m_x(x)
        , m_known(known) {}

    /// The arrival with one hop left open; `copies`: its numbers.
    class Open {
    public:
        /// The share that arrives within x, less `spare`, if the open hop takes this.
        double share(const Distribution& hop, double spare = 0) const;

    private:
        friend class FanInAt;
        struct Leg {
            double shift = 0;      ///< without the open hop
            std::size_t times = 0; ///< that the open hop stands in it
            Spectrum others;       ///< of what varies but the open hop, where that stands in it
            Mass edges;            ///< where it does not: what has arrived below each bin
        };
        std::vector<Leg> legs; ///< what all ways share, then each way
        double left = 0;       ///< of x after all fixed parts that all ways have
        double width = 0;
        BinnedHops* known = nullptr;
    };
    Open without(const std::vector<std::size_t>& copies);

private:
    struct Whole {
        Spectrum spectrum;
        Mass edges;
    };
    const std::vector<Distribution>& hopsOf(std::size_t leg) const {
        return leg == 0 ? m_arrival.shared : m_arrival.ways[leg - 1];
    }
    Spectrum productOf(std::size_t leg, double width, const std::vector<bool>& isOpen, std::size_t first);
    const std::vector<Whole>& wholes(double width);

    const Arrival& m_arrival;
    double m_x;
    BinnedHops& m_known;
    std::map<double, std::vector<Whole>> m_wholes; ///< legs with all their hops, by width
};

} // namespace factline::freshness
