// SPDX-License-Identifier: Apache-2.0
#include "freshness/outage_course.h"

#include <algorithm>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "freshness/spoken.h"

namespace factline::freshness {

namespace {

constexpr double shownOfNever = 3;   ///< outages long, where it never catches up
constexpr std::size_t namedLate = 3; ///< further views that are named; of the rest the number is told

/// When nothing waits any more behind a consumer that is busy by this share.
double endOf(double down, double rho) {
    return rho < 1 ? down / (1 - rho) : shownOfNever * down;
}

/// Where the line from `a` to `b` comes down to `level`.
double reaches(const OutageCourse::Point& a, const OutageCourse::Point& b, double level) {
    return a.at + (b.at - a.at) * (a.value - level) / (a.value - b.value);
}

/// How far behind somebody is: as long as the outage lasts, and then ever less.
std::vector<OutageCourse::Point> lagOf(double down, const std::optional<double>& rho) {
    std::vector<OutageCourse::Point> line{{0, 0}, {down, down}};
    if (!rho) return line;
    const double end = endOf(down, *rho);
    // The oldest of what waits was committed at (t - D) / rho; rho 0 takes everything at once.
    if (end > down) line.push_back({end, *rho < 1 ? 0 : end - (end - down) / *rho});
    return line;
}

} // namespace

OutageCourse courseOf(const ContextOutage& outage) {
    const double d = outage.duration;
    const LateView* view = hardest(outage);
    const auto& rho = view ? view->utilisation : outage.utilisation;
    OutageCourse made{.lag = lagOf(d, d > 0 ? rho : std::nullopt), .end = d, .back = d};
    if (outage.rate) {
        made.backlog = lagOf(d, d > 0 ? outage.utilisation : std::nullopt);
        for (auto& point : made.backlog)
            point.value *= *outage.rate;
    }
    if (d <= 0) return made;
    if (outage.utilisation) {
        made.endless = *outage.utilisation >= 1;
        made.catchesUp = !made.endless;
        made.end = endOf(d, *outage.utilisation);
    }
    made.end = std::max(made.end, made.lag.back().at);
    if (view && d > view->within) {
        const auto& last = made.lag.back();
        const bool falls = made.lag.size() > 2;
        made.lateWhoKnows = !rho;
        made.lateForEver = falls && last.value >= view->within;
        double until = made.end;
        if (rho && !made.lateForEver) until = falls ? reaches(made.lag[1], last, view->within) : d;
        made.late = std::pair(view->within, until);
    }
    return made;
}

namespace {

/// The first few, and how many more.
Phrase fewOf(const std::vector<Phrase>& all) {
    const std::size_t named = std::min(all.size(), namedLate);
    std::vector<Phrase> few;
    for (std::size_t i = 0; i < named; ++i) {
        if (i > 0) few.emplace_back(", ");
        few.push_back(all[i]);
    }
    if (named < all.size()) {
        few.emplace_back(", ");
        few.push_back(Phrase::of("{} more", all.size() - named));
    }
    return Phrase::row(std::move(few));
}

std::string counted(double messages) {
    return fmt::format("{:.0f}", messages);
}

Phrase lateFor(const LateView& view) {
    const std::string time = spokenTime(*view.outOfSlo), within = spokenDuration(view.within);
    if (!view.lateChanges)
        return Phrase::of("For {} changes reach {} later than the {} promised.", time, view.view, within);
    return Phrase::of("For {} changes reach {} later than the {} promised, {} in all.", time, view.view,
                      within, counted(*view.lateChanges));
}

/// Who is late, and for how long.
void sayLate(const ContextOutage& outage, std::vector<OutageSentence>& said) {
    const LateView* view = hardest(outage);
    if (!view) return;
    std::vector<Phrase> late, forEver, unknown;
    for (const LateView& each : outage.views) {
        if (each.outOfSlo && *each.outOfSlo > 0 && &each != view)
            late.push_back(Phrase::of("{} for {}", each.view, spokenTime(*each.outOfSlo)));
        else if (!each.outOfSlo && each.utilisation)
            forEver.push_back(Phrase(each.view + " (" + spokenDuration(each.within) + ")"));
        else if (!each.outOfSlo && outage.duration > each.within)
            unknown.emplace_back(each.view);
    }
    const bool isLate = view->outOfSlo && *view->outOfSlo > 0;
    const bool some = !forEver.empty() || isLate || !late.empty();
    if (!some && unknown.empty())
        return said.push_back(
            {Phrase::of("{} promises {}: nothing is late.", view->view, spokenDuration(view->within)), true});
    if (!forEver.empty())
        said.push_back({Phrase::of("Sooner or later changes come later than promised, and it stays so: {}.",
                                   fewOf(forEver)),
                        true});
    if (isLate) said.push_back({lateFor(*view), true});
    if (!late.empty()) said.push_back({Phrase::of("Late too: {}.", fewOf(late))});
    if (unknown.empty()) return;
    if (some)
        said.push_back({Phrase::of("Late too, but for how long nobody says: {}; declare the capacity of "
                                   "whoever takes the events on the way.",
                                   fewOf(unknown))});
    else
        said.push_back({Phrase::of("Late, but for how long nobody says: {}; declare the capacity of whoever "
                                   "takes the events on the way.",
                                   fewOf(unknown)),
                        true});
}

/// When all is worked off, as far as anybody says how fast.
void sayCatchUp(const ContextOutage& outage, std::vector<OutageSentence>& said) {
    if (!outage.utilisation)
        return said.push_back(
            {Phrase::of("How fast they are worked off nobody says: declare the capacity of a consumer.")});
    if (*outage.utilisation >= 1) {
        said.push_back(
            {Phrase::of("{} takes less than what comes: it never catches up.", outage.slowest), true});
    } else if (outage.catchUp) {
        const std::string time = spokenTime(*outage.catchUp);
        const Phrase load = shareInWords(*outage.utilisation);
        said.push_back(
            {outage.unmeasured.empty()
                 ? Phrase::of("All is worked off {} later; the slowest at it is {}, {} busy.", time,
                              outage.slowest, load)
                 : Phrase::of("What is known of is worked off {} later; the slowest at it is {}, {} busy.",
                              time, outage.slowest, load)});
    }
    if (!outage.unmeasured.empty())
        said.push_back({Phrase::of("How fast these catch up nobody says: {}.",
                                   fewOf({outage.unmeasured.begin(), outage.unmeasured.end()}))});
}

} // namespace

std::vector<OutageSentence> sentencesOn(const ContextOutage& outage) {
    if (outage.duration <= 0) return {{Phrase::of("{} is not down: nothing waits.", outage.context), true}};
    const std::string time = spokenDuration(outage.duration);
    std::vector<OutageSentence> said;
    if (outage.backlog) {
        said.push_back({Phrase::of("{} is down for {}: {} messages wait.", outage.context, time,
                                   counted(*outage.backlog)),
                        true});
    } else {
        said.push_back({Phrase::of("{} is down for {}.", outage.context, time), true});
        said.push_back({Phrase::of("How many messages wait nobody says: declare the rate of its events.")});
    }
    if (outage.backlog && !outage.uncounted.empty())
        said.push_back({Phrase::of("Not counted, because nobody says at what rate they come: {}.",
                                   fmt::format("{}", fmt::join(outage.uncounted, ", ")))});
    sayCatchUp(outage, said);
    sayLate(outage, said);
    if (outage.lost)
        said.push_back({outage.utilisation.value_or(0) >= 1
                            ? Phrase::of("Sooner or later messages are lost: no channel keeps them for ever.")
                            : Phrase::of("Messages are lost: they are kept for less time than this takes."),
                        true});
    return said;
}

Phrase spoken(const ContextOutage& outage) {
    std::vector<Phrase> all;
    for (OutageSentence& sentence : sentencesOn(outage)) {
        if (!all.empty()) all.emplace_back(" ");
        all.push_back(std::move(sentence.text));
    }
    return Phrase::row(std::move(all));
}

} // namespace factline::freshness
