// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "support/model_generator.h"

namespace factline::testing {

using namespace std::chrono_literals;

rc::Gen<Duration> durations() {
    return rc::gen::exec([] {
        const Duration units[] = {1ns, 1us, 1ms, 1s, 1min, 1h, 24h};
        return number(0, 2000) * oneOf(units);
    });
}

rc::Gen<Share> shares() {
    return rc::gen::exec([] { return *parseShare(fmt::format("{}%", number(0, 100001) / 1000.0)); });
}

namespace {

std::optional<Duration> maybeDuration() {
    return rarely(2) ? std::nullopt : std::optional<Duration>(*durations());
}

Hop hop() {
    Hop made;
    switch (number(0, 5)) {
    case 0:
        made.form = FixedLag{*durations()};
        break;
    case 1: {
        std::array<Duration, 4> rising{*durations(), *durations(), *durations(), *durations()};
        std::ranges::sort(rising);
        QuantileLag quantiles{.p99 = rising[1]};
        if (!rarely(2)) quantiles.p50 = rising[0];
        if (!rarely(2)) quantiles.p999 = rising[2];
        if (!rarely(2)) quantiles.max = rising[3];
        made.form = quantiles;
        break;
    }
    case 2:
        made.form =
            PollLag{*durations(), rarely(2) ? PollMode::FixedDelay : PollMode::FixedRate, maybeDuration()};
        break;
    case 3: {
        const char* const zones[] = {"", "Europe/Berlin", "UTC"};
        const char* const schedules[] = {"0 2 * * 1-5", "*/5 * * * *", "0 0 1 1 *"};
        made.form = CronLag{oneOf(schedules), oneOf(zones), maybeDuration()};
        break;
    }
    default:
        made.form = WindowLag{*durations()};
    }
    const Basis bases[] = {Basis::Guess, Basis::Measured, Basis::Vendor, Basis::Default};
    made.basis = oneOf(bases);
    if (rarely(3)) made.source = *oddTexts();
    const LagClass classes[] = {LagClass::Transport, LagClass::Semantic, LagClass::Decision};
    if (rarely(4)) made.lagClass = oneOf(classes);
    return made;
}

} // namespace

rc::Gen<Lag> lags() {
    return rc::gen::exec([] {
        const std::size_t counts[] = {0, 0, 1, 1, 1, 2, 3};
        Lag lag;
        for (std::size_t i = oneOf(counts); i > 0; --i)
            lag.push_back(hop());
        return lag;
    });
}

} // namespace factline::testing
