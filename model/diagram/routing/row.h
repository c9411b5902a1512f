// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "diagram/routing/lanes.h"
#include "diagram/spacing.h"

namespace factline::diagram {

/// True for lanes that would touch if they lay at one place.
inline bool beside(const Lane& a, const Lane& b) {
    return a.spanBegin < b.spanEnd + laneGap && b.spanBegin < a.spanEnd + laneGap;
}

/// Lanes by where they lie; of those at one place, the one that stands first in `order` first.
std::vector<std::size_t> sortedByPlace(const std::vector<Lane>& lanes, const std::vector<std::size_t>& order);

/// Lanes in an order across their direction, and how far each can go if all keep to it.
class Row {
public:
    /// The lanes have to outlive it. `sorted` is the order.
    Row(const std::vector<Lane>& lanes, std::vector<std::size_t> sorted);

    /// `half`: what each lane wants on its either side.
    void measure(const std::vector<double>& half);
    bool fits(std::size_t lane) const { return m_earliest[lane] <= m_latest[lane] + 1e-9; }
    double latest(std::size_t lane) const { return m_latest[lane]; }

    const std::vector<std::size_t>& sorted() const { return m_sorted; }
    /// Those directly before a lane: what one sees when looking back from it.
    const std::vector<std::size_t>& before(std::size_t lane) const { return m_before[lane]; }

private:
    const std::vector<Lane>& m_lanes;
    std::vector<std::size_t> m_sorted;
    std::vector<std::vector<std::size_t>> m_before;
    std::vector<double> m_earliest; ///< with those before it as near to their lower bounds as they can be
    std::vector<double> m_latest;
};

/// Finds other places for lanes that stand in a row too long for their bounds, although nowhere as many lie
/// side by side: there `order` cannot be kept. The others stay.
void reorder(std::vector<Lane>& lanes, const std::vector<std::size_t>& order);

} // namespace factline::diagram
