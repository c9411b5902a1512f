// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

#include "freshness/arrival.h"
#include "freshness/hop.h"
#include "freshness/lattice.h"

namespace factline::freshness {

/// Four times as many cost four times the time (60 ms instead of 20 to check the retail example) and change
/// quantiles in the sixth digit (1.306597 s, not 1.306599 s); the bracket says how far off they may be.
inline constexpr std::size_t usualBins = std::size_t{1} << 12;

/// The time that a change takes if its hops do not depend on one another.
class Estimate {
public:
    /// `q`: the objective that it must be good for; the lattice reaches to the guaranteed bound at
    /// max(0.9999, 1 - (1 - q) / 10).
    /// `parts`: whether it will be asked about single hops (budget, factor): None or Each.
    /// `known`: single hops that other estimates have worked out; it outlives this one. None: its own.
    Estimate(Arrival arrival, double q, std::size_t bins = usualBins, Parts parts = Parts::Each,
             BinnedHops* known = nullptr);

    double share(double x) const;    ///< of changes that have arrived within x
    double quantile(double u) const; ///< the x of a share; exact where only one hop varies in each way
    double mean() const;
    double laplace(double rate) const; ///< E[exp(-rate L)]

    /// What the quantile certainly lies between; as wide as the rounding of the hops to bins.
    struct Bracket {
        double low = 0, high = 0;
    };
    Bracket bracket(double u) const;

    /// For each hop, what it takes on average when the whole takes its quantile at u (0 for a hop of a way
    /// that was not the last to arrive). They sum to that quantile.
    std::vector<double> budget(double u) const;

    const Arrival& arrival() const { return m_arrival; }

private:
    friend class Factors;
    struct Way {
        std::vector<Distribution> varying;
        std::vector<std::size_t> number; ///< of each varying hop in the arrival
        double shift = 0;
        double late = 0; ///< how much more of shift than the way with the least
        Lattice lattice;
        std::vector<double> edges;
    };
    static Way wayOf(const std::vector<Distribution>& hops, std::size_t first);
    void build(double horizon, std::size_t bins, Parts parts);
    double exactShare(double x) const;
    double bisected(double u) const;
    double tail(double x) const;
    double expected(const std::function<double(double)>& f) const;

    Arrival m_arrival;
    double m_q;
    BinnedHops* m_known; ///< null: nobody's
    Way m_shared;
    std::vector<Way> m_ways;
    double m_shift = 0; ///< of all: shared and the least of the ways
    bool m_exact = false;
    double m_width = 0;
    std::vector<double> m_last;  ///< mass of the last of the ways to arrive, without m_shift
    std::vector<double> m_mass;  ///< of all, without m_shift
    std::vector<double> m_edges; ///< its mass below each bin
    std::vector<double> m_down;  ///< rounded down: its mass below each bin
    std::size_t m_roundings = 0; ///< bins that rounding down may have taken
};

} // namespace factline::freshness
