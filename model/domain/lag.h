// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/quantity.h"
#include "domain/enums.h"

namespace factline {

/// Always exactly this long.
struct FixedLag {
    Duration fixed{};
    bool operator==(const FixedLag&) const = default;
};

/// Known by its quantiles; p99 is always there, in rising order.
struct QuantileLag {
    std::optional<Duration> p50;
    Duration p99{};
    std::optional<Duration> p999;
    std::optional<Duration> max;
    bool operator==(const QuantileLag&) const = default;
};

/// Waits for the next look at the source, then works.
struct PollLag {
    Duration poll{};
    PollMode mode = PollMode::FixedRate;
    std::optional<Duration> work;
    bool operator==(const PollLag&) const = default;
};

/// Waits for the next run of a schedule, then runs.
struct CronLag {
    std::string cron;     ///< five fields: minute hour day-of-month month day-of-week
    std::string timeZone; ///< IANA name; empty: UTC
    std::optional<Duration> run;
    bool operator==(const CronLag&) const = default;
};

/// Collected over a window: producer linger, cache lifetime, tumbling window.
struct WindowLag {
    Duration window{};
    bool operator==(const WindowLag&) const = default;
};

/// How long one hop takes, and on what that number rests.
struct Hop {
    std::variant<FixedLag, QuantileLag, PollLag, CronLag, WindowLag> form;
    Basis basis = Basis::Guess;
    std::string source;               ///< where the number comes from
    std::optional<LagClass> lagClass; ///< overrides the class that the hop's place implies
    bool operator==(const Hop&) const = default;
};

/// One or several hops one after another; empty: not declared.
using Lag = std::vector<Hop>;

} // namespace factline
