// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "freshness/binned_hop.h"
#include "freshness/distribution.h"

namespace factline::freshness {

/// The sum of hops that vary, independent of one another, on bins of one width: bin k stands for k times the
/// width and takes what lies half a bin around it. Mass past the last bin is left away.
struct Lattice {
    double width = 0;
    std::vector<double> mass;                ///< of the sum
    std::vector<double> down;                ///< of the sum of the hops, each rounded down to whole bins
    std::vector<std::vector<double>> moment; ///< for each hop, E[hop; hop = bin], in bins
    std::vector<std::vector<double>> rest;   ///< for each hop, mass of the sum of the others

    /// E[hop; sum = bin] of one hop, in bins; wants the parts.
    double expected(std::size_t hop, std::size_t bin) const;
};

/// Whether it will be asked about single hops, which costs as much again: a lattice alone, or among others.
enum class Parts { None, Each, EachAmongOthers };

/// Convolves by FFT. Fixed parts of the hops are ignored. `parts`: Each fills `moment` and `rest` too.
/// `known`: what is there of single hops already, and gets what is new.
Lattice sumOf(const std::vector<Distribution>& hops, double width, std::size_t bins, Parts parts,
              BinnedHops& known);

/// For each hop the sum over all bins of E[hop; sum = bin], in bins, by these weights.
std::vector<double> expectedBy(const std::vector<double>& weights, const std::vector<Distribution>& hops,
                               double width, BinnedHops& known);

/// The sum of two that are given as mass per bin, cut to as many bins.
std::vector<double> convolved(const std::vector<double>& a, const std::vector<double>& b);

/// Mass below x bins (an edge lies half a bin below its bin), linear between edges; all of it past them.
double below(const std::vector<double>& edges, double bins);

/// Mass below each edge: edges[k] is what lies below bin k, edges.back() the whole.
std::vector<double> cumulated(const std::vector<double>& mass);

} // namespace factline::freshness
