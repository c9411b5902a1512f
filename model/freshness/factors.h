// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "freshness/estimate.h"
#include "freshness/fan_in.h"

namespace factline::freshness {

/// By how much hops may grow, or have to shrink, for the share u to arrive within x.
class Factors {
public:
    /// The estimate outlives this.
    Factors(const Estimate& estimate, double u, double x);

    /// The factor by which `part` of one hop may be multiplied so that the share u still arrives within x;
    /// nothing where not even 0 is small enough, or nothing is too much. `rest` of the hop stays as it is.
    /// `copies`: the numbers of the hop, several where it stands in several ways.
    std::optional<double> of(const std::vector<std::size_t>& copies, const Distribution& part, double rest);
    /// Whether the share u arrives within x, and a little to spare, if the hop takes this instead.
    bool holds(const std::vector<std::size_t>& copies, const Distribution& hop);

private:
    std::optional<double> alone(std::size_t hop, const Distribution& part, double rest);
    Beside besideOthers(std::size_t index, double left);
    std::optional<double> factorBeside(const Beside& others, const Distribution& part, double rest) const;
    bool holdsAlone(std::size_t hop, const Distribution& now, double x);
    std::optional<double> amongWays(const std::vector<std::size_t>& copies, const Distribution& part,
                                    double rest);

    const Estimate& m_estimate;
    double m_u, m_x;
    BinnedHops m_own; ///< where the estimate has none from others
    /// Of a single way, on bins as fine as x asks for: the estimate's reach as far as the slowest hop, which
    /// may be hours where x is a second. Empty until it is asked for.
    std::optional<Lattice> m_upToX;
    std::optional<FanInAt> m_fanIn;
};

} // namespace factline::freshness
