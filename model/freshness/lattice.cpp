// SPDX-License-Identifier: Apache-2.0
#include "freshness/lattice.h"

#include <algorithm>
#include <cmath>
#include <complex>
#include <kissfft/kissfft.hh>
#include <map>
#include <memory>

#include "freshness/normal.h"

namespace factline::freshness {

namespace {

using Complex = std::complex<double>;
using Spectrum = std::vector<Complex>;
using Mass = std::vector<double>;

constexpr double tilt = 20; ///< over twice the bins

/// Fourier transforms of one size, two real sequences at a time, as the real and imaginary part of one.
class Transform {
public:
    explicit Transform(std::size_t bins)
        : m_size(2 * bins)
        , m_forward(m_size, false)
        , m_back(m_size, true)
        , m_tilts(bins)
        , m_in(m_size)
        , m_out(m_size) {
        for (std::size_t k = 0; k < bins; ++k)
            m_tilts[k] = std::exp(-tilt * static_cast<double>(k) / static_cast<double>(m_size));
    }

    std::pair<Spectrum, Spectrum> forward(const Mass& a, const Mass& b) {
        std::ranges::fill(m_in, Complex{});
        for (std::size_t k = 0; k < m_tilts.size(); ++k)
            m_in[k] = Complex(a[k], b[k]) * m_tilts[k];
        m_forward.transform(m_in.data(), m_out.data());
        const std::size_t half = m_size / 2 + 1;
        std::pair<Spectrum, Spectrum> both{Spectrum(half), Spectrum(half)};
        for (std::size_t w = 0; w < half; ++w) {
            const Complex x = m_out[w], y = std::conj(m_out[(m_size - w) % m_size]);
            both.first[w] = (x + y) / 2.0;
            both.second[w] = (x - y) * Complex(0, -0.5);
        }
        return both;
    }

    std::pair<Mass, Mass> back(const Spectrum& a, const Spectrum& b) {
        for (std::size_t w = 0; w < a.size(); ++w) {
            m_in[w] = a[w] + Complex(-b[w].imag(), b[w].real());
            if (w > 0 && w + 1 < a.size())
                m_in[m_size - w] = std::conj(a[w]) + Complex(b[w].imag(), b[w].real()); // conj(a) + i conj(b)
        }
        m_back.transform(m_in.data(), m_out.data());
        std::pair<Mass, Mass> both{Mass(m_tilts.size()), Mass(m_tilts.size())};
        for (std::size_t k = 0; k < m_tilts.size(); ++k) {
            const double scale = 1 / (m_tilts[k] * static_cast<double>(m_size));
            both.first[k] = std::max(0.0, m_out[k].real() * scale);
            both.second[k] = std::max(0.0, m_out[k].imag() * scale);
        }
        return both;
    }

    /// Two at a time.
    std::vector<Spectrum> forwardAll(const std::vector<Mass>& masses) {
        std::vector<Spectrum> all;
        all.reserve(masses.size() + 1);
        for (std::size_t i = 0; i < masses.size(); i += 2) {
            auto [one, other] = forward(masses[i], masses[std::min(i + 1, masses.size() - 1)]);
            all.push_back(std::move(one));
            all.push_back(std::move(other));
        }
        all.resize(masses.size());
        return all;
    }
    std::vector<Mass> backAll(const std::vector<Spectrum>& spectra) {
        std::vector<Mass> all;
        all.reserve(spectra.size() + 1);
        for (std::size_t i = 0; i < spectra.size(); i += 2) {
            auto [one, other] = back(spectra[i], spectra[std::min(i + 1, spectra.size() - 1)]);
            all.push_back(std::move(one));
            all.push_back(std::move(other));
        }
        all.resize(spectra.size());
        return all;
    }

private:
    std::size_t m_size;
    kissfft<double> m_forward, m_back;
    Mass m_tilts;
    Spectrum m_in, m_out;
};

/// One per size and thread: the tables are dear to make.
Transform& transformOf(std::size_t bins) {
    thread_local std::map<std::size_t, std::unique_ptr<Transform>> made;
    auto& transform = made[bins];
    if (!transform) transform = std::make_unique<Transform>(bins);
    return *transform;
}

void multiply(Spectrum& into, const Spectrum& by) {
    for (std::size_t w = 0; w < into.size(); ++w)
        into[w] *= by[w];
}

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

Spectrum productOf(const std::vector<Spectrum>& spectra) {
    Spectrum product = spectra.front();
    for (std::size_t i = 1; i < spectra.size(); ++i)
        multiply(product, spectra[i]);
    return product;
}

/// For each of the spectra, the product of all others.
std::vector<Spectrum> productsOfOthers(const std::vector<Spectrum>& spectra) {
    std::vector<Spectrum> products(spectra.size(), Spectrum(spectra.front().size(), Complex(1, 0)));
    Spectrum before(spectra.front().size(), Complex(1, 0)), after = before;
    for (std::size_t i = 0; i < spectra.size(); ++i) {
        multiply(products[i], before);
        multiply(before, spectra[i]);
        const std::size_t j = spectra.size() - 1 - i;
        multiply(products[j], after);
        multiply(after, spectra[j]);
    }
    return products;
}

} // namespace

Lattice sumOf(const std::vector<Distribution>& hops, double width, std::size_t bins, bool parts) {
    Lattice made{.width = width};
    made.mass.assign(bins, 0);
    made.mass[0] = 1;
    made.down = made.mass;
    if (hops.empty()) return made;
    Transform& transform = transformOf(bins);
    std::vector<Mass> masses, downs;
    for (const auto& given : hops) {
        const Distribution hop = given.varyingPart();
        Mass mass(bins), down(bins), moment(parts ? bins : 0);
        double half = 0, whole = 0;
        for (std::size_t k = 0; k < bins; ++k) {
            const auto at = static_cast<double>(k);
            const double nextHalf = hop.share((at + 0.5) * width), nextWhole = hop.share((at + 1) * width);
            mass[k] = nextHalf - half;
            down[k] = nextWhole - whole;
            // E[hop; bin] in bins: by parts, and by Simpson's rule over the share.
            if (parts && k > 0)
                moment[k] = (at + 0.5) * nextHalf - (at - 0.5) * half - (half + 4 * whole + nextHalf) / 6;
            half = nextHalf;
            whole = nextWhole;
        }
        if (parts) {
            moment[0] = meanBelow(hop, width / 2) / width;
            made.moment.push_back(std::move(moment));
        }
        masses.push_back(std::move(mass));
        downs.push_back(std::move(down));
    }
    const auto spectra = transform.forwardAll(masses);
    std::tie(made.mass, made.down) =
        transform.back(productOf(spectra), productOf(transform.forwardAll(downs)));
    if (parts) made.rest = transform.backAll(productsOfOthers(spectra));
    return made;
}

double Lattice::expected(std::size_t hop, std::size_t bin) const {
    double sum = 0;
    for (std::size_t k = 0; k <= bin; ++k)
        sum += moment[hop][k] * rest[hop][bin - k];
    return sum;
}

std::vector<double> Lattice::expected(std::size_t hop) const {
    return convolved(moment[hop], rest[hop]);
}

std::vector<double> convolved(const std::vector<double>& a, const std::vector<double>& b) {
    Transform& transform = transformOf(a.size());
    auto [product, other] = transform.forward(a, b);
    multiply(product, other);
    return transform.back(product, Spectrum(product.size())).first;
}

std::vector<double> cumulated(const std::vector<double>& mass) {
    std::vector<double> edges(mass.size() + 1);
    for (std::size_t k = 0; k < mass.size(); ++k)
        edges[k + 1] = edges[k] + mass[k];
    return edges;
}

} // namespace factline::freshness
