// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"

#include <map>

namespace factline::lint {

namespace {

using Said = std::pair<std::vector<Ref>, std::vector<ClaimName>>;

template<typename T>
std::vector<T> sorted(std::vector<T> list) {
    std::ranges::sort(list);
    list.erase(std::unique(list.begin(), list.end()), list.end());
    return list;
}

void check(const Context& context, const Survey&, Report& report) {
    std::map<Said, std::vector<const Event*>> bySaid;
    for (const auto& event : context.events)
        if (!event->announces.empty() && event->asserts && !event->asserts->empty())
            bySaid[{sorted(event->announces), sorted(*event->asserts)}].push_back(event.get());
    for (const auto& [said, events] : bySaid) {
        std::vector<std::string> names;
        for (const Event* event : events)
            names.push_back(event->name);
        names = sortedOnce(std::move(names));
        if (names.size() < 2) continue; // one name twice is name-taken
        const auto first =
            std::ranges::min_element(events, {}, [](const Event* event) { return event->name; });
        std::vector<std::string> evidence;
        for (std::size_t i = 1; i < names.size(); ++i)
            evidence.push_back(toString(Ref{context.name, names[i]}));
        std::vector<std::string> facts;
        for (const Ref& fact : said.first)
            facts.push_back(toString(fact));
        report.add({.element = keyOf(ElementKind::Event, context.name, (*first)->name),
                    .at = (*first)->id,
                    .message = Phrase::of(
                        "{} of {} announce {} and assert {}, all the same: readers will look for a "
                        "difference. Say what it is, or keep one.",
                        enumeration(names), context.name, enumeration(facts), enumeration(said.second)),
                    .evidence = evidence});
    }
}

} // namespace

Rule synonymEvents() {
    return {.id = "synonym-events",
            .severity = Severity::Hint,
            .basis = RuleBasis::Declared,
            .topic = Topic::Meaning,
            .summary = "events of one context that announce and assert the same",
            .check = check};
}

} // namespace factline::lint
