// SPDX-License-Identifier: Apache-2.0
#include "freshness/hop.h"

#include <algorithm>
#include <cmath>

#include "freshness/schedule.h"
#include "freshness/spoken.h"

namespace factline::freshness {

namespace {

std::optional<double> secondsOf(const std::optional<Duration>& duration) {
    return duration ? std::optional(toSeconds(*duration)) : std::nullopt;
}

Result<Distribution> of(const FixedLag& lag) {
    return fixed(toSeconds(lag.fixed));
}

Result<Distribution> of(const QuantileLag& lag) {
    return quantiles(secondsOf(lag.p50), toSeconds(lag.p99), secondsOf(lag.p999), secondsOf(lag.max));
}

Result<Distribution> of(const PollLag& lag) {
    const double work = secondsOf(lag.work).value_or(0);
    return uniform(toSeconds(lag.poll) + (lag.mode == PollMode::FixedDelay ? work : 0), work);
}

Result<Distribution> of(const CronLag& lag) {
    return gapsOf(lag.cron, lag.timeZone).map([&](std::vector<double> gaps) {
        return waiting(std::move(gaps), secondsOf(lag.run).value_or(0));
    });
}

Result<Distribution> of(const WindowLag& lag) {
    return uniform(toSeconds(lag.window));
}

} // namespace

Result<Distribution> distributionOf(const Hop& hop) {
    return std::visit([](const auto& form) { return of(form); }, hop.form);
}

Shrinkable shrinkableOf(const Hop& hop, const Distribution& distribution) {
    const bool mechanism =
        std::holds_alternative<PollLag>(hop.form) || std::holds_alternative<CronLag>(hop.form);
    Shrinkable made{mechanism ? distribution.varyingPart() : distribution,
                    mechanism ? distribution.shift : 0};
    made.hop = &hop;
    if (const auto* poll = std::get_if<PollLag>(&hop.form)) {
        made.value = toSeconds(poll->poll);
        made.subtract = poll->mode == PollMode::FixedDelay ? secondsOf(poll->work).value_or(0) : 0;
    } else if (std::holds_alternative<QuantileLag>(hop.form)) {
        made.value = distribution.quantile(0.99);
    } else {
        made.value = made.own.quantile(1);
        if (std::holds_alternative<CronLag>(hop.form)) made.own = uniform(made.value);
    }
    return made;
}

std::optional<Duration> workOf(const Hop& hop) {
    if (const auto* poll = std::get_if<PollLag>(&hop.form)) return poll->work;
    const auto* cron = std::get_if<CronLag>(&hop.form);
    return cron ? cron->run : std::nullopt;
}

std::optional<Shrinkable> withItsWork(const Shrinkable& part) {
    if (part.rest <= 0 || part.withWork) return std::nullopt;
    Shrinkable made = part;
    made.own.shift += part.rest;
    made.rest = made.subtract = 0;
    made.withWork = true;
    return made;
}

std::optional<Hop> shrunk(const Shrinkable& part, double value) {
    const Hop& hop = *part.hop;
    const auto told = [](double seconds) { return Duration(std::llround(toldLimit(seconds) * 1e9)); };
    if (told(value) <= Duration{}) return std::nullopt;
    Hop made{.lagClass = hop.lagClass};
    auto work = workOf(hop);
    if (part.withWork && work) {
        work = told(toSeconds(*work) * value / part.value);
        if (*work <= Duration{}) work.reset(); // next to nothing
    }
    if (const auto* quantiles = std::get_if<QuantileLag>(&hop.form)) {
        const double factor = value / toSeconds(quantiles->p99);
        const auto less = [&](const std::optional<Duration>& time) {
            return time ? std::optional(told(toSeconds(*time) * factor)) : std::nullopt;
        };
        made.form = QuantileLag{.p50 = less(quantiles->p50),
                                .p99 = told(value),
                                .p999 = less(quantiles->p999),
                                .max = less(quantiles->max)};
    } else if (const auto* poll = std::get_if<PollLag>(&hop.form)) {
        made.form = PollLag{.poll = told(value), .mode = poll->mode, .work = work};
    } else if (std::holds_alternative<CronLag>(hop.form)) {
        made.form = PollLag{.poll = told(value), .work = work};
    } else if (std::holds_alternative<WindowLag>(hop.form)) {
        made.form = WindowLag{told(value)};
    } else {
        made.form = FixedLag{told(value)};
    }
    return made;
}

} // namespace factline::freshness
