// SPDX-License-Identifier: Apache-2.0
#include "freshness/fan_in.h"

#include <algorithm>
#include <limits>

#include "freshness/lattice.h"

namespace factline::freshness {

namespace {

constexpr std::size_t bins = 1024;

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
    const std::vector<bool> none(m_arrival.hopCount());
    for (std::size_t leg = 0, first = 0; leg <= m_arrival.ways.size(); first += hopsOf(leg++).size()) {
        Spectrum product = productOf(leg, width, none, first);
        Mass edges = edgesOf(product);
        known.push_back({std::move(product), std::move(edges)});
    }
    return known;
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
