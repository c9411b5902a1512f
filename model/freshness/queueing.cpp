// SPDX-License-Identifier: Apache-2.0
#include "freshness/queueing.h"

#include <algorithm>
#include <cmath>

namespace factline::freshness {

Spread spreadOf(double hottestKey, std::uint32_t partitions, std::uint32_t consumers) {
    const double p = std::max(1U, partitions), c = std::max(1U, consumers);
    const double other = (1 - hottestKey) / p;
    return {hottestKey + other, hottestKey + other + (std::ceil(p / c) - 1) * other};
}

Load loadOf(double rate, double service, double variation) {
    Load load{.utilisation = rate * service};
    if (load.utilisation < 1) {
        load.meanWait = load.utilisation * service * (1 + variation) / (2 * (1 - load.utilisation));
    } else if (service > 0) {
        load.growthPerSecond = rate - 1 / service;
        load.lagGrowth = (load.utilisation - 1) / load.utilisation;
    }
    return load;
}

double waitQuantile(double rate, double service, double u) {
    const double rho = rate * service;
    return std::max(0.0, std::log(rho / (1 - u)) / (1 / service - rate));
}

double sojournQuantile(double rate, double service, double u) {
    return std::log(1 / (1 - u)) / (1 / service - rate);
}

double largestKeyShare(double rate, double service) {
    return std::min(1.0, 1 / (rate * service));
}

Outage outageOf(double duration, double rate, double rho, double within) {
    Outage outage{.duration = duration, .backlog = rate * duration};
    if (rho >= 1) return outage;
    outage.catchUp = rho * duration / (1 - rho);
    outage.outOfSlo = std::max(0.0, duration - within) / (1 - rho);
    outage.lateChanges = rate * *outage.outOfSlo;
    return outage;
}

double longestOutage(double within, double q, double missed, double window, double rho, double outages) {
    return within + (1 - rho) * (1 - q - missed) * window / outages;
}

} // namespace factline::freshness
