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
            multiply(product, m_known.of(hops[i], width, bins, Binned::Nearest)->mass);
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
            if (hop.varies()) multiply(product, m_known.of(hop, width, bins, Binned::Nearest)->mass);
        }
        whole.edges = edgesOf(product);
        product = nothing();
        whole.after.resize(hops.size());
        for (std::size_t i = hops.size(); i-- > 0;) {
            whole.after[i] = product;
            if (hops[i].varies()) multiply(product, m_known.of(hops[i], width, bins, Binned::Nearest)->mass);
        }
        known.push_back(std::move(whole));
    }
    return known;
}

FanInAt::Left FanInAt::leftTo(std::size_t hop) const {
    Left left{.number = hop};
    while (left.number >= hopsOf(left.leg).size())
        left.number -= hopsOf(left.leg++).size();
    std::vector<double> shifts;
    for (std::size_t leg = 0; leg <= m_arrival.ways.size(); ++leg) {
        double& shift = shifts.emplace_back();
        for (const Distribution& one : hopsOf(leg))
            shift += one.shift;
    }
    shifts[left.leg] -= hopsOf(left.leg)[left.number].shift;
    const double least = *std::min_element(shifts.begin() + 1, shifts.end());
    const double varying = m_x - shifts.front() - least;
    left.time = m_x - shifts.front() - (left.leg == 0 ? least : shifts[left.leg]);
    left.fixedTime = left.leg == 0 ? least : shifts.front();
    if (varying > 0) left.width = usualWidth(varying / static_cast<double>(bins - 2));
    return left;
}

/// Of the shared leg: the last of the ways, by bins. Of a way: what all ways share, where the other ways have
/// come in what it leaves of x.
const Spectrum& FanInAt::othersOf(const Left& left) {
    auto& known = m_others[{left.leg, left.width, left.fixedTime}];
    if (!known.empty()) return known;
    const auto& all = wholes(left.width);
    std::vector<double> shifts;
    for (const auto& way : m_arrival.ways) {
        double& shift = shifts.emplace_back();
        for (const Distribution& hop : way)
            shift += hop.shift;
    }
    const auto arrived = [&](double time) { // of all ways but this one
        double share = 1;
        for (std::size_t way = 1; share > 0 && way < all.size(); ++way)
            if (way != left.leg) share *= below(all[way].edges, (time - shifts[way - 1]) / left.width);
        return share;
    };
    Mass mass(bins);
    double before = 0;
    for (std::size_t k = 0; k < bins; ++k) {
        const double at = static_cast<double>(k) * left.width;
        if (left.leg == 0) {
            const double now = arrived(left.fixedTime + at + left.width / 2);
            mass[k] = now - before;
            before = now;
        } else {
            const double shared = all.front().edges[k + 1] - all.front().edges[k];
            mass[k] = shared > 0 ? shared * arrived(m_x - left.fixedTime - at) : 0;
        }
    }
    known = transformOf(bins).forward(mass, Mass(bins)).first;
    return known;
}

Spectrum FanInAt::productBeside(const Left& left) {
    Spectrum product = othersOf(left);
    const Whole& own = wholes(left.width)[left.leg];
    multiply(product, own.before[left.number]);
    multiply(product, own.after[left.number]);
    return product;
}

const Beside& FanInAt::beside(std::size_t hop) {
    const auto known = m_besides.find(hop);
    if (known != m_besides.end()) return known->second;
    const Left left = leftTo(hop);
    if (left.width <= 0) return m_besides[hop];
    Left next = left; // two at a time cost as much as one
    if (left.number + 1 < hopsOf(left.leg).size())
        if (const Left further = leftTo(hop + 1); further.width == left.width) next = further;
    auto [own, its] = transformOf(bins).back(productBeside(left), productBeside(next));
    m_besides[hop + next.number - left.number] = Beside(cumulated(its), next.width, next.time);
    return m_besides[hop] = Beside(cumulated(own), left.width, left.time);
}

FanInAt::Open FanInAt::without(const std::vector<std::size_t>& copies) {
    std::vector<bool> isOpen(m_arrival.hopCount());
    for (const std::size_t copy : copies)
        isOpen[copy] = true;
    Open open;
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
    const Spectrum own =
        hop.varies() ? binned(hop.varyingPart(), width, bins, Binned::Nearest).mass : nothing();
    const auto at = [&](const Leg& leg) { return leg.shift + static_cast<double>(leg.times) * hop.shift; };
    std::vector<Spectrum> with;
    for (const Leg& leg : legs) {
        if (leg.times == 0) continue;
        with.push_back(leg.others);
        for (std::size_t i = 0; i < leg.times; ++i)
            multiply(with.back(), own);
    }
    const auto masses = transformOf(bins).backAll(with);
    std::vector<Mass> edges;
    edges.reserve(legs.size());
    std::size_t used = 0;
    for (const Leg& leg : legs)
        edges.push_back(leg.times == 0 ? leg.edges : cumulated(masses[used++]));
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
