// SPDX-License-Identifier: Apache-2.0
#include "freshness/binned_hop.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

#include "freshness/normal.h"

namespace factline::freshness {

namespace {

constexpr double widthsToDouble = 8;

/// E[X; X <= x]: by quantiles, for a hop that is short beside x rises too steeply for anything else.
double meanBelow(const Distribution& hop, double x) {
    const double share = hop.share(x);
    if (share <= 0) return 0;
    constexpr int steps = 2000;
    constexpr double end = 8;
    const double last = share < 1 ? std::min(end, normalQuantile(share)) : end;
    if (last <= -end) return 0;
    const double step = (last + end) / steps;
    double sum = 0;
    for (int i = 0; i <= steps; ++i) {
        const double z = -end + i * step;
        const double weight = i == 0 || i == steps ? 0.5 : 1;
        sum += weight * hop.quantileAtZ(z) * normalDensity(z);
    }
    return std::min(sum * step, x * share);
}

BinnedHop binned(const Distribution& hop, double width, std::size_t bins, bool moment) {
    BinnedHop made;
    Mass mass(bins), down(bins);
    made.moment.resize(moment ? bins : 0);
    double half = 0, whole = 0;
    for (std::size_t k = 0; k < bins; ++k) {
        const auto at = static_cast<double>(k);
        const double nextHalf = hop.share((at + 0.5) * width), nextWhole = hop.share((at + 1) * width);
        mass[k] = nextHalf - half;
        down[k] = nextWhole - whole;
        // E[hop; bin] in bins: by parts, and by Simpson's rule over the share.
        if (moment && k > 0)
            made.moment[k] = (at + 0.5) * nextHalf - (at - 0.5) * half - (half + 4 * whole + nextHalf) / 6;
        half = nextHalf;
        whole = nextWhole;
    }
    if (moment) made.moment[0] = meanBelow(hop, width / 2) / width;
    Transform& transform = transformOf(bins);
    std::tie(made.mass, made.down) = transform.forward(mass, down);
    if (moment) made.momentSpectrum = transform.forward(made.moment, Mass(bins)).first;
    return made;
}

} // namespace

Spectrum spectrumOf(const Distribution& varying, double width, std::size_t bins) {
    Mass mass(bins);
    double before = 0;
    for (std::size_t k = 0; k < bins && before < 1; ++k) {
        const double now = varying.share((static_cast<double>(k) + 0.5) * width);
        mass[k] = now - before;
        before = now;
    }
    return transformOf(bins).forward(mass, Mass(bins)).first;
}

double usualWidth(double width) {
    return std::exp2(std::ceil(std::log2(width) * widthsToDouble) / widthsToDouble);
}

std::shared_ptr<const BinnedHop> BinnedHops::of(const Distribution& hop, double width, std::size_t bins,
                                                bool moment) {
    const Distribution varying = hop.varyingPart();
    Key key{width, static_cast<double>(bins)};
    appendKey(key, varying);
    const auto [place, isNew] = m_known.try_emplace(std::move(key));
    Known& known = place->second;
    if (isNew)
        known.turn = m_turns.insert(m_turns.end(), &place->first);
    else
        m_turns.splice(m_turns.end(), m_turns, known.turn);
    if (!known.hop || (moment && known.hop->moment.empty())) {
        ++m_workedOut;
        known.hop = std::make_shared<const BinnedHop>(binned(varying, width, bins, moment));
    }
    auto made = known.hop;
    while (m_known.size() > m_most) {
        m_known.erase(*m_turns.front());
        m_turns.pop_front();
    }
    return made;
}

} // namespace factline::freshness
