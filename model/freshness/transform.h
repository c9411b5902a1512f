// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <complex>
#include <cstddef>
#include <kissfft/kissfft.hh>
#include <utility>
#include <vector>

namespace factline::freshness {

using Complex = std::complex<double>;
using Spectrum = std::vector<Complex>; ///< of a real sequence: one more than half of its numbers
using Mass = std::vector<double>;      ///< by bin

/// Fourier transforms over twice the bins, under an exponential tilt that keeps what wraps around below 1e-8
/// of itself (Gruebel and Hermesmeier, "Computation of compound distributions", 1999). Two real sequences at
/// a time, as the real and imaginary part of one. For one thread.
class Transform {
public:
    explicit Transform(std::size_t bins);

    std::pair<Spectrum, Spectrum> forward(const Mass& a, const Mass& b);
    /// What comes out below 0 by rounding is 0.
    std::pair<Mass, Mass> back(const Spectrum& a, const Spectrum& b);
    std::vector<Mass> backAll(const std::vector<Spectrum>& spectra);
    /// The transform of weights by bin, such that its product with the spectrum of a sequence is the sum of
    /// the sequence, each bin by its weight (Parseval).
    Spectrum weights(const Mass& byBin);

private:
    std::size_t m_size;
    kissfft<double> m_forward, m_back;
    Mass m_tilts;
    Spectrum m_in, m_out;
};

/// One per size and thread: the tables are dear to make.
Transform& transformOf(std::size_t bins);

void multiply(Spectrum& into, const Spectrum& by);

/// The sum by weights of the sequence whose spectrum is the product of `a` and `b`.
double weighed(const Spectrum& weights, const Spectrum& a, const Spectrum& b);

} // namespace factline::freshness
