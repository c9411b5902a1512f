// SPDX-License-Identifier: Apache-2.0
#include "freshness/lattice.h"

#include <memory>
#include <tuple>

#include "freshness/transform.h"

namespace factline::freshness {

namespace {

using SharedHops = std::vector<std::shared_ptr<const BinnedHop>>;

/// The product of one of the spectra of each.
Spectrum product(const SharedHops& hops, Spectrum BinnedHop::*which) {
    Spectrum made = (*hops.front()).*which;
    for (std::size_t i = 1; i < hops.size(); ++i)
        multiply(made, (*hops[i]).*which);
    return made;
}

/// For each of the hops, the product of all others.
std::vector<Spectrum> productsOfOthers(const SharedHops& hops) {
    const Spectrum one(hops.front()->mass.size(), Complex(1, 0));
    std::vector<Spectrum> products(hops.size(), one);
    Spectrum before = one, after = one;
    for (std::size_t i = 0; i < hops.size(); ++i) {
        multiply(products[i], before);
        multiply(before, hops[i]->mass);
        const std::size_t j = hops.size() - 1 - i;
        multiply(products[j], after);
        multiply(after, hops[j]->mass);
    }
    return products;
}

} // namespace

Lattice sumOf(const std::vector<Distribution>& hops, double width, std::size_t bins, Parts parts,
              BinnedHops& known) {
    Lattice made{.width = width};
    made.mass.assign(bins, 0);
    made.mass[0] = 1;
    made.down = made.mass;
    if (hops.empty()) return made;
    SharedHops binned;
    binned.reserve(hops.size());
    for (const auto& hop : hops) {
        binned.push_back(known.of(hop, width, bins, parts == Parts::None ? Binned::Down : Binned::Moment));
        if (parts == Parts::Each) made.moment.push_back(binned.back()->moment);
    }
    Transform& transform = transformOf(bins);
    std::tie(made.mass, made.down) =
        transform.back(product(binned, &BinnedHop::mass), product(binned, &BinnedHop::down));
    if (parts == Parts::Each) made.rest = transform.backAll(productsOfOthers(binned));
    return made;
}

double Lattice::expected(std::size_t hop, std::size_t bin) const {
    double sum = 0;
    for (std::size_t k = 0; k <= bin; ++k)
        sum += moment[hop][k] * rest[hop][bin - k];
    return sum;
}

std::vector<double> expectedBy(const std::vector<double>& weights, const std::vector<Distribution>& hops,
                               double width, BinnedHops& known) {
    SharedHops binned;
    for (const auto& hop : hops)
        binned.push_back(known.of(hop, width, weights.size(), Binned::Moment));
    std::vector<double> sums(hops.size());
    if (hops.empty()) return sums;
    std::vector<Spectrum> after(hops.size()); // of each: the product of those that follow
    after.back().assign(binned.front()->mass.size(), Complex(1, 0));
    for (std::size_t i = hops.size() - 1; i-- > 0;) {
        after[i] = after[i + 1];
        multiply(after[i], binned[i + 1]->mass);
    }
    Spectrum before = transformOf(weights.size()).weights(weights);
    for (std::size_t i = 0; i < hops.size(); ++i) {
        sums[i] = weighed(before, binned[i]->momentSpectrum, after[i]);
        multiply(before, binned[i]->mass);
    }
    return sums;
}

std::vector<double> convolved(const std::vector<double>& a, const std::vector<double>& b) {
    Transform& transform = transformOf(a.size());
    auto [both, other] = transform.forward(a, b);
    multiply(both, other);
    return transform.back(both, Spectrum(both.size())).first;
}

double below(const std::vector<double>& edges, double bins) {
    const double at = bins + 0.5;
    if (at <= 0) return 0;
    const auto k = static_cast<std::size_t>(at);
    if (k + 1 >= edges.size()) return edges.back();
    return edges[k] + (at - static_cast<double>(k)) * (edges[k + 1] - edges[k]);
}

std::vector<double> cumulated(const std::vector<double>& mass) {
    std::vector<double> edges(mass.size() + 1);
    for (std::size_t k = 0; k < mass.size(); ++k)
        edges[k + 1] = edges[k] + mass[k];
    return edges;
}

} // namespace factline::freshness
