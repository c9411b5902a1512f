// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <fmt/ostream.h>
#include <map>

#include "cli/freshness_report.h"
#include "freshness/reason.h"
#include "freshness/spoken.h"

namespace factline::cli {

namespace {

using namespace freshness;

template<typename Word>
std::string joined(const std::vector<Word>& words) {
    std::string text;
    for (const auto& one : words)
        text += (text.empty() ? "" : &one == &words.back() ? " and " : ", ") + std::string(one);
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

std::string capital(std::string_view text) {
    std::string made(text);
    made.front() = static_cast<char>(made.front() - 32);
    return made;
}

std::string_view classWord(LagClass lagClass) {
    return lagClass == LagClass::Semantic ? "meaning" : word(lagClass);
}

/// What may happen to a hop, or has to, so that the promise holds.
std::string roomOf(const Row& row, std::size_t number) {
    const HopAnswer& hop = row.answer->hops()[number];
    const Hop& declared = row.hops[number]->hop;
    if (const auto& would = hop.would; would && workOf(*would) != workOf(declared))
        return fmt::format("; its {} alone would have to come down to {}",
                           spokenNumbers(declared, true).english(), spokenValues(*would, true).english());
    else if (would)
        return std::holds_alternative<CronLag>(declared.form)
                   ? fmt::format(
                         "; the longest gap of its schedule alone would have to come down from {} to {}",
                         spokenTime(shrinkableOf(declared, row.hops[number]->distribution).value),
                         spokenValues(*would).english())
                   : fmt::format("; its {} alone would have to come down from {} to {}",
                                 spokenNumbers(declared).english(), spokenValues(declared).english(),
                                 spokenValues(*would).english());
    if (!hop.slack || !row.verdict || *row.verdict > Verdict::Expected) return {};
    if (*hop.slack >= 100) return "; hardly matters";
    return *hop.slack >= 1.1 ? fmt::format("; may take {} times as long", spokenSlack(*hop.slack))
                             : "; must not take longer";
}

/// Of a hop that goes by the clock, how it does; of a schedule what one would say of it.
std::string clockOf(const Step& step) {
    if (const auto* poll = std::get_if<PollLag>(&step.hop.form))
        return fmt::format(", looks every {}", spokenDuration(toSeconds(poll->poll)));
    if (const auto* window = std::get_if<WindowLag>(&step.hop.form))
        return fmt::format(", collects for {}", spokenDuration(toSeconds(window->window)));
    const auto* batch = std::get_if<CronLag>(&step.hop.form);
    if (!batch) return {};
    std::string said =
        fmt::format(", a batch up to {} apart", spokenTime(step.distribution.varyingPart().quantile(1)));
    if (batch->run) said += fmt::format(" that runs for {}", spokenDuration(toSeconds(*batch->run)));
    return said;
}

void printHops(const Row& row, Console& console) {
    const Answer& a = *row.answer;
    if (a.lost > 0)
        fmt::print(console.out, "  Of those that are not lost, {} are visible after {}. Where it goes:\n",
                   spokenShare(questionOf(row).loss.shareOfDelivered(row.forShare, row.within)),
                   spokenTime(*a.atObjective));
    else
        fmt::print(console.out, "  Where the {} go:\n", spokenTime(*a.atObjective));
    const auto names = spokenHops(row.hops);
    std::size_t wide = 0;
    for (const std::string& name : names)
        wide = std::max(wide, name.size());
    for (std::size_t i = 0; i < row.hops.size(); ++i) {
        const Step& step = *row.hops[i];
        const HopAnswer& hop = a.hops()[i];
        fmt::print(console.out, "    {:<{}}  {:>8}  {:>5}  {}, {}{}{}\n", names[i], wide,
                   spokenTime(hop.budget), fmt::format("{:.0f} %", hop.share * 100), classWord(step.lagClass),
                   step.basis == Basis::Guess ? "guessed" : word(step.basis), clockOf(step), roomOf(row, i));
    }
    std::map<LagClass, double> classes;
    for (std::size_t i = 0; i < row.hops.size(); ++i)
        classes[row.hops[i]->lagClass] += a.hops()[i].share;
    std::vector<std::string> parts;
    parts.reserve(classes.size());
    for (const auto& [lagClass, share] : classes)
        parts.push_back(fmt::format("{} {:.0f} %", classWord(lagClass), share * 100));
    if (parts.size() > 1) fmt::print(console.out, "  By class: {}.\n", joined(parts));
}

void printUnknown(const Row& row, Console& console) {
    fmt::print(console.out, "  {}: nobody says {}.\n", styled(console, Style::Warning, "Unknown"),
               joined(row.missing));
}

void printVerdict(const Row& row, Console& console) {
    const Answer& a = *row.answer;
    if (row.verdict)
        fmt::print(console.out, "  {}: {}.\n",
                   styled(console, styleOf(*row.verdict), capital(freshness::spoken(*row.verdict))),
                   reasonOf(row).english());
    else if (const auto time = a.timeOfAll())
        fmt::print(console.out, "  {}{} {}are visible after {}.\n",
                   a.lost > 0 ? std::string()
                              : fmt::format("Half of the changes are visible after {}, ", spokenTime(a.p50)),
                   spokenShare(row.forShare), a.lost > 0 ? "of the changes " : "", spokenTime(*time));
    else
        fmt::print(console.out, "  There is no time after which {} of the changes are visible.\n",
                   spokenShare(row.forShare));
}

void printRow(const Row& row, const Analysis& analysis, Console& console) {
    const std::string change =
        row.route.change.empty() ? std::string() : fmt::format(" after {}", toString(row.route.change));
    const std::string to = row.route.fact.empty() ? std::string() : " to " + toString(row.route.fact);
    fmt::print(console.out, "{}{}\n", styled(console, Style::Bold, toString(row.route.viewRef)), change);
    if (row.within)
        fmt::print(console.out, "  Promise: {} of the changes{} within {}.\n", spokenShare(row.forShare), to,
                   spokenDuration(*row.within));
    else
        fmt::print(console.out, "  Nothing is promised about {}.\n", toString(row.route.fact));
    if (!row.answer) return printUnknown(row, console);
    const Answer& a = *row.answer;
    printVerdict(row, console);
    for (const ChannelLoad* load : overloadedOn(row, analysis))
        fmt::print(console.out, "  {}: {} gets more than it can take, so these times do not hold.\n",
                   styled(console, Style::Error, "But"), load->consumer);
    if (a.atObjective) printHops(row, console);
    if (row.throughOutbox)
        fmt::print(console.out, "  Told through an outbox instead of by schedule it would take {}: {}.\n",
                   spokenTime(*row.throughOutbox),
                   *row.throughOutbox <= *row.within ? "the promise would hold"
                                                     : "still more than is promised");
    const bool isSaid =
        row.verdict == Verdict::Impossible && !a.atObjective && !questionOf(row).loss.reconciled;
    if (const std::string fate = fateOfLost(a, questionOf(row)); !fate.empty() && !isSaid)
        fmt::print(console.out, "  {}.\n", fate);
    if (row.errorBudgetUsed)
        fmt::print(console.out, "  Error budget used: {}.\n", spokenBudget(*row.errorBudgetUsed).english());
    for (const std::string& assumed : row.assumed)
        fmt::print(console.out, "  {}\n", spokenAssumption(assumed));
}

void printSummary(const Analysis& analysis, Console& console) {
    std::map<Verdict, std::size_t> counts;
    std::size_t promises = 0;
    for (const auto& row : analysis.rows)
        if (row->verdict) ++counts[*row->verdict], ++promises;
    std::vector<std::string> parts;
    parts.reserve(counts.size());
    for (const auto& [verdict, count] : counts)
        parts.push_back(fmt::format("{} {}", count, freshness::spoken(verdict)));
    fmt::print(console.out, "{} of a view and a change under a promise{}{}.\n", counted(promises, "pair"),
               parts.empty() ? "" : ": ", joined(parts));
}

} // namespace

void printFreshness(const Analysis& analysis, Console& console) {
    for (const auto& row : analysis.rows) {
        printRow(*row, analysis, console);
        fmt::print(console.out, "\n");
    }
    printSummary(analysis, console);
    printRisks(analysis, console);
}

} // namespace factline::cli
