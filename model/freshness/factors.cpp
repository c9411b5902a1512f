// SPDX-License-Identifier: Apache-2.0
#include "freshness/factors.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "freshness/crossing.h"
#include "freshness/normal.h"

namespace factline::freshness {

namespace {

/// What a normal variable has in each of equal steps from -8 to 8, in sum 1.
constexpr double normalFrom = -8, normalStep = 0.004;
const std::vector<double>& normalWeights() {
    static const std::vector<double> weights = [] {
        std::vector<double> made;
        double sum = 0;
        for (int i = 0; i <= 4000; ++i) {
            made.push_back(normalDensity(normalFrom + normalStep * i));
            sum += made.back();
        }
        for (double& weight : made)
            weight /= sum;
        return made;
    }();
    return weights;
}

/// How long a hop takes in each of those steps.
std::vector<double> timesOf(const Distribution& hop) {
    std::vector<double> times;
    times.reserve(normalWeights().size());
    for (std::size_t i = 0; i < normalWeights().size(); ++i)
        times.push_back(hop.quantileAtZ(normalFrom + normalStep * static_cast<double>(i)));
    return times;
}

/// The share that arrives within `left` if a hop takes `factor` times these and the others have come below
/// `edges`. The hop itself by its quantiles, not by its bins: one that is short beside the others fills only
/// one.
double shareWith(const std::vector<double>& times, double factor, double left, const Mass& edges,
                 double width) {
    const auto& weights = normalWeights();
    double share = 0;
    for (std::size_t i = 0; i < times.size(); ++i) {
        const double remaining = left - factor * times[i];
        if (remaining < 0) break;
        const double bins = remaining / width;
        const bool past = bins + 1.5 >= static_cast<double>(edges.size());
        share += weights[i] * (past ? 1.0 : below(edges, bins));
    }
    return share;
}

/// Where `value`, which falls as its argument grows, comes down to `level`, to 1e-7.
std::optional<double> lastAbove(double level, const std::function<double(double)>& value) {
    double low = 0, high = 1;
    double above = value(0) - level, below = value(high) - level;
    if (above < 0) return std::nullopt;
    while (below >= 0) {
        low = high;
        above = below;
        high *= 2;
        if (high > 1e9) return std::nullopt;
        below = value(high) - level;
    }
    return crossing(low, above, high, below, 1e-7, [&](double at) { return value(at) - level; }).first;
}

} // namespace

Factors::Factors(const Estimate& estimate, double u, double x)
    : m_estimate(estimate)
    , m_u(u)
    , m_x(x) {
    if (!estimate.m_ways.empty())
        m_fanIn.emplace(estimate.m_arrival, x, estimate.m_known ? *estimate.m_known : m_own);
}

std::optional<double> Factors::of(const std::vector<std::size_t>& copies, const Distribution& part,
                                  double rest) {
    return m_fanIn ? amongWays(copies, part, rest) : alone(copies.front(), part, rest);
}

std::optional<double> Factors::alone(std::size_t hop, const Distribution& part, double rest) const {
    const Estimate& e = m_estimate;
    const double left = m_x - (e.m_shift - e.m_arrival.shared[hop].shift) - rest;
    if (left < 0) return std::nullopt;
    const auto own = std::ranges::find(e.m_shared.number, hop);
    const bool othersVary = e.m_shared.varying.size() > (own == e.m_shared.number.end() ? 0U : 1U);
    const auto positive = [](double factor) {
        return factor >= 0 && std::isfinite(factor) ? std::optional(factor) : std::nullopt;
    };
    if (!othersVary) return positive(left / part.quantile(m_u));
    if (own == e.m_shared.number.end()) return positive((left - (e.quantile(m_u) - e.m_shift)) / part.shift);
    const auto index = static_cast<std::size_t>(own - e.m_shared.number.begin());
    const auto others = cumulated(e.m_shared.lattice.rest[index]);
    const auto times = timesOf(part);
    return lastAbove(m_u, [&](double factor) { return shareWith(times, factor, left, others, e.m_width); });
}

bool Factors::holds(const std::vector<std::size_t>& copies, const Distribution& hop) {
    constexpr double spare = 1e-4; // by quantiles and on bins differ in the fifth digit
    return m_fanIn ? m_fanIn->without(copies).share(hop, m_x * spare) >= m_u
                   : holdsAlone(copies.front(), hop, m_x * (1 - spare));
}

bool Factors::holdsAlone(std::size_t hop, const Distribution& now, double x) const {
    const Estimate& e = m_estimate;
    const double left = x - (e.m_shift - e.m_arrival.shared[hop].shift);
    const auto own = std::ranges::find(e.m_shared.number, hop);
    const bool othersVary = e.m_shared.varying.size() > (own == e.m_shared.number.end() ? 0U : 1U);
    if (!othersVary) return now.quantile(m_u) <= left;
    if (own == e.m_shared.number.end()) return e.quantile(m_u) - e.m_shift + now.quantile(1) <= left;
    const auto index = static_cast<std::size_t>(own - e.m_shared.number.begin());
    return shareWith(timesOf(now), 1, left, cumulated(e.m_shared.lattice.rest[index]), e.m_width) >= m_u;
}

std::optional<double> Factors::amongWays(const std::vector<std::size_t>& copies, const Distribution& part,
                                         double rest) {
    const auto open = m_fanIn->without(copies);
    return lastAbove(m_u, [&](double factor) {
        Distribution now = factor > 0 ? scaled(part, factor) : fixed(0);
        now.shift += rest;
        return open.share(now);
    });
}

} // namespace factline::freshness
