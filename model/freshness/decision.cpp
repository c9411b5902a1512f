// SPDX-License-Identifier: Apache-2.0
#include "freshness/decision.h"

#include <cmath>

namespace factline::freshness {

double missesLatest(const Estimate& age, double rate) {
    return 1 - age.laplace(rate);
}

double anyInFlight(const Estimate& age, double rate) {
    return 1 - std::exp(-rate * age.mean());
}

double twoInFlight(const Estimate& age, double rate) {
    const double expected = rate * age.mean();
    return 1 - std::exp(-expected) * (1 + expected);
}

} // namespace factline::freshness
