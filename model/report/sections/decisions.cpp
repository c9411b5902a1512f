// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <map>

#include "freshness/risk.h"
#include "report/sections.h"
#include "report/words.h"

namespace factline::report::sections {

namespace {

Span verdictOn(const freshness::DecisionAge& age) {
    if (age.asks) return quiet("Asks the owner");
    if (const auto verdict = freshness::verdictOf(age))
        return *verdict == freshness::Verdict::AtRisk ? Span{"Too old", Tone::Bad} : verdictSpan(*verdict);
    return quiet("Nothing is asked");
}

} // namespace

std::optional<Section> decisions(const Insight& insight) {
    std::map<std::string, std::vector<const freshness::DecisionAge*>> ages;
    for (const auto& age : insight.subject.analysis.decisions)
        ages[age.decision].push_back(&age);
    Table table{{{"Decision", 5}, {"If it is wrong", 3}, {"What it rests on", 7}, {"Verdict", 3}}, {}};
    for (const auto& context : insight.subject.lookup.model().contexts)
        for (const auto& decision : context->decisions) {
            const std::string called = context->name + '/' + decision->name;
            Text what{name(called)};
            if (!decision->means.empty()) what.push_back(quiet("\n" + decision->means));
            Text cost{decision->reversible ? quiet("it is taken back")
                                           : Span{"it cannot be taken back", Tone::Strong}};
            if (ages[called].empty())
                table.rows.push_back({{what}, {cost}, {{quiet("nothing is declared")}}, {}});
            for (const auto* age : ages[called]) {
                table.rows.push_back(
                    {{what}, {cost}, {plain(freshness::riskOf(*age).english())}, {{verdictOn(*age)}}});
                what = {};
                cost = {};
            }
        }
    if (table.rows.empty()) return std::nullopt;
    return Section{"decisions",
                   "Decisions and what they risk",
                   {Paragraph{plain("Where stale data costs money: what each decision reads, how old that "
                                    "may be, and how old it is.")},
                    std::move(table)}};
}

} // namespace factline::report::sections
