// SPDX-License-Identifier: Apache-2.0
#include "diagram/short_lag.h"

#include <cmath>

#include <fmt/format.h>

namespace factline::diagram {

namespace {

struct Wording {
    bool terse = false; ///< lengths alone, where several hops are told
    std::string operator()(const FixedLag& lag) const { return shortDuration(lag.fixed); }
    std::string operator()(const QuantileLag& lag) const { return shortDuration(lag.p99); }
    std::string operator()(const PollLag& lag) const {
        return (terse ? "" : "every ") + shortDuration(lag.poll);
    }
    std::string operator()(const CronLag&) const { return "by schedule"; }
    std::string operator()(const WindowLag& lag) const {
        return (terse ? "" : "window ") + shortDuration(lag.window);
    }
};

} // namespace

std::string shortDuration(Duration duration) {
    const double seconds = toSeconds(duration);
    if (seconds <= 0) return "0 s";
    if (seconds < 0.1) return fmt::format("{:.2g} ms", seconds * 1e3);
    if (seconds < 60)
        return seconds < 10 ? fmt::format("{:.2g} s", seconds) : fmt::format("{:.0f} s", seconds);
    struct Unit {
        double length;
        const char* name;
    };
    Unit unit{60, "min"};
    for (const Unit& larger : {Unit{3600, "h"}, Unit{86400, "d"}})
        if (seconds >= 2 * larger.length || seconds == larger.length) unit = larger;
    const double value = std::round(seconds / unit.length * 10) / 10;
    return fmt::format("{:g} {}", value < 10 ? value : std::round(value), unit.name);
}

std::string shortLag(const Lag& lag) {
    std::string text;
    for (const Hop& hop : lag) {
        if (!text.empty()) text += " + ";
        text += std::visit(Wording{lag.size() > 1}, hop.form);
    }
    return text;
}

} // namespace factline::diagram
