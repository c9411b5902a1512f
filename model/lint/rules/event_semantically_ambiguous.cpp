// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"
#include "lint/verdict_rules.h"

#include <set>

namespace factline::lint {

namespace {

struct Readings {
    const Judged* first;
    std::vector<const Judged*> all;
};

void check(const Survey& survey, Report& report) {
    std::vector<Readings> events;
    std::unordered_map<const Event*, std::size_t> index;
    for (const Judged& judged : survey.judged) {
        const auto [place, isNew] = index.try_emplace(judged.event, events.size());
        if (isNew) events.push_back({&judged, {}});
        events[place->second].all.push_back(&judged);
    }
    for (const Readings& readings : events) {
        std::set<std::string_view> claims;
        bool guaranteed = true;
        for (const Judged* judged : readings.all) {
            claims.insert(judged->reliance->claim);
            guaranteed = guaranteed && judged->judgement.verdict == Verdict::Guaranteed;
        }
        if (claims.size() < 2 || guaranteed) continue;
        std::vector<std::string> said, evidence;
        for (const Judged* judged : readings.all) {
            said.push_back(fmt::format("{} relies on {} ({})", consumerName(*judged), judged->reliance->claim,
                                       verdictName(judged->judgement.verdict)));
            evidence.push_back(judged->subscriber->key().name);
            evidence.push_back(judged->reliance->claim);
        }
        const std::string name = eventName(*readings.first);
        report.add(
            {.element = {ElementKind::Event, name},
             .at = readings.first->event->id,
             .message = fmt::format("{} is understood in {} ways: {}. Split it, or say what it asserts and "
                                    "denies until all agree.",
                                    name, claims.size(), enumeration(eachOnce(said))),
             .evidence = eachOnce(evidence)});
    }
}

} // namespace

Rule eventSemanticallyAmbiguous() {
    return {.id = "event-semantically-ambiguous",
            .severity = Severity::Warning,
            .basis = RuleBasis::Declared,
            .topic = Topic::Meaning,
            .summary = "consumers rely on different claims of one event, not all of them guaranteed",
            .check = check};
}

} // namespace factline::lint
