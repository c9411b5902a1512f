// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"

#include "lint/words/tokens.h"

namespace factline::lint {

namespace {

/// Whether a field only points at something or says when: an id, a key, a time.
bool isPointer(const PayloadField& field, const Event& event, const Survey& survey) {
    using enum PayloadType::Kind;
    if (field.type.kind == Uuid || field.type.kind == Date || field.type.kind == Timestamp) return true;
    const auto words = wordsOf(field.name);
    if (!words.empty() && (words.back() == "id" || words.back() == "ids" || words.back() == "version"))
        return true;
    return std::ranges::any_of(event.announces, [&](const Ref& ref) {
        const Fact* fact = survey.lookup.findFact(ref);
        return fact && std::ranges::find(fact->key, field.name) != fact->key.end();
    });
}

/// Where what an event tells can be asked for at its owner: the facts it announces, and the views of its
/// context that show one of them.
std::vector<Ref> sourcesOf(const Event& event, const Context& context) {
    std::vector<Ref> sources = event.announces;
    for (const auto& view : context.views)
        if (std::ranges::find_first_of(view->shows, event.announces) != view->shows.end())
            sources.push_back({context.name, view->name});
    return sources;
}

/// A decision of the context that asks for one of these at their owner; null: none.
const Decision* askerIn(const Context& context, const std::vector<Ref>& sources) {
    for (const auto& decision : context.decisions)
        for (const Read& read : decision->reads)
            if (read.askOwner && std::ranges::find(sources, read.target) != sources.end())
                return decision.get();
    return nullptr;
}

void check(const Event& event, const Context& context, const Survey& survey, Report& report) {
    const bool bare =
        !event.payload.empty() && std::ranges::all_of(event.payload, [&](const PayloadField& field) {
            return isPointer(field, event, survey);
        });
    if (!bare) return;
    const auto sources = sourcesOf(event, context);
    for (const Ref& source : sources) { // whoever asks for one refers to it: what is said here hangs on that
        survey.lookup.findFact(source);
        survey.lookup.findView(source);
    }
    std::vector<std::string> askers;
    for (const Subscriber& subscriber : survey.lookup.subscribers({context.name, event.name})) {
        if (subscriber.context == &context) continue;
        const Decision* decision = askerIn(*subscriber.context, sources);
        if (!decision) continue;
        askers.push_back(qualified(*subscriber.context, *decision));
    }
    if (askers.empty()) return;
    askers = eachOnce(std::move(askers));
    report.add(
        {.element = keyOf(ElementKind::Event, context.name, event.name),
         .at = event.id,
         .field = "payload",
         .message = askers.size() == 1
                        ? Phrase::of("{} says that there is news and not what it is, so {} asks {} for it: "
                                     "coupled in time, and what comes back may be newer than the event. "
                                     "Carry what was decided.",
                                     qualified(context, event), askers.front(), context.name)
                        : Phrase::of("{} says that there is news and not what it is, so {} ask {} for it: "
                                     "coupled in time, and what comes back may be newer than the event. "
                                     "Carry what was decided.",
                                     qualified(context, event), enumeration(askers), context.name),
         .evidence = askers});
}

} // namespace

Rule clickbaitEvent() {
    return {.id = "clickbait-event",
            .severity = Severity::Warning,
            .basis = RuleBasis::Structural,
            .topic = Topic::Coupling,
            .summary = "an event without content, whose reader asks the owner for it",
            .check = check};
}

} // namespace factline::lint
