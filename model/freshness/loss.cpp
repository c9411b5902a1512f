// SPDX-License-Identifier: Apache-2.0
#include "freshness/loss.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace factline::freshness {

double Loss::repairedWithin(double x) const {
    if (!reconciled || every <= 0) return reconciled && x >= grace + repair ? coverage : 0;
    // Lag g + R (U + K) + r, where K runs miss it: F(x) sums up to the run that is going on at x.
    const double runs = (x - grace - repair) / every;
    if (runs <= 0) return 0;
    const double whole = std::floor(runs);
    const double missed = std::pow(1 - coverage, whole);
    return 1 - missed + missed * coverage * (runs - whole);
}

std::optional<double> Loss::mean() const {
    if (!reconciled || coverage <= 0) return std::nullopt;
    return grace + every / 2 + every * (1 - coverage) / coverage + repair;
}

std::optional<double> Loss::worstCase(double q) const {
    if (!reconciled || coverage <= 0 || (q >= 1 && coverage < 1)) return std::nullopt;
    const double runs =
        coverage >= 1 ? 1 : std::max(1.0, std::ceil(std::log(1 - q) / std::log(1 - coverage) - 1e-9));
    return grace + runs * every + repair;
}

double Loss::shareOfDelivered(double q, std::optional<double> within) const {
    if (lost <= 0) return q;
    const double mended = within ? lost * repairedWithin(*within) : 0;
    if (lost >= 1) return mended >= q ? 0 : std::numeric_limits<double>::infinity();
    return std::max(0.0, (q - mended) / (1 - lost));
}

Loss lossOf(const View& view) {
    Loss loss{.lost = view.loss.value};
    if (!view.reconciled || !view.reconciled->every) return loss;
    loss.reconciled = true;
    loss.every = toSeconds(*view.reconciled->every);
    loss.grace = toSeconds(view.reconciled->grace);
    loss.repair = toSeconds(view.reconciled->repair);
    loss.coverage = view.reconciled->coverage.value;
    return loss;
}

std::optional<double> quantileWithLoss(const Loss& loss, double q,
                                       const std::function<double(double)>& delivered) {
    const auto share = [&](double x) {
        return (1 - loss.lost) * delivered(x) + loss.lost * loss.repairedWithin(x);
    };
    double low = 0, high = 1e-3;
    while (share(high) < q) {
        low = high;
        high *= 2;
        if (high > 1e12) return std::nullopt;
    }
    for (int i = 0; i < 100 && high - low > 1e-13 * high; ++i) {
        const double middle = (low + high) / 2;
        (share(middle) < q ? low : high) = middle;
    }
    return high;
}

} // namespace factline::freshness
