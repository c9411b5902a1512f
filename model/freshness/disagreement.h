// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freshness/estimate.h"

namespace factline::freshness {

/// Quantiles of a disagreement are at most by this share of themselves too long.
inline constexpr double disagreementTolerance = 1e-6;

/// How long two views of one fact differ after a change: |A - B|, where A and B are what each takes after the
/// hops that both share.
class Disagreement {
public:
    /// `known`: as with Estimate.
    Disagreement(const Arrival& a, const Arrival& b, BinnedHops* known = nullptr);

    double share(double t) const; ///< of changes after which they differ for at most t
    double quantile(double u) const;
    double mean() const;
    /// A t that q of all changes keep however A and B depend on one another:
    /// P(A > t + b_min) + P(B > t + a_min) <= 1 - q.
    double guaranteed(double q) const;
    /// Share of time in which an entity differs that changes at this rate: 1 - exp(-rate E W).
    double shareOfTime(double rate) const;

private:
    /// share(), by one of so many of the times of A.
    double shareByEvery(std::size_t step, double t) const;

    Estimate m_a, m_b;
    std::vector<double> m_times; ///< of A, each as likely
};

} // namespace factline::freshness
