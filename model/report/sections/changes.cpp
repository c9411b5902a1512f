// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <map>

#include "compare/text.h"
#include "lint/fingerprint.h"
#include "report/sections.h"
#include "report/words.h"

namespace factline::report::sections {

namespace {

using compare::ElementChange;
using freshness::Verdict;

constexpr std::size_t mostChanges = 200; ///< `factline compare` lists all

/// What stands in one list and not in the other, each as often as it is there more often.
std::vector<const Finding*> missingIn(const std::vector<Finding>& here, const std::vector<Finding>& there) {
    std::map<std::string, std::size_t> known;
    for (const Finding& finding : there)
        ++known[lint::fingerprint(finding)];
    std::vector<const Finding*> missing;
    for (const Finding& finding : here) {
        auto& left = known[lint::fingerprint(finding)];
        if (left > 0)
            --left;
        else
            missing.push_back(&finding);
    }
    return missing;
}

void addPromises(const Insight& insight, Section& section) {
    std::map<std::string, Verdict> before;
    for (const auto* row : worstRows(insight.subject.earlier->analysis))
        before.emplace(toString(row->route.viewRef), *row->verdict);
    std::map<std::string, std::string> earlierName;
    for (const auto& change : insight.subject.earlier->changes)
        if (change.before && change.after) earlierName.emplace(change.after->name, change.before->name);
    Table table{{{"View", 5}, {"Before", 3}, {"Now", 3}}, {}};
    for (const auto* row : insight.promises) {
        const std::string view = toString(row->route.viewRef);
        const auto renamed = earlierName.find(view);
        const auto found = before.find(renamed == earlierName.end() ? view : renamed->second);
        if (found == before.end() || found->second == *row->verdict) continue;
        table.rows.push_back(
            {{{name(view)}}, {{verdictSpan(found->second)}}, {{verdictSpan(*row->verdict)}}});
    }
    if (table.rows.empty()) return;
    section.blocks.emplace_back(Heading{"Promises that fare otherwise", {}});
    section.blocks.emplace_back(std::move(table));
}

void addFindings(const std::string& title, const std::vector<const Finding*>& findings, Section& section) {
    if (findings.empty()) return;
    section.blocks.emplace_back(Heading{title, counted(findings.size(), "finding")});
    Bullets bullets;
    for (const Finding* finding : findings) {
        if (bullets.items.size() == 20) {
            bullets.items.push_back({quiet(fmt::format("and {} more", findings.size() - 20))});
            break;
        }
        bullets.items.push_back({severitySpan(finding->severity), {": " + finding->message, Tone::Plain}});
    }
    section.blocks.emplace_back(std::move(bullets));
}

Text fieldsOf(const ElementChange& change) {
    Text text;
    for (const auto& field : change.fields) {
        if (!text.empty()) text.push_back({"\n", Tone::Plain});
        text.push_back(name(field.path));
        text.push_back({fmt::format(": {} → {}", field.before.empty() ? "nothing" : field.before,
                                    field.after.empty() ? "nothing" : field.after),
                        Tone::Plain});
    }
    return text;
}

} // namespace

std::optional<Section> changes(const Insight& insight) {
    if (!insight.subject.earlier) return std::nullopt;
    const Earlier& earlier = *insight.subject.earlier;
    Section section{"changes", "What has changed", {}};
    if (earlier.changes.empty()) {
        section.blocks.emplace_back(Paragraph{plain("Nothing: both models say the same.")});
        return section;
    }
    std::map<std::string, std::size_t> kinds;
    for (const auto& change : earlier.changes)
        ++kinds[std::string(compare::wordFor(change))];
    std::string summary;
    for (const auto& [word, number] : kinds)
        summary += fmt::format("{}{} {}", summary.empty() ? "" : ", ", number, word);
    section.blocks.emplace_back(Paragraph{plain(fmt::format(
        "{} since version {} of {}: {}.",
        capital(spokenCount(earlier.changes.size(), "element is different", "elements are different")),
        earlier.state.version, earlier.state.date, summary))});
    addPromises(insight, section);
    addFindings("New findings", missingIn(insight.subject.outcome.findings, earlier.findings), section);
    std::vector<Finding> still = insight.subject.outcome.findings;
    still.insert(still.end(), insight.subject.baselined.begin(), insight.subject.baselined.end());
    addFindings("Settled findings", missingIn(earlier.findings, still), section);
    section.blocks.emplace_back(Heading{"Element by element", {}});
    Table table{{{"", 2}, {"What", 5}, {"How", 8}}, {}};
    for (const auto& change : earlier.changes) {
        if (table.rows.size() == mostChanges) break;
        table.rows.push_back({{{{std::string(compare::wordFor(change)), Tone::Strong}}},
                              {plain(compare::nameOf(change).english())},
                              {fieldsOf(change)}});
    }
    section.blocks.emplace_back(std::move(table));
    if (earlier.changes.size() > mostChanges)
        section.blocks.emplace_back(
            Paragraph{{quiet(fmt::format("And {} more: ", earlier.changes.size() - mostChanges)),
                       name("factline compare"), quiet(" lists all.")}});
    return section;
}

} // namespace factline::report::sections
