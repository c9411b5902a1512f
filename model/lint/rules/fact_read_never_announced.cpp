// SPDX-License-Identifier: Apache-2.0
#include <unordered_map>

#include "domain/referrers.h"
#include "lint/rules/rule_file.h"

namespace factline::lint {

namespace {

struct Unannounced {
    const Fact* fact;
    Ref ref;
    std::vector<std::string> views;
};

void check(const Survey& survey, Report& report) {
    Referrers tellers;
    for (const auto& context : survey.lookup.model().contexts)
        for (const auto& event : context->events)
            for (const Ref& ref : event->announces)
                tellers.add(ref, *context, *event);
    tellers.sort();
    std::vector<Unannounced> facts;
    std::unordered_map<Ref, std::size_t> index;
    for (const auto& context : survey.lookup.model().contexts)
        for (const auto& view : context->views)
            for (const Ref& ref : view->shows) {
                if (ref.context == context->name || tellers.has(ref)) continue;
                const Fact* fact = survey.lookup.findFact(ref);
                if (!fact) continue; // fact-unowned
                const auto [place, isNew] = index.try_emplace(ref, facts.size());
                if (isNew) facts.push_back({fact, ref, {}});
                facts[place->second].views.push_back(qualified(*context, *view));
            }
    for (const Unannounced& found : facts) {
        const auto views = eachOnce(found.views);
        report.add(
            {.element = {ElementKind::Fact, toString(found.ref)},
             .at = found.fact->id,
             .message =
                 views.size() == 1
                     ? Phrase::of("{} shows {}, and no event announces it: the view cannot be told when "
                                  "it changes. Let {} announce it.",
                                  views.front(), toString(found.ref), found.ref.context)
                     : Phrase::of("{} show {}, and no event announces it: they cannot be told when it "
                                  "changes. Let {} announce it.",
                                  enumeration(views), toString(found.ref), found.ref.context),
             .evidence = views});
    }
}

} // namespace

Rule factReadNeverAnnounced() {
    return {.id = "fact-read-never-announced",
            .severity = Severity::Warning,
            .basis = RuleBasis::Structural,
            .topic = Topic::Ownership,
            .summary = "a view of another context shows a fact that no event announces",
            .check = check,
            .sight = {.elements = kinds(ElementKind::Fact, ElementKind::Event, ElementKind::View,
                                        ElementKind::Context),
                      .words = 0,
                      .dangling = false}};
}

} // namespace factline::lint
