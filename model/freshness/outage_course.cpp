// SPDX-License-Identifier: Apache-2.0
#include "freshness/outage_course.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "freshness/spoken.h"

namespace factline::freshness {

namespace {

constexpr double shownOfNever = 3; ///< outages long, where it never catches up

/// Where the line from `a` to `b` comes down to `level`.
double reaches(const OutageCourse::Point& a, const OutageCourse::Point& b, double level) {
    return a.at + (b.at - a.at) * (a.value - level) / (a.value - b.value);
}

} // namespace

OutageCourse courseOf(const ContextOutage& outage) {
    const double d = outage.duration;
    OutageCourse made{.end = d, .back = d};
    made.lag = {{0, 0}, {d, d}};
    if (outage.rate) made.backlog = {{0, 0}, {d, *outage.rate * d}};
    if (d <= 0) return made;
    if (outage.utilisation) {
        const double rho = *outage.utilisation;
        made.endless = rho >= 1;
        made.catchesUp = rho < 1;
        made.end = made.catchesUp ? d / (1 - rho) : shownOfNever * d;
        // The oldest of what waits was committed at (t - D) / rho; rho 0 takes everything at once.
        const double left = made.catchesUp ? 0 : made.end - (made.end - d) / rho;
        if (made.end > d) made.lag.push_back({made.end, left});
        if (made.end > d && outage.rate) made.backlog.push_back({made.end, *outage.rate * left});
    }
    if (outage.within && d > *outage.within) {
        double until = made.end;
        const auto& last = made.lag.back();
        if (made.lag.size() > 2 && last.value < *outage.within)
            until = reaches(made.lag[1], last, *outage.within);
        made.late = std::pair(*outage.within, until);
    }
    return made;
}

std::string spoken(const ContextOutage& outage) {
    if (outage.duration <= 0) return fmt::format("{} is not down: nothing waits.", outage.context);
    std::string said = fmt::format("{} is down for {}", outage.context, spokenDuration(outage.duration));
    said += outage.backlog ? fmt::format(": {:.0f} messages wait.", *outage.backlog)
                           : ". How many messages wait nobody says: declare the rate of its events.";
    if (outage.backlog && !outage.uncounted.empty())
        said += fmt::format(" Not counted, because nobody says at what rate they come: {}.",
                            fmt::join(outage.uncounted, ", "));
    if (outage.utilisation && *outage.utilisation >= 1)
        said += fmt::format(" {} takes less than what comes: it never catches up.", outage.slowest);
    else if (outage.catchUp)
        said += fmt::format(" All is worked off {} later; the slowest at it is {}, {}.",
                            spokenTime(*outage.catchUp), outage.slowest, spokenLoad(*outage.utilisation));
    else if (!outage.utilisation)
        said += " How fast they are worked off nobody says: declare the capacity of a consumer.";
    if (outage.outOfSlo && *outage.outOfSlo > 0)
        said += fmt::format(" For {} changes reach {} later than the {} promised{}.",
                            spokenTime(*outage.outOfSlo), outage.promised, spokenDuration(*outage.within),
                            outage.lateChanges ? fmt::format(", {:.0f} in all", *outage.lateChanges)
                                               : std::string());
    else if (outage.within && outage.duration <= *outage.within)
        said +=
            fmt::format(" {} promises {}: nothing is late.", outage.promised, spokenDuration(*outage.within));
    if (outage.lost)
        said += outage.utilisation.value_or(0) >= 1
                    ? " Sooner or later messages are lost: no channel keeps them for ever."
                    : " Messages are lost: they are kept for less time than this takes.";
    return said;
}

} // namespace factline::freshness
