// SPDX-License-Identifier: Apache-2.0
#include "freshness/estimate.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "freshness/expectation.h"

namespace factline::freshness {

Estimate::Way Estimate::wayOf(const std::vector<Distribution>& hops, std::size_t first) {
    Way way;
    for (std::size_t i = 0; i < hops.size(); ++i) {
        way.shift += hops[i].shift;
        if (!hops[i].varies()) continue;
        way.varying.push_back(hops[i].varyingPart());
        way.number.push_back(first + i);
    }
    return way;
}

Estimate::Estimate(Arrival arrival, double q, std::size_t bins, Parts parts, BinnedHops* known)
    : m_arrival(std::move(arrival))
    , m_q(q)
    , m_known(known)
    , m_shared(wayOf(m_arrival.shared, 0)) {
    std::size_t first = m_arrival.shared.size();
    bool single = true;
    for (const auto& hops : m_arrival.ways) {
        m_ways.push_back(wayOf(hops, first));
        first += hops.size();
        single = single && m_ways.back().varying.size() <= 1;
    }
    m_exact = m_ways.empty() ? m_shared.varying.size() <= 1 : m_shared.varying.empty() && single;
    double least = m_ways.empty() ? 0 : m_ways.front().shift;
    for (const Way& way : m_ways)
        least = std::min(least, way.shift);
    for (Way& way : m_ways)
        way.late = way.shift - least;
    m_shift = m_shared.shift + least;
    if (m_exact && m_ways.empty()) return;
    // The best split takes long to find for several ways, and a lattice that reaches further does no harm.
    const auto boundAt = [&](double share) {
        return m_ways.empty() ? guaranteed(m_arrival, share).optimal : equalSplitBound(m_arrival, share);
    };
    constexpr double far = 0.9999;
    double bound = boundAt(std::max(far, 1 - (1 - q) / 10));
    if (!std::isfinite(bound)) bound = boundAt(far); // all of them, and nothing limits the slowest
    const double horizon = bound - m_shift;
    if (horizon > 0) build(horizon, bins, parts);
}

void Estimate::build(double horizon, std::size_t bins, Parts parts) {
    BinnedHops own;
    BinnedHops& known = m_known ? *m_known : own;
    m_width = usualWidth(horizon / static_cast<double>(bins - 1));
    if (parts == Parts::Each && !m_ways.empty()) parts = Parts::EachAmongOthers;
    m_shared.lattice = sumOf(m_shared.varying, m_width, bins, parts, known);
    m_shared.edges = cumulated(m_shared.lattice.mass);
    m_roundings = m_shared.varying.size();
    if (m_ways.empty()) {
        m_mass = m_shared.lattice.mass;
        m_edges = m_shared.edges;
        m_down = cumulated(m_shared.lattice.down);
        return;
    }
    std::vector<double> last(bins + 1, 1), lastDown(bins + 1, 1);
    std::size_t most = 0;
    for (Way& way : m_ways) {
        way.lattice = sumOf(way.varying, m_width, bins, parts, known);
        way.edges = cumulated(way.lattice.mass);
        const auto down = cumulated(way.lattice.down);
        const double late = way.late / m_width;
        for (std::size_t k = 0; k <= bins; ++k) {
            const auto at = static_cast<double>(k);
            last[k] *= below(way.edges, at - late - 0.5);
            const double from = at - std::floor(late);
            lastDown[k] *= from <= 0 ? 0 : down[static_cast<std::size_t>(from)];
        }
        most = std::max(most, way.varying.size() + 1);
    }
    m_roundings += most;
    m_last.resize(bins);
    std::vector<double> massDown(bins);
    for (std::size_t k = 0; k < bins; ++k) {
        m_last[k] = last[k + 1] - last[k];
        massDown[k] = lastDown[k + 1] - lastDown[k];
    }
    m_mass = m_shared.varying.empty() ? m_last : convolved(m_shared.lattice.mass, m_last);
    m_edges = cumulated(m_mass);
    m_down = cumulated(m_shared.varying.empty() ? massDown : convolved(m_shared.lattice.down, massDown));
}

double Estimate::exactShare(double x) const {
    const double left = x - m_shared.shift;
    if (m_ways.empty())
        return m_shared.varying.empty() ? (left >= 0 ? 1.0 : 0.0) : m_shared.varying.front().share(left);
    double share = 1;
    for (const Way& way : m_ways)
        share *= way.varying.empty() ? (left >= way.shift ? 1.0 : 0.0)
                                     : way.varying.front().share(left - way.shift);
    return share;
}

/// Past the lattice: late is who has one hop so slow that the others on average do not make up for it.
double Estimate::tail(double x) const {
    double late = 0;
    const auto add = [&](const Way& way, double before) {
        double means = before + way.shift;
        for (const auto& hop : way.varying)
            means += hop.mean();
        for (const auto& hop : way.varying)
            late += 1 - hop.share(x - means + hop.mean());
        return means;
    };
    const double shared = add(m_shared, 0);
    for (const Way& way : m_ways)
        add(way, shared);
    return std::min(late, 1 - (m_edges.empty() ? 0 : m_edges.back()));
}

double Estimate::share(double x) const {
    if (m_exact || m_edges.empty()) return exactShare(x);
    const double left = x - m_shift;
    if (left < 0) return 0;
    const double bins = left / m_width;
    if (bins + 1.5 >= static_cast<double>(m_edges.size())) return 1 - tail(x);
    return below(m_edges, bins);
}

double Estimate::bisected(double u) const {
    double low = 0, high = std::max(1e-9, m_shift + (m_edges.empty() ? 0 : m_width));
    for (int i = 0; i < 200 && share(high) < u; ++i)
        high *= 2;
    for (int i = 0; i < 200 && high - low > 1e-15 * high; ++i) {
        const double middle = (low + high) / 2;
        (share(middle) < u ? low : high) = middle;
    }
    return high;
}

double Estimate::quantile(double u) const {
    if (m_exact && m_ways.empty())
        return m_shift + (m_shared.varying.empty() ? 0 : m_shared.varying.front().quantile(u));
    if (m_exact || m_edges.empty() || u >= m_edges.back()) return bisected(u);
    const auto at = std::ranges::lower_bound(m_edges, u);
    const auto k = static_cast<std::size_t>(at - m_edges.begin());
    if (k == 0) return m_shift;
    const double inside = m_mass[k - 1] > 0 ? (u - m_edges[k - 1]) / m_mass[k - 1] : 0;
    const double found = m_shift + std::max(0.0, (static_cast<double>(k - 1) - 0.5 + inside) * m_width);
    const Bracket certain = bracket(u);
    return std::clamp(found, certain.low, certain.high);
}

/// E[f(L)] of several ways: bin by bin, and what is past the bins by its quantiles.
double Estimate::expected(const std::function<double(double)>& f) const {
    if (m_exact || m_edges.empty())
        return expectation(uniform(1),
                           [&](double u) { return f(quantile(std::clamp(u, 1e-12, 1 - 1e-12))); });
    double sum = 0;
    for (std::size_t k = 0; k < m_mass.size(); ++k)
        sum += m_mass[k] * f(m_shift + static_cast<double>(k) * m_width);
    constexpr int steps = 24; // each takes the middle of what is left until it halves
    double left = std::max(0.0, 1 - m_edges.back());
    for (int i = 0; i < steps && left > 1e-12; ++i, left /= 2)
        sum += left / (i + 1 < steps ? 2 : 1) * f(quantile(1 - left * 0.75));
    return sum;
}

double Estimate::mean() const {
    if (!m_ways.empty()) return expected([](double x) { return x; });
    double sum = m_shift;
    for (const auto& hop : m_shared.varying)
        sum += hop.mean();
    return sum;
}

double Estimate::laplace(double rate) const {
    if (!m_ways.empty()) return expected([&](double x) { return std::exp(-rate * x); });
    double product = std::exp(-rate * m_shift);
    for (const auto& hop : m_shared.varying)
        product *= expectation(hop, [&](double x) { return std::exp(-rate * x); });
    return product;
}

Estimate::Bracket Estimate::bracket(double u) const {
    if (m_exact || m_down.empty() || u > m_down.back()) {
        const double only = m_exact || m_edges.empty() || u >= m_edges.back()
                                ? (m_exact && m_ways.empty() ? quantile(u) : bisected(u))
                                : m_shift;
        return {only, only};
    }
    const auto k = static_cast<double>(std::ranges::lower_bound(m_down, u) - m_down.begin());
    const double low = std::max(0.0, k - 1) * m_width;
    return {m_shift + low, m_shift + low + static_cast<double>(m_roundings) * m_width};
}

} // namespace factline::freshness
