// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"
#include "lint/verdict_rules.h"

#include <set>

namespace factline::lint {

namespace {

void check(const Event& event, const Context& context, const Survey& survey, Report& report) {
    const Ref ref{context.name, event.name};
    if (survey.lookup.findEvent(ref) != &event) return; // a later event of a name that is taken
    std::set<std::string_view> claims;
    bool guaranteed = true;
    std::vector<Phrase> said;
    std::vector<std::string> evidence;
    for (const Subscriber& subscriber : survey.lookup.subscribers(ref))
        for (const Judged& judged : survey.judgedOf(subscriber)) {
            claims.insert(judged.reliance->claim);
            guaranteed = guaranteed && judged.judgement.verdict == Verdict::Guaranteed;
            said.push_back(Phrase::of("{} relies on {} ({})", consumerName(judged), judged.reliance->claim,
                                      verdictName(judged.judgement.verdict)));
            evidence.push_back(subscriber.key().name);
            evidence.push_back(judged.reliance->claim);
        }
    if (claims.size() < 2 || guaranteed) return;
    const std::string name = toString(ref);
    report.add({.element = {ElementKind::Event, name},
                .at = event.id,
                .message = Phrase::of("{} is understood in {} ways: {}. Split it, or say what it asserts and "
                                      "denies until all agree.",
                                      name, claims.size(), enumeration(eachOnce(said))),
                .evidence = eachOnce(evidence)});
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
