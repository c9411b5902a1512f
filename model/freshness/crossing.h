// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cmath>
#include <utility>

namespace factline::freshness {

/// Where a function that falls crosses zero, between `low`, where it is `above` (0 or more), and `high`,
/// where it is `below` 0: the two ends of what is left, no further apart than `tolerance` times the higher
/// one. By the straight line between both ends, reaching a little to the end that stood still (regula falsi),
/// and the middle at every fourth step, for what falls in jumps.
template<typename Function>
std::pair<double, double> crossing(double low, double above, double high, double below, double tolerance,
                                   const Function& function) {
    bool roseLow = false;
    for (int i = 1; i < 100 && high - low > tolerance * high; ++i) {
        double at = (low + high) / 2;
        if (i % 4 != 0 && std::isfinite(above)) {
            const double little = 0.4 * tolerance * high;
            at = low + (high - low) * above / (above - below) + (roseLow ? little : -little);
            at = std::clamp(at, low + little, high - little);
        }
        const double there = function(at);
        roseLow = there >= 0;
        (roseLow ? low : high) = at;
        (roseLow ? above : below) = there;
    }
    return {low, high};
}

} // namespace factline::freshness
