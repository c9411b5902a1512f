// SPDX-License-Identifier: Apache-2.0
#include "freshness/factors.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "freshness/crossing.h"

namespace factline::freshness {

namespace {

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

/// All hops that vary but that one, and what is left for it.
Beside Factors::besideOthers(std::size_t index, double left) {
    if (!m_upToX) {
        const double width = usualWidth(1.01 * m_x / static_cast<double>(usualBins - 1));
        m_upToX = sumOf(m_estimate.m_shared.varying, width, usualBins, Parts::Each,
                        m_estimate.m_known ? *m_estimate.m_known : m_own);
    }
    return {cumulated(m_upToX->rest[index]), m_upToX->width, left};
}

std::optional<double> Factors::alone(std::size_t hop, const Distribution& part, double rest) {
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
    return factorBeside(besideOthers(index, left), part, 0);
}

std::optional<double> Factors::factorBeside(const Beside& others, const Distribution& part,
                                            double rest) const {
    const HopTimes times(part);
    return lastAbove(m_u, [&](double factor) { return others.share(times, factor, rest); });
}

bool Factors::holds(const std::vector<std::size_t>& copies, const Distribution& hop) {
    constexpr double spare = 1e-4; // by quantiles and on bins differ in the fifth digit
    if (!m_fanIn) return holdsAlone(copies.front(), hop, m_x * (1 - spare));
    if (copies.size() > 1) return m_fanIn->without(copies).share(hop, m_x * spare) >= m_u;
    return m_fanIn->beside(copies.front()).share(HopTimes(hop), 1, m_x * spare) >= m_u;
}

bool Factors::holdsAlone(std::size_t hop, const Distribution& now, double x) {
    const Estimate& e = m_estimate;
    const double left = x - (e.m_shift - e.m_arrival.shared[hop].shift);
    const auto own = std::ranges::find(e.m_shared.number, hop);
    const bool othersVary = e.m_shared.varying.size() > (own == e.m_shared.number.end() ? 0U : 1U);
    if (!othersVary) return now.quantile(m_u) <= left;
    if (own == e.m_shared.number.end()) return e.quantile(m_u) - e.m_shift + now.quantile(1) <= left;
    const auto index = static_cast<std::size_t>(own - e.m_shared.number.begin());
    return besideOthers(index, left).share(HopTimes(now)) >= m_u;
}

std::optional<double> Factors::amongWays(const std::vector<std::size_t>& copies, const Distribution& part,
                                         double rest) {
    if (copies.size() == 1) return factorBeside(m_fanIn->beside(copies.front()), part, rest);
    const auto open = m_fanIn->without(copies);
    return lastAbove(m_u, [&](double factor) {
        Distribution now = factor > 0 ? scaled(part, factor) : fixed(0);
        now.shift += rest;
        return open.share(now);
    });
}

} // namespace factline::freshness
