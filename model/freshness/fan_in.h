// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <tuple>
#include <vector>

#include "freshness/arrival.h"
#include "freshness/beside.h"
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

    /// What a hop that stands once stands beside, at x. It lasts as long as this does.
    const Beside& beside(std::size_t hop);

    /// The arrival with one hop left open that stands in several ways; `copies`: its numbers.
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
    };
    Open without(const std::vector<std::size_t>& copies);

private:
    /// One leg with all its hops, and with each of them left out.
    struct Whole {
        Mass edges;
        std::vector<Spectrum> before, after; ///< of each hop: the product of what varies on either side of it
    };
    /// What is left of x to one hop.
    struct Left {
        std::size_t leg = 0, number = 0; ///< where it stands
        double time = 0, width = 0;      ///< and the bins for that; width 0: nothing is left
        double fixedTime = 0;            ///< of x that is gone before any other leg varies
    };
    const std::vector<Distribution>& hopsOf(std::size_t leg) const {
        return leg == 0 ? m_arrival.shared : m_arrival.ways[leg - 1];
    }
    Spectrum productOf(std::size_t leg, double width, const std::vector<bool>& isOpen, std::size_t first);
    const std::vector<Whole>& wholes(double width);
    Left leftTo(std::size_t hop) const;
    const Spectrum& othersOf(const Left& left);
    Spectrum productBeside(const Left& left);

    const Arrival& m_arrival;
    double m_x;
    BinnedHops& m_known;
    std::map<double, std::vector<Whole>> m_wholes; ///< legs with all their hops, by width
    /// Of a leg: what has arrived by x of all others, by the time that is left to it.
    std::map<std::tuple<std::size_t, double, double>, Spectrum> m_others;
    std::map<std::size_t, Beside> m_besides;
};

} // namespace factline::freshness
