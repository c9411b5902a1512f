// SPDX-License-Identifier: Apache-2.0
#include "freshness/fan_in.h"

#include <algorithm>
#include <limits>

#include "freshness/lattice.h"

namespace factline::freshness {

namespace {

constexpr std::size_t bins = 2048;

Spectrum nothing() {
    return Spectrum(bins + 1, Complex(1, 0)); // it takes no time
}

Mass edgesOf(const Spectrum& spectrum) {
    return cumulated(transformOf(bins).back(spectrum, Spectrum(spectrum.size())).first);
}

} // namespace

Spectrum FanInAt::productOf(std::size_t leg, double width, const std::vector<bool>& isOpen,
                            std::size_t first) {
    Spectrum product = nothing();
    const auto& hops = hopsOf(leg);
    for (std::size_t i = 0; i < hops.size(); ++i)
        if (hops[i].varies() && !isOpen[first + i])
            multiply(product, m_known.of(hops[i], width, bins, false)->mass);
    return product;
}

const std::vector<FanInAt::Whole>& FanInAt::wholes(double width) {
    auto& known = m_wholes[width];
    if (!known.empty()) return known;
    for (std::size_t leg = 0; leg <= m_arrival.ways.size(); ++leg) {
        const auto& hops = hopsOf(leg);
        Whole whole;
        Spectrum product = nothing();
        for (const Distribution& hop : hops) {
            whole.before.push_back(product);
            if (hop.varies()) multiply(product, m_known.of(hop, width, bins, false)->mass);
        }
        whole.edges = edgesOf(product);
        product = nothing();
        whole.after.resize(hops.size());
        for (std::size_t i = hops.size(); i-- > 0;) {
            whole.after[i] = product;
            if (hops[i].varies()) multiply(product, m_known.of(hops[i], width, bins, false)->mass);
        }
        known.push_back(std::move(whole));
    }
    return known;
}

/// Of the shared leg: the last of the ways, by bins. Of a way: what all ways share, where the other ways have
/// come in what it leaves of x. `fixedTime`: what of x is gone at once.
const Spectrum& FanInAt::othersOf(std::size_t leg, double width, double fixedTime) {
    auto& known = m_others[{leg, width, fixedTime}];
    if (!known.empty()) return known;
    const auto& all = wholes(width);
    Mass mass(bins);
    std::vector<double> shifts;
    for (const auto& way : m_arrival.ways) {
        double& shift = shifts.emplace_back();
        for (const Distribution& hop : way)
            shift += hop.shift;
    }
    const auto arrived = [&](double time) { // of all ways but this one
        double share = 1;
        for (std::size_t way = 1; share > 0 && way < all.size(); ++way)
            if (way != leg) share *= below(all[way].edges, (time - shifts[way - 1]) / width);
        return share;
    };
    double before = 0;
    for (std::size_t k = 0; k < bins; ++k) {
        const double at = static_cast<double>(k) * width;
        if (leg == 0) {
            const double now = arrived(fixedTime + at + width / 2);
            mass[k] = now - before;
            before = now;
        } else {
            mass[k] = (all.front().edges[k + 1] - all.front().edges[k]) * arrived(m_x - fixedTime - at);
        }
    }
    known = transformOf(bins).forward(mass, Mass(bins)).first;
    return known;
}

FanInAt::Left FanInAt::besides(std::size_t hop) {
    std::size_t leg = 0, number = hop;
    while (number >= hopsOf(leg).size())
        number -= hopsOf(leg++).size();
    std::vector<double> shifts;
    for (std::size_t each = 0; each <= m_arrival.ways.size(); ++each) {
        double& shift = shifts.emplace_back();
        for (const Distribution& one : hopsOf(each))
            shift += one.shift;
    }
    shifts[leg] -= hopsOf(leg)[number].shift;
    const double least = *std::min_element(shifts.begin() + 1, shifts.end());
    const double spread = m_x - shifts.front() - least;
    if (spread <= 0) return {};
    Left left{.time = m_x - shifts.front() - (leg == 0 ? least : shifts[leg]),
              .width = usualWidth(spread / static_cast<double>(bins - 2))};
    Spectrum product = othersOf(leg, left.width, leg == 0 ? least : shifts.front());
    const Whole& own = wholes(left.width)[leg];
    multiply(product, own.before[number]);
    multiply(product, own.after[number]);
    left.arrived = edgesOf(product);
    return left;
}

FanInAt::Open FanInAt::without(const std::vector<std::size_t>& copies) {
    std::vector<bool> isOpen(m_arrival.hopCount());
    for (const std::size_t copy : copies)
        isOpen[copy] = true;
    Open open;
    open.known = &m_known;
    open.legs.resize(m_arrival.ways.size() + 1);
    double least = std::numeric_limits<double>::infinity();
    std::size_t number = 0;
    for (std::size_t leg = 0; leg < open.legs.size(); ++leg) {
        for (const auto& hop : hopsOf(leg)) {
            open.legs[leg].shift += isOpen[number] ? 0 : hop.shift;
            open.legs[leg].times += isOpen[number++] ? 1 : 0;
        }
        if (leg > 0) least = std::min(least, open.legs[leg].shift);
    }
    open.left = m_x - open.legs.front().shift - least;
    if (open.left <= 0) return open;
    for (std::size_t way = 1; way < open.legs.size(); ++way)
        open.legs[way].shift -= least;
    open.width = usualWidth(open.left / static_cast<double>(bins - 2));
    const auto& all = wholes(open.width);
    std::size_t first = 0;
    for (std::size_t leg = 0; leg < open.legs.size(); first += hopsOf(leg++).size()) {
        if (open.legs[leg].times > 0)
            open.legs[leg].others = productOf(leg, open.width, isOpen, first);
        else
            open.legs[leg].edges = all[leg].edges;
    }
    return open;
}

double FanInAt::Open::share(const Distribution& hop, double spare) const {
    if (left <= 0) return 0;
    const auto binned = hop.varies() ? known->of(hop, width, bins, false) : nullptr;
    const auto at = [&](const Leg& leg) { return leg.shift + static_cast<double>(leg.times) * hop.shift; };
    std::vector<Mass> edges;
    edges.reserve(legs.size());
    for (const Leg& leg : legs) {
        if (leg.times == 0) {
            edges.push_back(leg.edges);
            continue;
        }
        Spectrum product = leg.others;
        for (std::size_t i = 0; binned && i < leg.times; ++i)
            multiply(product, binned->mass);
        edges.push_back(edgesOf(product));
    }
    const double inShared = left - spare - static_cast<double>(legs.front().times) * hop.shift;
    double share = 0;
    for (std::size_t k = 0; k < bins; ++k) {
        const double mass = edges.front()[k + 1] - edges.front()[k];
        const double remaining = inShared - static_cast<double>(k) * width;
        if (remaining < 0) break;
        double arrived = mass;
        for (std::size_t way = 1; arrived > 0 && way < legs.size(); ++way)
            arrived *= below(edges[way], (remaining - at(legs[way])) / width);
        share += arrived;
    }
    return share;
}

} // namespace factline::freshness
