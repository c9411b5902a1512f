// SPDX-License-Identifier: Apache-2.0
#include <fmt/ostream.h>

#include "cli/freshness_report.h"
#include "freshness/outage_course.h"
#include "freshness/risk.h"
#include "freshness/spoken.h"

namespace factline::cli {

namespace {

using namespace freshness;

void printLoad(const Analysis& analysis, Console& console) {
    if (analysis.load.empty()) return;
    fmt::print(console.out, "\nHow busy the consumers are\n");
    for (const auto& load : analysis.load) {
        fmt::print(console.out, "  {} on {}: ", load.consumer,
                   load.channel.empty() ? "no channel" : load.channel);
        if (!load.utilisation)
            fmt::print(console.out, "nobody says how many messages come.\n");
        else if (*load.utilisation < 1)
            fmt::print(console.out, "{}, a message waits {} on average.\n", spokenLoad(*load.utilisation),
                       spokenTime(load.meanWait.value_or(0)));
        else
            fmt::print(console.out, "{}: it never catches up, {:.{}f} messages more wait each second.\n",
                       spokenLoad(*load.utilisation), load.growthPerSecond.value_or(0),
                       load.growthPerSecond.value_or(0) < 10 ? 1 : 0);
        if (load.peakUtilisation && *load.peakUtilisation >= 1)
            fmt::print(console.out, "    At the peak: {}.\n", spokenLoad(*load.peakUtilisation));
    }
}

void printOutages(const Analysis& analysis, Console& console) {
    for (const auto& outage : analysis.outages)
        fmt::print(console.out, "\n{}\n", spoken(outage).english());
}

/// "3.28 s at the median, 6.67 s at 99.9 %"
std::string timesOf(double p50, std::optional<double> atObjective, double share) {
    return fmt::format("{} at the median, {} at {}", spokenTime(p50),
                       atObjective ? spokenTime(*atObjective) : "not known", spokenShare(share));
}

/// Whether that is more than is allowed, or may be.
std::string verdictOn(std::optional<Verdict> verdict, std::optional<double> guaranteed,
                      std::string_view tooMuch, Console& console) {
    if (verdict == Verdict::AtRisk) return styled(console, Style::Error, fmt::format(": {}", tooMuch));
    if (verdict == Verdict::Expected)
        return fmt::format("; if the hops are slow together it is up to {}",
                           spokenTime(guaranteed.value_or(0)));
    return {};
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
            fmt::print(console.out, "{}", timesOf(*d.p50, d.atObjective, d.share));
            if (d.tolerates)
                fmt::print(console.out, ", {} is tolerated{}", spokenDuration(*d.tolerates),
                           verdictOn(freshness::verdictOf(d), d.guaranteed, "too old", console));
            fmt::print(console.out, ".\n");
            if (d.lost > 0)
                fmt::print(console.out, "    That is without the {} of changes that the view loses.\n",
                           spokenShare(d.lost));
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
        fmt::print(console.out, "{}", timesOf(*pair.p50, pair.atObjective, pair.share));
        if (pair.mayDisagreeFor)
            fmt::print(console.out, ", {} is allowed{}", spokenDuration(*pair.mayDisagreeFor),
                       verdictOn(freshness::verdictOf(pair), pair.guaranteed, "too long", console));
        fmt::print(console.out, ".\n");
    }
}

} // namespace

void printRisks(const Analysis& analysis, Console& console) {
    printLoad(analysis, console);
    printOutages(analysis, console);
    printDecisions(analysis, console);
    printAudiences(analysis, console);
}

} // namespace factline::cli
