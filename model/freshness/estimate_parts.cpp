// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <iterator>

#include "freshness/estimate.h"
#include "freshness/lattice.h"

namespace factline::freshness {

std::vector<double> Estimate::budget(double u) const {
    std::vector<double> parts(m_arrival.hopCount());
    const double whole = quantile(u);
    std::size_t number = 0;
    for (const auto& hop : m_arrival.shared)
        parts[number++] = hop.shift;
    const auto varying = [&](const Way& way) { return !way.varying.empty(); };
    if (m_ways.empty() && m_mass.empty()) {
        if (varying(m_shared)) parts[m_shared.number.front()] += whole - m_shift;
        return parts;
    }
    if (m_mass.empty()) { // nothing varies in any way: the longest is the last to arrive
        const auto longest = std::ranges::max_element(m_ways, {}, &Way::shift);
        for (std::size_t w = 0; w < m_ways.size(); ++w)
            for (const auto& hop : m_arrival.ways[w])
                parts[number++] = w == static_cast<std::size_t>(longest - m_ways.begin()) ? hop.shift : 0;
        return parts;
    }
    auto bin = static_cast<std::size_t>(
        std::clamp((whole - m_shift) / m_width + 0.5, 0.0, static_cast<double>(m_mass.size() - 1)));
    while (bin > 0 && m_mass[bin] <= 0)
        --bin;
    const double mass = m_mass[bin];
    if (mass <= 0) return parts;
    std::vector<double> varied(parts.size());
    if (m_ways.empty()) {
        for (std::size_t i = 0; i < m_shared.varying.size(); ++i)
            varied[m_shared.number[i]] = m_shared.lattice.expected(i, bin) * m_width / mass;
    } else {
        BinnedHops own;
        BinnedHops& known = m_known ? *m_known : own;
        const auto add = [&](const Way& way, const Mass& weights) {
            const auto expected = expectedBy(weights, way.varying, m_width, known);
            for (std::size_t i = 0; i < way.varying.size(); ++i)
                varied[way.number[i]] += expected[i] * m_width / mass;
        };
        Mass before(m_mass.size());
        std::copy_n(m_last.begin(), bin + 1,
                    std::make_reverse_iterator(before.begin() + static_cast<std::ptrdiff_t>(bin) + 1));
        add(m_shared, before);
        // The share of each way in being the last at k goes by its hazard: mass over what had arrived.
        std::vector<Mass> weights(m_ways.size(), Mass(m_mass.size()));
        std::vector<double> chances(m_ways.size()); // of being the last at all
        for (std::size_t k = 0; k <= bin; ++k) {
            const double weight = m_shared.lattice.mass[bin - k] * m_last[k];
            if (weight <= 0) continue;
            std::vector<double> arrived(m_ways.size()), hazards(m_ways.size());
            std::vector<std::size_t> at(m_ways.size());
            double sum = 0;
            for (std::size_t w = 0; w < m_ways.size(); ++w) {
                const Way& way = m_ways[w];
                const double place = static_cast<double>(k) - way.late / m_width;
                if (place < -0.5) continue;
                at[w] = static_cast<std::size_t>(std::lround(std::max(0.0, place)));
                arrived[w] = way.edges[at[w] + 1];
                if (arrived[w] > 0) hazards[w] = way.lattice.mass[at[w]] / arrived[w];
                sum += hazards[w];
            }
            for (std::size_t w = 0; sum > 0 && w < m_ways.size(); ++w) {
                if (hazards[w] <= 0) continue;
                chances[w] += weight * hazards[w] / sum;
                weights[w][at[w]] += weight / arrived[w] / sum;
            }
        }
        std::size_t first = m_arrival.shared.size();
        for (std::size_t w = 0; w < m_ways.size(); ++w) {
            const auto& hops = m_arrival.ways[w];
            for (std::size_t i = 0; i < hops.size(); ++i)
                varied[first + i] += chances[w] * hops[i].shift / mass;
            add(m_ways[w], weights[w]);
            first += hops.size();
        }
    }
    double sum = 0;
    for (const double part : varied)
        sum += part;
    if (sum <= 0) // all within the first bin: by their means
        for (std::size_t i = 0; i < varied.size(); ++i) {
            varied[i] = m_arrival.hop(i).mean() - (i < m_arrival.shared.size() ? m_arrival.hop(i).shift : 0);
            sum += varied[i];
        }
    const double scale = sum > 0 ? (whole - m_shared.shift) / sum : 0;
    for (std::size_t i = 0; i < parts.size(); ++i)
        parts[i] += varied[i] * scale;
    return parts;
}

} // namespace factline::freshness
