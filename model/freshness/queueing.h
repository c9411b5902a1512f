// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

namespace factline::freshness {

/// How the messages of a channel spread over its partitions and the consumers of one group.
struct Spread {
    double hotShare = 1; ///< of the busiest partition: k + (1 - k) / P
    double busiest = 1;  ///< of the busiest consumer: the hot partition and ceil(P / C) - 1 others
};
Spread spreadOf(double hottestKey, std::uint32_t partitions, std::uint32_t consumers);

/// What a consumer that needs `service` seconds a message has to do at `rate` messages a second.
struct Load {
    double utilisation = 0;         ///< rate times service; 1 and above never catches up
    std::optional<double> meanWait; ///< Pollaczek and Khinchine: rho s (1 + cv^2) / (2 (1 - rho))
    double growthPerSecond = 0;     ///< messages more in the queue, each second
    double lagGrowth = 0;           ///< seconds more of lag, each second: (rho - 1) / rho
};
/// `variation`: squared coefficient of variation of the service; 1: exponential (M/M/1), 0: always the same.
Load loadOf(double rate, double service, double variation = 1);

/// The wait that a share u of messages does not exceed, M/M/1.
double waitQuantile(double rate, double service, double u);
/// Wait and service together, M/M/1.
double sojournQuantile(double rate, double service, double u);

/// The hottest key may carry at most this share of all messages; past it no number of partitions helps.
double largestKeyShare(double rate, double service);

/// What an outage of a hop does, as a fluid: a queue grows, and is worked off.
struct Outage {
    double duration = 0;
    double backlog = 0;             ///< messages when it ends
    std::optional<double> catchUp;  ///< seconds until the queue is empty; nothing: never
    std::optional<double> outOfSlo; ///< seconds in which changes arrive later than `within`
    std::optional<double> lateChanges;
    bool operator==(const Outage&) const = default;
};
/// `rho`: utilisation of the slowest consumer downstream. `within`: the promise, 0 for none.
Outage outageOf(double duration, double rate, double rho, double within);

/// The longest outage that an error budget bears: D = T + (1 - rho) (1 - q - missed) window / outages.
double longestOutage(double within, double q, double missed, double window, double rho, double outages);

} // namespace factline::freshness
