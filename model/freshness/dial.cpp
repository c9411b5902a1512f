// SPDX-License-Identifier: Apache-2.0
#include "freshness/dial.h"

#include <algorithm>
#include <cmath>

namespace factline::freshness {

namespace {

/// With three digits that count, so that what is written can be read.
Duration inThreeDigits(double seconds) {
    if (seconds < 1e-6) return {};
    const double unit = std::max(1e-6, std::pow(10, std::floor(std::log10(seconds)) - 2));
    return std::chrono::microseconds(std::llround(std::round(seconds / unit) * unit * 1e6));
}

} // namespace

std::optional<double> dialOf(const Step& step) {
    if (!step.missing.empty()) return std::nullopt;
    return shrinkableOf(step.hop, step.distribution).value;
}

Hop turned(const Step& step, double seconds) {
    Hop made{.lagClass = step.hop.lagClass};
    if (!step.missing.empty()) {
        made.form = QuantileLag{.p99 = inThreeDigits(seconds)};
    } else if (const auto* quantiles = std::get_if<QuantileLag>(&step.hop.form)) {
        const double before = toSeconds(quantiles->p99);
        const auto scaled = [&](const std::optional<Duration>& old) {
            return old && before > 0 ? std::optional(inThreeDigits(toSeconds(*old) * seconds / before)) : old;
        };
        made.form = QuantileLag{.p50 = scaled(quantiles->p50),
                                .p99 = inThreeDigits(seconds),
                                .p999 = scaled(quantiles->p999),
                                .max = scaled(quantiles->max)};
    } else if (const auto* poll = std::get_if<PollLag>(&step.hop.form)) {
        made.form = PollLag{.poll = inThreeDigits(seconds), .mode = poll->mode, .work = poll->work};
    } else if (const auto* cron = std::get_if<CronLag>(&step.hop.form)) {
        made.form = PollLag{.poll = inThreeDigits(seconds), .work = cron->run};
    } else if (std::holds_alternative<WindowLag>(step.hop.form)) {
        made.form = WindowLag{inThreeDigits(seconds)};
    } else {
        made.form = FixedLag{inThreeDigits(seconds)};
    }
    return made;
}

} // namespace factline::freshness
