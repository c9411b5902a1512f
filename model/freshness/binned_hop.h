// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "freshness/distribution.h"
#include "freshness/transform.h"

namespace factline::freshness {

/// How much of a hop on bins is wanted: each level with those before it.
enum class Binned { Nearest, Down, Moment };

/// What varies of one hop on bins of one width, ready to be added to others: bin k stands for k times the
/// width and takes what lies half a bin around it.
struct BinnedHop {
    Binned level = Binned::Nearest; ///< what is there
    Spectrum mass;
    Spectrum down; ///< of the hop rounded down to whole bins
    Mass moment;   ///< E[hop; hop = bin], in bins
    Spectrum momentSpectrum;
};

/// One hop that is asked about once; nothing of it is fixed.
BinnedHop binned(const Distribution& varying, double width, std::size_t bins, Binned level);

/// Hops on bins that were worked out before: paths with a hop in common, and the same path before and after
/// another of its hops was turned, take it from here. Forgets the one that was not asked for for longest.
class BinnedHops {
public:
    /// `most`: how many are kept; at 2^12 bins one of them takes 230 kB.
    explicit BinnedHops(std::size_t most = 640)
        : m_most(most) {}

    std::shared_ptr<const BinnedHop> of(const Distribution& hop, double width, std::size_t bins,
                                        Binned level);
    /// How many were worked out, ever.
    std::size_t workedOut() const;

private:
    using Key = std::vector<double>;
    struct Known {
        std::shared_ptr<const BinnedHop> hop;
        std::list<const Key*>::iterator turn;
    };
    mutable std::mutex m_mutex;
    std::size_t m_most, m_workedOut = 0;
    std::map<Key, Known> m_known;
    std::list<const Key*> m_turns; ///< the latest last
};

/// The next width not below `width` of a fixed few (four to its double): only on equal bins can two sums
/// share a hop.
double usualWidth(double width);

} // namespace factline::freshness
