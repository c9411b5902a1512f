// SPDX-License-Identifier: Apache-2.0
#include "freshness/beside.h"

#include <utility>
#include <variant>

#include "freshness/normal.h"

namespace factline::freshness {

namespace {

/// The z at which a lognormal hop is looked at, and the share that lies below each.
struct NormalStep {
    double z = 0, share = 0;
};
const std::vector<NormalStep>& normalSteps() {
    static const std::vector<NormalStep> made = [] {
        constexpr int count = 800;
        constexpr double first = -8, step = 0.02;
        std::vector<NormalStep> steps;
        for (int i = 0; i <= count; ++i)
            steps.push_back({first + step * i, i == 0 ? 0 : i == count ? 1 : normalShare(first + step * i)});
        return steps;
    }();
    return made;
}

} // namespace

HopTimes::HopTimes(const Distribution& hop) {
    add(0, hop.quantile(0));
    if (const auto* quantiles = std::get_if<Quantiles>(&hop.varying)) {
        auto bend = quantiles->points.begin();
        for (const NormalStep& step : normalSteps()) {
            for (; bend != quantiles->points.end() && bend->z < step.z; ++bend)
                add(normalShare(bend->z), hop.quantileAtZ(bend->z));
            add(step.share, hop.quantileAtZ(step.z));
        }
    } else if (const auto* waiting = std::get_if<Waiting>(&hop.varying)) {
        for (const auto& gap : waiting->gaps)
            add(hop.share(hop.shift + gap.length), hop.shift + gap.length);
    }
    if (m_below < 1) add(1, hop.quantile(1));
}

void HopTimes::add(double share, double time) {
    if (!m_times.empty()) m_shares.push_back(share - m_below);
    m_times.push_back(time);
    m_below = share;
}

Beside::Beside(Mass edges, double width, double left)
    : m_edges(std::move(edges))
    , m_areas(m_edges.size())
    , m_width(width)
    , m_left(left) {
    for (std::size_t k = 1; k < m_edges.size(); ++k)
        m_areas[k] = m_areas[k - 1] + (m_edges[k - 1] + m_edges[k]) / 2;
}

double Beside::at(double bins) const {
    if (bins <= 0) return 0;
    const auto k = static_cast<std::size_t>(bins);
    if (k + 1 >= m_edges.size()) return 1;
    return m_edges[k] + (bins - static_cast<double>(k)) * (m_edges[k + 1] - m_edges[k]);
}

/// The integral of `at` from 0.
double Beside::areaBelow(double bins) const {
    if (bins <= 0) return 0;
    const auto k = static_cast<std::size_t>(bins);
    if (k + 1 >= m_edges.size()) return m_areas.back() + bins - static_cast<double>(m_edges.size() - 1);
    const double part = bins - static_cast<double>(k);
    return m_areas[k] + part * (m_edges[k] + part / 2 * (m_edges[k + 1] - m_edges[k]));
}

double Beside::share(const HopTimes& hop, double factor, double further) const {
    if (m_edges.empty() || m_left < further) return 0;
    constexpr double hardlyAny = 1e-3; // of a bin: the curve is level over so little
    const double scale = factor / m_width;
    const double left = (m_left - further) / m_width + 0.5; // an edge lies half a bin below its bin
    double bins = left - scale * hop.m_times.front(), area = areaBelow(bins), sum = 0;
    for (std::size_t i = 0; i < hop.m_shares.size() && bins > 0; ++i) {
        const double nextBins = left - scale * hop.m_times[i + 1], nextArea = areaBelow(nextBins);
        sum += hop.m_shares[i] * (bins - nextBins > hardlyAny ? (area - nextArea) / (bins - nextBins)
                                                              : at((bins + nextBins) / 2));
        bins = nextBins;
        area = nextArea;
    }
    return sum;
}

} // namespace factline::freshness
