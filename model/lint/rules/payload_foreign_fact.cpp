// SPDX-License-Identifier: Apache-2.0
#include "lint/payload.h"
#include "lint/rules/rule_file.h"

#include "lint/words/tokens.h"
#include <array>

namespace factline::lint {

namespace {

/// What a field's name may add to a fact's and still be that fact: "priceAmount".
bool isPartOfFact(std::string_view word) {
    static constexpr std::array<std::string_view, 8> list{"amount", "value", "status", "state",
                                                          "level",  "total", "name",   "text"};
    return std::ranges::find(list, word) != list.end();
}

using Words = std::vector<std::string>;

/// The facts that a field is named like.
const std::vector<Ref>& namedLike(const PayloadField& field, const Survey& survey) {
    Words words = wordsOf(field.name);
    const auto& whole = survey.factsNamed(words);
    if (!whole.empty() || words.size() < 2 || !isPartOfFact(words.back())) return whole;
    words.pop_back();
    return survey.factsNamed(words);
}

bool isKey(const std::string& field, const Event& event, const Survey& survey) {
    const auto holds = [&](const std::vector<std::string>& key) {
        return std::ranges::find(key, field) != key.end();
    };
    const Channel* channel = event.channel.empty() ? nullptr : survey.lookup.findChannel(event.channel);
    return (channel && holds(channel->key)) || std::ranges::any_of(event.announces, [&](const Ref& ref) {
               const Fact* fact = survey.lookup.findFact(ref);
               return fact && holds(fact->key);
           });
}

/// The fact of another context that a field of this context's event is named like; null: none, or its own
/// too.
const Ref* takenForTruth(const PayloadField& field, const Event& event, const Context& context,
                         const Survey& survey) {
    if (event.relays || isKey(field.name, event, survey)) return nullptr;
    const auto& refs = namedLike(field, survey);
    const bool own = std::ranges::any_of(refs, [&](const Ref& fact) {
        return fact.context == context.name ||
               std::ranges::find(event.announces, fact) != event.announces.end();
    });
    return refs.empty() || own ? nullptr : &refs.front();
}

void check(const Event& event, const Context& context, const Survey& survey, Report& report) {
    const std::string name = qualified(context, event);
    // What is copied is declared, and looked for in value objects as well; names only where readers meet
    // them.
    eachField(event, context, survey.lookup, [&](const std::string& path, const PayloadField& field) {
        const bool isInside = path.find('.') != std::string::npos;
        const auto add = [&](const Ref& fact, Phrase message) {
            report.add({.element = keyOf(ElementKind::Event, context.name, event.name),
                        .at = event.id,
                        .field = "payload." + path.substr(0, path.find('.')),
                        .message = std::move(message),
                        .evidence = {toString(fact)}});
        };
        if (field.copies) {
            const Ref& fact = field.copies->fact;
            if (field.copies->asOf.empty() && fact.context != context.name)
                add(fact, Phrase::of("{} copies {} into its field {} and does not say how old the copy is. "
                                     "Add a field for the time and name it under asOf.",
                                     name, toString(fact), path));
        } else if (const Ref* fact = isInside ? nullptr : takenForTruth(field, event, context, survey)) {
            add(*fact,
                Phrase::of("The field {} of {} is named like {}, which {} decides about: readers will take "
                           "it for the truth of today. Say copies and asOf, or leave it out.",
                           path, name, toString(*fact), fact->context));
        }
        return true;
    });
}

} // namespace

Rule payloadForeignFact() {
    return {.id = "payload-foreign-fact",
            .severity = Severity::Warning,
            .basis = RuleBasis::Lexical,
            .topic = Topic::Ownership,
            .summary = "a payload field is named like another context's fact, or copies it without its time",
            .check = check};
}

} // namespace factline::lint
