// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <fmt/format.h>
#include <map>

#include "domain/enums.h"
#include "freshness/reason.h"
#include "freshness/spoken.h"
#include "lint/phrases.h"
#include "report/sections.h"
#include "report/words.h"

namespace factline::report::sections {

namespace {

using namespace freshness;

/// Where the time goes by class of lag, the words and the bar.
Cell classesOf(const Row& row) {
    if (!row.answer || !row.answer->atObjective) return {};
    std::map<LagClass, double> shares;
    for (std::size_t i = 0; i < row.hops.size(); ++i)
        shares[row.hops[i]->lagClass] += row.answer->hops()[i].share;
    Cell cell;
    std::string words;
    for (const auto& [lagClass, share] : shares) {
        if (share < 0.005) continue;
        words += fmt::format("{}{} {:.0f}\u00a0%", words.empty() ? "" : ", ", word(lagClass), share * 100);
        cell.bar.push_back({std::string(word(lagClass)), share, static_cast<int>(lagClass)});
    }
    cell.text = {{words, Tone::Plain}};
    return cell;
}

Text comesTo(const Row& row) {
    if (!row.answer) return {quiet("not known")};
    const Answer& answer = *row.answer;
    const auto time = answer.timeOfAll();
    if (*row.verdict == Verdict::Impossible && answer.atObjective)
        return plain(fmt::format("not before {}", spokenTime(answer.floorOfAll().value_or(0))));
    if (!time && obstacleOf(answer, questionOf(row)) == Obstacle::NoLimit) return plain("nothing limits it");
    if (!time) return plain("more is lost than the promise allows");
    Text text{{spokenTime(*time), Tone::Strong}};
    if (const auto bound = answer.boundOfAll(); bound && *row.verdict <= Verdict::Expected)
        text.push_back(quiet(fmt::format("\nfor certain after {}", spokenTime(*bound))));
    else if (const auto inTime = answer.inTimeOfAll())
        text.push_back(quiet(fmt::format("\n{} in time", spokenShare(*inTime))));
    return text;
}

std::vector<Cell> lineOf(const Row& row) {
    const std::string shows =
        row.route.fact.empty() ? "does not say which fact it shows" : "shows " + toString(row.route.fact);
    return {{{name(toString(row.route.viewRef)), quiet('\n' + shows)}},
            {plain(fmt::format("{} within {}", spokenShare(row.forShare), spokenDuration(*row.within)))},
            {{verdictSpan(*row.verdict)}},
            {comesTo(row)},
            classesOf(row)};
}

/// The hops of a promise that does not hold, and what would mend it.
void explain(const Row& row, Section& section) {
    section.blocks.emplace_back(
        Heading{toString(row.route.viewRef),
                std::string(verdictWord(*row.verdict)) +
                    (row.route.change.empty() ? std::string() : ", after " + toString(row.route.change))});
    if (!row.answer) {
        section.blocks.emplace_back(
            Paragraph{plain(fmt::format("Nobody says {}.", lint::enumeration(row.missing).english()))});
        return;
    }
    if (row.answer->atObjective) {
        Table table{{{"From", 4}, {"To", 4}, {"Takes", 2}, {"Of the whole", 4}, {"Basis", 2}}, {}};
        table.rows.reserve(row.hops.size());
        for (std::size_t i = 0; i < row.hops.size(); ++i) {
            const Step& step = *row.hops[i];
            const HopAnswer& hop = row.answer->hops()[i];
            const std::string lagClass(word(step.lagClass));
            table.rows.push_back(
                {{{name(step.from)}},
                 {{step.from == step.to ? quiet("a channel nobody declares") : name(step.to)}},
                 {plain(spokenTime(hop.budget))},
                 {plain(fmt::format("{:.0f}\u00a0%, {}", hop.share * 100, lagClass)),
                  {{lagClass, hop.share, static_cast<int>(step.lagClass)}}},
                 {plain(step.basis == Basis::Guess ? "guessed" : std::string(word(step.basis)))}});
        }
        section.blocks.emplace_back(std::move(table));
    }
    std::string advice;
    if (const auto mend = mendOf(journeyOf(row.route.paths), *row.answer)) advice = spoken(*mend);
    if (row.throughOutbox)
        advice += fmt::format("{}Told through an outbox instead of by schedule it would take {}{}.",
                              advice.empty() ? "" : " ", spokenTime(*row.throughOutbox),
                              *row.throughOutbox <= *row.within ? ": the promise would hold" : "");
    if (!advice.empty()) section.blocks.emplace_back(Paragraph{plain(advice)});
}

std::vector<std::string> viewsWithoutPromise(const Model& model) {
    std::vector<std::string> names;
    for (const auto& context : model.contexts)
        for (const auto& view : context->views)
            if (!view->freshness || !view->freshness->within)
                names.push_back(context->name + '/' + view->name);
    return names;
}

} // namespace

std::optional<Section> promises(const Insight& insight) {
    const auto silent = viewsWithoutPromise(insight.subject.lookup.model());
    if (insight.promises.empty() && silent.empty()) return std::nullopt;
    Section section{"promises", "Promises of freshness", {}};
    if (insight.promises.empty()) {
        section.blocks.emplace_back(Paragraph{plain("No view promises how fresh it is.")});
    } else {
        section.blocks.emplace_back(
            Paragraph{plain("Each view with the change that fares worst in it. The time is what the promised "
                            "share of changes takes if the hops do not depend on one another.")});
        std::vector<const Row*> rows = insight.promises;
        std::ranges::stable_sort(rows, std::greater{}, [](const Row* row) { return badness(*row->verdict); });
        Table table{
            {{"View", 5}, {"Promises", 3}, {"Verdict", 3}, {"Comes to", 3}, {"Where the time goes", 5}}, {}};
        table.rows.reserve(rows.size());
        for (const Row* row : rows)
            table.rows.push_back(lineOf(*row));
        section.blocks.emplace_back(std::move(table));
        for (const Row* row : rows)
            if (badness(*row->verdict) > 1) explain(*row, section);
    }
    if (!silent.empty()) {
        Text line{
            {fmt::format("{} nothing about time: ", capital(spokenCount(silent.size(), "view") +
                                                            (silent.size() == 1 ? " promises" : " promise"))),
             Tone::Plain}};
        for (Span& span : shortList(silent, 12))
            line.push_back(std::move(span));
        line.push_back({".", Tone::Plain});
        section.blocks.emplace_back(Heading{"Without a promise", {}});
        section.blocks.emplace_back(Paragraph{std::move(line)});
    }
    return section;
}

} // namespace factline::report::sections
