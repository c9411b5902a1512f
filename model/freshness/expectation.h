// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freshness/distribution.h"
#include "freshness/normal.h"

namespace factline::freshness {

/// E[g(X)], by the trapezoid rule over z = Phi^-1(u) in [-10, 10]: exact to about 1e-10 for what is smooth.
template<typename G>
double expectation(const Distribution& x, G g) {
    if (!x.varies()) return g(x.shift);
    constexpr int steps = 4000;
    constexpr double end = 10;
    double sum = 0;
    for (int i = 0; i <= steps; ++i) {
        const double z = -end + 2 * end * i / steps;
        sum += g(x.quantileAtZ(z)) * normalDensity(z);
    }
    return sum * 2 * end / steps;
}

} // namespace factline::freshness
