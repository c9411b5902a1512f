// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <fmt/ostream.h>
#include <map>

#include "cli/freshness_report.h"
#include "freshness/spoken.h"

namespace factline::cli {

namespace {

using namespace freshness;

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& one : words)
        text += (text.empty() ? "" : &one == &words.back() ? " and " : ", ") + one;
    return text;
}

Style styleOf(Verdict verdict) {
    switch (verdict) {
    case Verdict::Proven:
    case Verdict::Expected:
        return Style::Bold;
    case Verdict::AtRisk:
    case Verdict::Unknown:
        return Style::Warning;
    case Verdict::Impossible:
        break;
    }
    return Style::Error;
}

std::string wordOf(Verdict verdict) {
    return verdict == Verdict::AtRisk ? "at risk" : std::string(freshness::word(verdict));
}

std::string because(const Row& row) {
    const Answer& a = *row.answer;
    if (!a.atObjective)
        return fmt::format("{} of all changes cannot arrive, because more than that are lost and not mended",
                           spokenShare(row.forShare));
    switch (*row.verdict) {
    case Verdict::Proven:
        return fmt::format("it holds however the hops depend on one another: at the most {}",
                           spokenTime(*a.bound));
    case Verdict::Expected:
        return fmt::format("{} if the hops do not depend on one another; if they do, up to {}",
                           spokenTime(*a.atObjective), spokenTime(*a.bound));
    case Verdict::AtRisk:
        return fmt::format("{} is to be expected; {} of changes are in time", spokenTime(*a.atObjective),
                           spokenShare(*a.meets));
    default:
        return fmt::format("it takes {} even in the best case", spokenTime(*a.impossibleBelow));
    }
}

void printHops(const Row& row, Console& console) {
    const Answer& a = *row.answer;
    fmt::print(console.out, "  Where the {} go:\n", spokenTime(*a.atObjective));
    std::size_t wide = 0;
    for (const Step* step : row.hops)
        wide = std::max(wide, step->from.size() + step->to.size() + 4);
    for (std::size_t i = 0; i < row.hops.size(); ++i) {
        const Step& step = *row.hops[i];
        const HopAnswer& hop = a.hops[i];
        std::string note;
        if (hop.shrinkTo)
            note = fmt::format("; alone it would have to come down to {}", spokenLimit(*hop.shrinkTo));
        else if (hop.slack && *hop.slack > 1 && row.verdict && *row.verdict <= Verdict::Expected)
            note = *hop.slack < 100 ? fmt::format("; may take {:.1f} times as long", *hop.slack)
                                    : std::string("; hardly matters");
        fmt::print(console.out, "    {:<{}}  {:>8}  {:>5}  {}, {}{}\n", step.from + " -> " + step.to, wide,
                   spokenTime(hop.budget), fmt::format("{:.0f} %", hop.share * 100), word(step.lagClass),
                   step.basis == Basis::Guess ? "guessed" : word(step.basis), note);
    }
    std::map<LagClass, double> classes;
    for (std::size_t i = 0; i < row.hops.size(); ++i)
        classes[row.hops[i]->lagClass] += a.hops[i].share;
    std::vector<std::string> parts;
    parts.reserve(classes.size());
    for (const auto& [lagClass, share] : classes)
        parts.push_back(fmt::format("{} {:.0f} %", word(lagClass), share * 100));
    if (parts.size() > 1) fmt::print(console.out, "  By class: {}.\n", joined(parts));
}

void printRow(const Row& row, Console& console) {
    const std::string change =
        row.route.change.empty() ? std::string() : fmt::format(" after {}", toString(row.route.change));
    fmt::print(console.out, "{}{}\n", styled(console, Style::Bold, toString(row.route.viewRef)), change);
    if (row.within)
        fmt::print(console.out, "  Promise: {} of the changes{} within {}.\n", spokenShare(row.forShare),
                   row.route.fact.empty() ? std::string() : " to " + toString(row.route.fact),
                   spokenTime(*row.within));
    else
        fmt::print(console.out, "  Nothing is promised about {}.\n", toString(row.route.fact));
    if (!row.answer) {
        fmt::print(console.out, "  {}: nobody says {}.\n", styled(console, Style::Warning, "Unknown"),
                   joined(row.missing));
        return;
    }
    const Answer& a = *row.answer;
    if (row.verdict) {
        std::string name = wordOf(*row.verdict);
        name.front() = static_cast<char>(name.front() - 32);
        fmt::print(console.out, "  {}: {}.\n", styled(console, styleOf(*row.verdict), name), because(row));
    } else {
        fmt::print(console.out, "  Half of the changes arrive within {}, {} within {}.\n", spokenTime(a.p50),
                   spokenShare(row.forShare), a.atObjective ? spokenTime(*a.atObjective) : "no time at all");
    }
    if (a.atObjective) printHops(row, console);
    if (row.throughOutbox)
        fmt::print(console.out, "  Told through an outbox instead of by schedule it would take {}: {}.\n",
                   spokenTime(*row.throughOutbox),
                   *row.throughOutbox <= *row.within ? "the promise would hold"
                                                     : "still more than is promised");
    if (a.mended && row.route.view->loss.value > 0)
        fmt::print(console.out, "  {} of changes are lost; {}.\n", spokenShare(row.route.view->loss.value),
                   a.mended->worstCase
                       ? fmt::format("reconciliation mends them within {}", spokenTime(*a.mended->worstCase))
                       : std::string("nothing mends them"));
    else if (a.mended && a.mended->worstCase)
        fmt::print(console.out, "  What goes missing is mended within {}.\n",
                   spokenTime(*a.mended->worstCase));
    if (row.errorBudgetUsed)
        fmt::print(console.out, "  Error budget used: {}.\n", spokenShare(*row.errorBudgetUsed));
    if (!row.assumed.empty()) fmt::print(console.out, "  Assumed: {}.\n", joined(row.assumed));
}

void printSummary(const Analysis& analysis, Console& console) {
    std::map<Verdict, std::size_t> counts;
    std::size_t promises = 0;
    for (const auto& row : analysis.rows)
        if (row->verdict) ++counts[*row->verdict], ++promises;
    std::vector<std::string> parts;
    parts.reserve(counts.size());
    for (const auto& [verdict, count] : counts)
        parts.push_back(fmt::format("{} {}", count, wordOf(verdict)));
    fmt::print(console.out, "{} of a view and a change under a promise{}{}.\n", counted(promises, "pair"),
               parts.empty() ? "" : ": ", joined(parts));
}

void printLoad(const Analysis& analysis, Console& console) {
    if (analysis.load.empty()) return;
    fmt::print(console.out, "\nHow busy the consumers are\n");
    for (const auto& load : analysis.load) {
        fmt::print(console.out, "  {} on {}: ", load.consumer,
                   load.channel.empty() ? "no channel" : load.channel);
        if (!load.utilisation)
            fmt::print(console.out, "nobody says how many messages come.\n");
        else if (*load.utilisation < 1)
            fmt::print(console.out, "{} busy, a message waits {} on average.\n",
                       spokenShare(*load.utilisation), spokenTime(load.meanWait.value_or(0)));
        else
            fmt::print(console.out, "{} busy: it never catches up, {:.1f} messages more wait each second.\n",
                       spokenShare(*load.utilisation), load.growthPerSecond.value_or(0));
        if (load.peakUtilisation && *load.peakUtilisation >= 1)
            fmt::print(console.out, "    At the peak: {}.\n", spokenShare(*load.peakUtilisation));
    }
}

void printOutages(const Analysis& analysis, Console& console) {
    for (const auto& outage : analysis.outages) {
        fmt::print(console.out, "\nIf {} is down for {}\n", outage.context, spokenTime(outage.duration));
        if (outage.backlog)
            fmt::print(console.out, "  {:.0f} messages wait when it is back.\n", *outage.backlog);
        else
            fmt::print(console.out, "  Nobody says at what rate its events come.\n");
        if (outage.backlog && !outage.uncounted.empty())
            fmt::print(console.out, "  Not counted, because nobody says at what rate they come: {}.\n",
                       fmt::join(outage.uncounted, ", "));
        if (outage.catchUp)
            fmt::print(console.out, "  They are worked off after {}.\n", spokenTime(*outage.catchUp));
        else if (outage.backlog && !outage.lost)
            fmt::print(console.out,
                       "  How long they take to be worked off follows from `capacity`, which no consumer "
                       "declares.\n");
        if (outage.outOfSlo && outage.lateChanges)
            fmt::print(console.out, "  For {} a promise is broken, for {:.0f} changes.\n",
                       spokenTime(*outage.outOfSlo), *outage.lateChanges);
        if (outage.lost)
            fmt::print(console.out,
                       "  {}: messages are lost, by retention or because consumers never catch up.\n",
                       styled(console, Style::Error, "Loss"));
    }
}

void printDecisions(const Analysis& analysis, Console& console) {
    if (analysis.decisions.empty()) return;
    fmt::print(console.out, "\nHow old is what decisions rest on\n");
    for (const auto& d : analysis.decisions) {
        fmt::print(console.out, "  {} reads {}: ", d.decision, d.reads);
        if (d.asks) {
            fmt::print(console.out, "asks the owner, always fresh, and fails when the owner is away.\n");
        } else if (!d.p99) {
            fmt::print(console.out, "not known.\n");
        } else {
            fmt::print(console.out, "{} at the median, {} at 99 %", spokenTime(*d.p50), spokenTime(*d.p99));
            if (d.tolerates)
                fmt::print(console.out, ", {} is tolerated{}", spokenTime(*d.tolerates),
                           *d.p99 <= *d.tolerates ? "" : styled(console, Style::Error, ": too old"));
            fmt::print(console.out, ".\n");
            if (constexpr double rounded = 5e-5; d.tooOld && *d.tooOld > rounded)
                fmt::print(console.out, "    {} of decisions rest on something older than that.\n",
                           spokenShare(*d.tooOld));
            if (d.missesLatest)
                fmt::print(console.out, "    {} of decisions miss the latest change.\n",
                           spokenShare(*d.missesLatest));
        }
    }
}

void printAudiences(const Analysis& analysis, Console& console) {
    if (analysis.audiences.empty()) return;
    fmt::print(console.out, "\nHow long views of one fact differ\n");
    for (const auto& pair : analysis.audiences) {
        fmt::print(console.out, "  {} sees {} and {}: ", pair.audience, pair.first, pair.second);
        if (!pair.p99) {
            fmt::print(console.out, "not known.\n");
            continue;
        }
        fmt::print(console.out, "{} at the median, {} at 99 %", spokenTime(*pair.p50), spokenTime(*pair.p99));
        if (pair.mayDisagreeFor)
            fmt::print(console.out, ", {} is allowed{}", spokenTime(*pair.mayDisagreeFor),
                       *pair.p99 <= *pair.mayDisagreeFor ? "" : styled(console, Style::Error, ": too long"));
        fmt::print(console.out, ".\n");
    }
}

} // namespace

void printFreshness(const Analysis& analysis, Console& console) {
    for (const auto& row : analysis.rows) {
        printRow(*row, console);
        fmt::print(console.out, "\n");
    }
    printSummary(analysis, console);
    printLoad(analysis, console);
    printOutages(analysis, console);
    printDecisions(analysis, console);
    printAudiences(analysis, console);
}

} // namespace factline::cli
