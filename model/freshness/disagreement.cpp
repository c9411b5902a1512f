// SPDX-License-Identifier: Apache-2.0
#include "freshness/disagreement.h"

#include <algorithm>
#include <cmath>

#include "freshness/crossing.h"

namespace factline::freshness {

namespace {

constexpr std::size_t slices = 4000; ///< of A, each as likely
constexpr std::size_t coarse = 16;   ///< one of so many is enough to find about where a quantile is

double risk(const Arrival& arrival, double x) {
    if (arrival.ways.empty()) {
        double shift = 0;
        const Distribution* only = nullptr;
        std::size_t varying = 0;
        for (const auto& hop : arrival.shared) {
            shift += hop.shift;
            if (hop.varies()) only = &hop, ++varying;
        }
        if (varying == 1) return 1 - only->share(x - shift + only->shift); // nothing to depend on
        return riskWithin(arrival.shared, x);
    }
    double sum = 0;
    for (const auto& way : arrival.ways) {
        auto hops = arrival.shared; // counted once for each way, which is safe
        hops.insert(hops.end(), way.begin(), way.end());
        sum += riskWithin(hops, x);
    }
    return std::min(1.0, sum);
}

double least(const Arrival& arrival) {
    return impossibleBelow(arrival, 0);
}

} // namespace

Disagreement::Disagreement(const Arrival& a, const Arrival& b, BinnedHops* known)
    : m_a(a, 0.999, usualBins, Parts::None, known)
    , m_b(b, 0.999, usualBins, Parts::None, known) {
    m_times.reserve(slices);
    for (std::size_t i = 0; i < slices; ++i)
        m_times.push_back(m_a.quantile((static_cast<double>(i) + 0.5) / static_cast<double>(slices)));
}

double Disagreement::shareByEvery(std::size_t step, double t) const {
    if (t < 0) return 0;
    double sum = 0;
    for (std::size_t i = step / 2; i < slices; i += step) {
        const double x = m_times[i];
        const double before = std::nextafter(x - t, -1.0); // what takes exactly x - t is still in
        sum += m_b.share(x + t) - m_b.share(before);
    }
    return sum * static_cast<double>(step) / static_cast<double>(slices);
}

double Disagreement::share(double t) const {
    return shareByEvery(1, t);
}

double Disagreement::quantile(double u) const {
    const auto missing = [&](std::size_t step, double t) {
        const double left = u - shareByEvery(step, t);
        return left > 0 ? left : left - 1e-18; // where exactly u has arrived nothing is missing
    };
    if (missing(1, 0) < 0) return 0;
    // About where, and then from there to both sides until it is between them.
    double low = 0, high = 1e-3;
    double above = missing(coarse, low), below = missing(coarse, high);
    while (below >= 0 && high < 1e12) {
        low = high;
        above = below;
        high *= 2;
        below = missing(coarse, high);
    }
    const double about =
        crossing(low, above, high, below, 1e-4, [&](double t) { return missing(coarse, t); }).second;
    double apart = 1e-3;
    low = about * (1 - apart);
    high = about * (1 + apart);
    above = missing(1, low);
    below = missing(1, high);
    while (above < 0 && low > 0) {
        high = low;
        below = above;
        apart *= 4;
        low = std::max(0.0, about * (1 - apart));
        above = missing(1, low);
    }
    while (below >= 0 && high < 1e12) {
        low = high;
        above = below;
        apart *= 4;
        high = about * (1 + apart);
        below = missing(1, high);
    }
    if (below >= 0) return high;
    return crossing(low, above, high, below, disagreementTolerance, [&](double t) { return missing(1, t); })
        .second;
}

/// E W = integral of F_A + F_B - 2 F_A F_B, by Simpson's rule over stretches that grow.
double Disagreement::mean() const {
    const auto both = [this](double x) {
        const double a = m_a.share(x), b = m_b.share(x);
        return a + b - 2 * a * b;
    };
    const double start = std::min(least(m_a.arrival()), least(m_b.arrival()));
    const double end = std::max(m_a.quantile(1 - 1e-7), m_b.quantile(1 - 1e-7));
    constexpr int steps = 4000;
    double sum = 0, from = start;
    for (int i = 1; i <= steps; ++i) {
        const double part = static_cast<double>(i) / steps;
        const double to = start + (end - start) * part * part * part;
        sum += (to - from) / 6 * (both(from) + 4 * both((from + to) / 2) + both(to));
        from = to;
    }
    return sum;
}

double Disagreement::guaranteed(double q) const {
    const double aLeast = least(m_a.arrival()), bLeast = least(m_b.arrival());
    const auto kept = [&](double t) {
        return risk(m_a.arrival(), t + bLeast) + risk(m_b.arrival(), t + aLeast) <= 1 - q;
    };
    double low = 0, high = 1e-3;
    if (kept(0)) return 0;
    while (!kept(high) && high < 1e12)
        high *= 2;
    for (int i = 0; i < 100 && high - low > 1e-12 * high; ++i) {
        const double middle = (low + high) / 2;
        (kept(middle) ? high : low) = middle;
    }
    return high;
}

double Disagreement::shareOfTime(double rate) const {
    return 1 - std::exp(-rate * mean());
}

} // namespace factline::freshness
