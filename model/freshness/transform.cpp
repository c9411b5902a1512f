// SPDX-License-Identifier: Apache-2.0
#include "freshness/transform.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>

namespace factline::freshness {

namespace {

constexpr double tilt = 20; ///< over twice the bins

} // namespace

Transform::Transform(std::size_t bins)
    : m_size(2 * bins)
    , m_forward(m_size, false)
    , m_back(m_size, true)
    , m_tilts(bins)
    , m_in(m_size)
    , m_out(m_size) {
    for (std::size_t k = 0; k < bins; ++k)
        m_tilts[k] = std::exp(-tilt * static_cast<double>(k) / static_cast<double>(m_size));
}

std::pair<Spectrum, Spectrum> Transform::forward(const Mass& a, const Mass& b) {
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

std::pair<Mass, Mass> Transform::back(const Spectrum& a, const Spectrum& b) {
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

std::vector<Mass> Transform::backAll(const std::vector<Spectrum>& spectra) {
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

Spectrum Transform::weights(const Mass& byBin) {
    Mass level(byBin.size());
    for (std::size_t k = 0; k < level.size(); ++k)
        level[k] = byBin[k] / (m_tilts[k] * m_tilts[k] * static_cast<double>(m_size));
    Spectrum made = forward(level, Mass(level.size())).first;
    for (Complex& each : made)
        each = std::conj(each);
    for (std::size_t w = 1; w + 1 < made.size(); ++w)
        made[w] *= 2; // and its mirror image
    return made;
}

Transform& transformOf(std::size_t bins) {
    thread_local std::map<std::size_t, std::unique_ptr<Transform>> made;
    auto& transform = made[bins];
    if (!transform) transform = std::make_unique<Transform>(bins);
    return *transform;
}

namespace {

/// Without asking for infinity, as the operator does.
Complex product(const Complex& a, const Complex& b) {
    return {a.real() * b.real() - a.imag() * b.imag(), a.real() * b.imag() + a.imag() * b.real()};
}

} // namespace

void multiply(Spectrum& into, const Spectrum& by) {
    for (std::size_t w = 0; w < into.size(); ++w)
        into[w] = product(into[w], by[w]);
}

double weighed(const Spectrum& weights, const Spectrum& a, const Spectrum& b) {
    double sum = 0;
    for (std::size_t w = 0; w < weights.size(); ++w) {
        const Complex both = product(a[w], b[w]);
        sum += weights[w].real() * both.real() - weights[w].imag() * both.imag();
    }
    return sum;
}

} // namespace factline::freshness
