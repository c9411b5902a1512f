// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <fmt/format.h>
#include <map>

#include "report/sections.h"
#include "report/words.h"

namespace factline::report::sections {

namespace {

constexpr std::size_t mostOfAContext = 30; ///< a document is not read further; `factline check` lists all

std::string countsOf(const std::vector<const Finding*>& findings) {
    std::map<Severity, std::size_t> counts;
    for (const Finding* finding : findings)
        ++counts[finding->severity];
    std::string text;
    const auto add = [&](Severity severity, std::string_view one) {
        if (counts[severity] > 0) text += (text.empty() ? "" : ", ") + counted(counts[severity], one);
    };
    add(Severity::Error, "error");
    add(Severity::Warning, "warning");
    add(Severity::Hint, "hint");
    return text;
}

Table tableOf(const std::vector<const Finding*>& findings) {
    Table table{{{"Severity", 2}, {"Finding", 12}, {"Rule", 4}}, {}};
    for (const Finding* finding : findings) {
        if (table.rows.size() == mostOfAContext) break;
        table.rows.push_back(
            {{{severitySpan(finding->severity)}}, {plain(finding->message)}, {{name(finding->rule)}}});
    }
    return table;
}

void addOpen(const Insight& insight, Section& section) {
    const Subject& subject = insight.subject;
    std::map<std::string, std::vector<const Finding*>> byContext;
    for (const Finding& finding : subject.outcome.findings)
        byContext[contextOf(finding.element)].push_back(&finding);
    const auto add = [&](const std::string& title, const std::string& context) {
        const auto found = byContext.find(context);
        if (found == byContext.end()) return;
        section.blocks.emplace_back(Heading{title, countsOf(found->second)});
        section.blocks.emplace_back(tableOf(found->second));
        if (found->second.size() > mostOfAContext)
            section.blocks.emplace_back(
                Paragraph{{quiet(fmt::format("And {} more: ", found->second.size() - mostOfAContext)),
                           name("factline check"), quiet(" lists all.")}});
        byContext.erase(found);
    };
    for (const auto& context : subject.lookup.model().contexts)
        add(context->name, context->name);
    add("The whole model", {});
    while (!byContext.empty()) // about what stands in a context that nobody declares
        add(std::string(byContext.begin()->first), std::string(byContext.begin()->first));
}

std::string dayText(const std::optional<std::chrono::year_month_day>& day) {
    if (!day) return "for good";
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day->year()),
                       static_cast<unsigned>(day->month()), static_cast<unsigned>(day->day()));
}

void addWaived(const Insight& insight, Section& section) {
    const auto& waived = insight.subject.outcome.waived;
    if (waived.empty()) return;
    section.blocks.emplace_back(Heading{"Waived", "somebody has decided to live with it"});
    Table table{{{"Finding", 8}, {"Reason", 5}, {"By", 3}, {"Until", 3}}, {}};
    table.rows.reserve(waived.size());
    for (const auto& one : waived)
        table.rows.push_back(
            {{{{one.finding.message, Tone::Plain}, quiet("\n"), name(one.finding.rule)}},
             {one.waiver.reason.empty() ? Text{quiet("no reason is given")} : plain(one.waiver.reason)},
             {one.waiver.by.empty() ? Text{quiet("nobody is named")} : plain(one.waiver.by)},
             {plain(dayText(one.waiver.until))}});
    section.blocks.emplace_back(std::move(table));
}

void addBaselined(const Insight& insight, Section& section) {
    const auto& known = insight.subject.baselined;
    if (known.empty()) return;
    section.blocks.emplace_back(Heading{"Known before", "they stand in the baseline, and are not counted"});
    std::map<std::string, std::size_t> byRule;
    for (const Finding& finding : known)
        ++byRule[finding.rule];
    Bullets bullets;
    for (const auto& [rule, number] : byRule)
        bullets.items.push_back({name(rule), {": " + counted(number, "finding"), Tone::Plain}});
    section.blocks.emplace_back(std::move(bullets));
}

} // namespace

std::optional<Section> findings(const Insight& insight) {
    const Subject& subject = insight.subject;
    if (subject.lookup.model().contexts.empty() && subject.outcome.findings.empty()) return std::nullopt;
    Section section{"findings", "Findings", {}};
    if (subject.outcome.findings.empty())
        section.blocks.emplace_back(Paragraph{{{"The rules have nothing to object to.", Tone::Good}}});
    else
        addOpen(insight, section);
    addWaived(insight, section);
    addBaselined(insight, section);
    return section;
}

} // namespace factline::report::sections
