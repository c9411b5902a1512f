// SPDX-License-Identifier: Apache-2.0
#include "generate/targets/prometheus/burn_rates.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <fmt/format.h>

namespace factline::generate::prometheus {

namespace {

using namespace std::chrono_literals;
using Minutes = std::chrono::duration<double, std::ratio<60>>;

struct Canonical {
    double burn;
    Minutes length;
    bool page;
};
constexpr std::array<Canonical, 4> overAMonth{
    {{14.4, 1h, true}, {6, 6h, true}, {3, 24h, false}, {1, 72h, false}}};

/// A rate needs several looks of Prometheus, a share of late changes some changes.
constexpr Minutes shortest = 30min;
constexpr Minutes shortestOfShort = 5min;

/// How many months the promise looks back over; 28 to 31 days are one.
double monthsOf(Duration window) {
    const double days = Minutes(window) / Minutes(24h);
    return days >= 28 && days <= 31 ? 1 : days / 30;
}

std::string textOf(Minutes length) {
    return windowText(std::chrono::duration_cast<Duration>(length));
}

} // namespace

std::vector<BurnRate> burnRatesOf(const Promise& promise, std::vector<Omission>& omitted) {
    const double months = monthsOf(promise.window);
    const auto lengthOf = [&](const Canonical& rate) {
        return std::max(rate.length * std::min(months, 1.0), shortest);
    };
    std::vector<BurnRate> rates;
    const auto leaveOut = [&](const Canonical& rate, Phrase reason) {
        omitted.push_back({{ElementKind::View, promise.name},
                           "prometheus",
                           Phrase::of("the alert at {} times the budget is left out: {}",
                                      fmt::format("{}", rate.burn), std::move(reason)),
                           true});
    };
    for (std::size_t i = 0; i < overAMonth.size(); ++i) {
        const Canonical& rate = overAMonth[i];
        const Minutes length = lengthOf(rate);
        const double burn = rate.burn * months * (rate.length / length);
        const double threshold = burn * (1 - promise.objective);
        if (burn < 1 - 1e-9 || (i + 1 < overAMonth.size() && length == lengthOf(overAMonth[i + 1])))
            leaveOut(rate, Phrase::of("over a window of {} it would have to look at less than {} minutes",
                                      windowText(promise.window), fmt::format("{}", shortest.count())));
        else if (threshold >= 1)
            leaveOut(rate, Phrase::of("with an objective of {} % it could never fire; the slower ones "
                                      "stay",
                                      fmt::format("{:.6g}", promise.objective * 100)));
        else
            rates.push_back(
                {burn, threshold, textOf(length), textOf(std::max(length / 12, shortestOfShort)), rate.page});
    }
    return rates;
}

} // namespace factline::generate::prometheus
