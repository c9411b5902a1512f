// SPDX-License-Identifier: Apache-2.0
#include "freshness/binned_hop.h"

#include <cmath>
#include <tuple>
#include <utility>

namespace factline::freshness {

namespace {

constexpr double widthsToDouble = 4;

} // namespace

BinnedHop binned(const Distribution& varying, double width, std::size_t bins, Binned level) {
    BinnedHop made{.level = level};
    Mass mass(bins), down(level >= Binned::Down ? bins : 0);
    made.moment.resize(level >= Binned::Moment ? bins : 0);
    double half = 0, whole = 0;
    for (std::size_t k = 0; k < bins && half < 1; ++k) {
        const auto at = static_cast<double>(k);
        const double nextHalf = varying.share((at + 0.5) * width);
        mass[k] = nextHalf - half;
        if (!down.empty()) {
            const double nextWhole = varying.share((at + 1) * width);
            down[k] = nextWhole - whole;
            // E[hop; bin] in bins: by parts, and by Simpson's rule over the share.
            if (!made.moment.empty())
                made.moment[k] =
                    k == 0 ? varying.meanBelow(width / 2) / width
                           : (at + 0.5) * nextHalf - (at - 0.5) * half - (half + 4 * whole + nextHalf) / 6;
            whole = nextWhole;
        }
        half = nextHalf;
    }
    Transform& transform = transformOf(bins);
    down.resize(bins);
    std::tie(made.mass, made.down) = transform.forward(mass, down);
    if (level < Binned::Down) made.down.clear();
    if (!made.moment.empty()) made.momentSpectrum = transform.forward(made.moment, Mass(bins)).first;
    return made;
}

double usualWidth(double width) {
    return std::exp2(std::ceil(std::log2(width) * widthsToDouble) / widthsToDouble);
}

std::shared_ptr<const BinnedHop> BinnedHops::of(const Distribution& hop, double width, std::size_t bins,
                                                Binned level) {
    const Distribution varying = hop.varyingPart();
    Key key{width, static_cast<double>(bins)};
    appendKey(key, varying);
    const std::scoped_lock lock(m_mutex);
    const auto [place, isNew] = m_known.try_emplace(std::move(key));
    Known& known = place->second;
    if (isNew)
        known.turn = m_turns.insert(m_turns.end(), &place->first);
    else
        m_turns.splice(m_turns.end(), m_turns, known.turn);
    if (!known.hop || known.hop->level < level) {
        ++m_workedOut;
        known.hop = std::make_shared<const BinnedHop>(binned(varying, width, bins, level));
    }
    auto made = known.hop;
    while (m_known.size() > m_most) {
        m_known.erase(*m_turns.front());
        m_turns.pop_front();
    }
    return made;
}

std::size_t BinnedHops::workedOut() const {
    const std::scoped_lock lock(m_mutex);
    return m_workedOut;
}

} // namespace factline::freshness
