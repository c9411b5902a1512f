// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"

#include "lint/words/reading.h"

namespace factline::lint {

namespace {

/// The event that a policy, the only reader of a request, answers with, where whoever asked reads the answer:
/// call and return, dressed as events. Null: it is none.
const Event* answerTo(const Event& event, const Context& context, const Survey& survey,
                      const Policy*& policy) {
    const auto& readers = survey.lookup.subscribers({context.name, event.name});
    if (readers.size() != 1) return nullptr;
    const auto* reader = std::get_if<const Policy*>(&readers.front().consumer);
    if (!reader || readers.front().context == &context) return nullptr;
    policy = *reader;
    for (const Ref& then : policy->then) {
        const auto& hearers = survey.lookup.subscribers(then);
        const bool returns = std::ranges::any_of(
            hearers, [&](const Subscriber& hearer) { return hearer.context == &context; });
        if (returns) return survey.lookup.findEvent(then);
    }
    return nullptr;
}

void check(const Event& event, const Context& context, const Survey& survey, Report& report) {
    const auto reading = readName(event.name);
    const std::string name = qualified(context, event);
    const auto key = keyOf(ElementKind::Event, context.name, event.name);
    if (reading.kind == NameKind::Command) {
        report.add({.element = key,
                    .at = event.id,
                    .message = Phrase::of(
                        "{} tells somebody what to do, not what has happened: {} cannot know whether "
                        "it will be done. Name what was decided, or ask for it openly.",
                        name, context.name)});
        return;
    }
    if (!reading.pastTense || reading.verb != "request") return;
    const Policy* policy = nullptr;
    const Event* answer = answerTo(event, context, survey, policy);
    if (!answer) return;
    const Subscriber& reader = survey.lookup.subscribers({context.name, event.name}).front();
    const std::string who = toString(Ref{reader.context->name, policy->name});
    report.add({.element = key,
                .at = event.id,
                .message = Phrase::of(
                    "{} is read by {} alone, and {} waits for {} in return: this is a call dressed as "
                    "two events. Call it, or let {} decide by itself.",
                    name, who, context.name, answer->name, reader.context->name),
                .evidence = {who, answer->name}});
}

} // namespace

Rule commandDressedAsEvent() {
    return {.id = "command-dressed-as-event",
            .severity = Severity::Warning,
            .basis = RuleBasis::Lexical,
            .topic = Topic::Naming,
            .summary = "an event that is an order, or a request that only its executor reads",
            .check = check,
            .insideOnly = true};
}

} // namespace factline::lint
