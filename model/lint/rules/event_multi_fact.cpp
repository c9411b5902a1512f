// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"

#include "lint/words/tokens.h"
#include "lint/words/verbs.h"

namespace factline::lint {

namespace {

/// Two pasts with "or" between them: "was paid or authorised", "paid by card or was invoiced".
bool joinsByOr(std::string_view means) {
    const auto words = wordsOf(means);
    bool before = false;
    constexpr std::size_t reach = 3; // auxiliaries and an adverb may stand between
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        const auto isVerb = [&](std::size_t at) {
            return pastForm(words[at]) == PastForm::Yes && words[at] != "was" && words[at] != "were";
        };
        before = before || isVerb(i);
        if (words[i] != "or" || !before) continue;
        const bool auxiliary = words[i + 1] == "was" || words[i + 1] == "has" || words[i + 1] == "were";
        const std::size_t end = std::min(words.size(), i + 1 + (auxiliary ? reach : 1));
        for (std::size_t at = i + 1; at < end; ++at)
            if (isVerb(at)) return true;
    }
    return false;
}

void check(const Event& event, const Context& context, const Survey&, Report& report) {
    const auto key = keyOf(ElementKind::Event, context.name, event.name);
    if (event.announces.size() > 1) {
        std::vector<std::string> facts;
        facts.reserve(event.announces.size());
        for (const Ref& fact : event.announces)
            facts.push_back(toString(fact));
        report.add(
            {.element = key,
             .at = event.id,
             .field = "announces",
             .message = Phrase::of("{} announces {}: which of them is meant to be read from it, and in which "
                                   "order they changed, nobody can tell. One event for one fact.",
                                   qualified(context, event), enumeration(facts)),
             .evidence = facts});
    } else if (joinsByOr(event.means)) {
        report.add(Severity::Hint,
                   {.element = key,
                    .at = event.id,
                    .field = "means",
                    .message = Phrase::of(
                        "By its definition {} tells one thing or another: its readers need to know "
                        "which. Make two events of it.",
                        qualified(context, event))});
    }
}

} // namespace

Rule eventMultiFact() {
    return {.id = "event-multi-fact",
            .severity = Severity::Warning,
            .basis = RuleBasis::Declared,
            .topic = Topic::Meaning,
            .summary = "an event announces more than one fact, or tells one thing or another",
            .check = check,
            .insideOnly = true};
}

} // namespace factline::lint
