// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "freshness/estimate.h"

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
        for (std::size_t i = 0; i < m_shared.varying.size(); ++i) {
            const auto expected = m_shared.lattice.expected(i);
            for (std::size_t k = 0; k <= bin; ++k)
                varied[m_shared.number[i]] += expected[k] * m_last[bin - k] * m_width / mass;
        }
        std::vector<std::vector<std::vector<double>>> expected; // of each way and hop
        for (const Way& way : m_ways) {
            auto& ofWay = expected.emplace_back();
            for (std::size_t i = 0; i < way.varying.size(); ++i)
                ofWay.push_back(way.lattice.expected(i));
        }
        for (std::size_t k = 0; k <= bin; ++k) {
            const double before = m_shared.lattice.mass[bin - k];
            if (before <= 0 || m_last[k] <= 0) continue;
            // The share of each way in being the last at k goes by its hazard: mass over what had arrived.
            std::vector<double> lasts(m_ways.size());
            std::vector<std::size_t> at(m_ways.size());
            double sum = 0;
            for (std::size_t w = 0; w < m_ways.size(); ++w) {
                const Way& way = m_ways[w];
                const double place = static_cast<double>(k) - way.late / m_width;
                if (place < -0.5) continue;
                at[w] = static_cast<std::size_t>(std::lround(std::max(0.0, place)));
                if (const double arrived = way.edges[at[w] + 1]; arrived > 0)
                    lasts[w] = way.lattice.mass[at[w]] / arrived;
                sum += lasts[w];
            }
            if (sum <= 0) continue;
            std::size_t first = m_arrival.shared.size();
            for (std::size_t w = 0; w < m_ways.size(); ++w) {
                const Way& way = m_ways[w];
                const double weight = before * m_last[k] * lasts[w] / sum / mass;
                for (std::size_t i = 0; weight > 0 && i < m_arrival.ways[w].size(); ++i)
                    varied[first + i] += weight * m_arrival.ways[w][i].shift;
                for (std::size_t i = 0; weight > 0 && i < way.varying.size(); ++i)
                    varied[way.number[i]] +=
                        weight * expected[w][i][at[w]] * m_width / way.lattice.mass[at[w]];
                first += m_arrival.ways[w].size();
            }
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
