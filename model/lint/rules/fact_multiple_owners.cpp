// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"

#include <map>

#include "lint/namesakes.h"

namespace factline::lint {

namespace {

/// Facts that stand for one and the same thing: of one definition; one without may be any of them.
std::vector<std::vector<const Namesake*>> sameThings(const std::vector<Namesake>& group) {
    const bool anyUndefined = std::ranges::any_of(group, [](const auto& n) { return n.definition.empty(); });
    std::map<std::string_view, std::vector<const Namesake*>> byDefinition;
    for (const Namesake& namesake : group)
        byDefinition[anyUndefined ? std::string_view{} : std::string_view(namesake.definition)].push_back(
            &namesake);
    std::vector<std::vector<const Namesake*>> things;
    things.reserve(byDefinition.size());
    for (auto& [definition, facts] : byDefinition)
        things.push_back(std::move(facts));
    return things;
}

/// Whether another fact, neither before nor after it, may be this very thing.
bool isContested(const Namesake& fact, const Others& others) {
    return fact.definition.empty() ? others.of(fact) > 0
                                   : others.of(fact, fact.definition) + others.of(fact, {}) > 0;
}

/// Why they are taken to mean the same; `undefined` do not say what they mean.
Phrase byDefinition(const std::vector<std::string>& undefined) {
    if (undefined.empty()) return Phrase::of(", by the same definition");
    return undefined.size() == 1 ? Phrase::of(", and {} does not say what it means", undefined.front())
                                 : Phrase::of(", and {} do not say what it means", enumeration(undefined));
}

void check(const Survey& survey, Report& report) {
    for (const auto& group : namesakeFacts(survey)) {
        const Others others(group);
        for (const auto& things : sameThings(group)) {
            std::vector<std::string> owners, undefined, names;
            const Namesake* first = nullptr;
            for (const Namesake* fact : things) {
                if (!isContested(*fact, others)) continue;
                if (!first) first = fact;
                names.push_back(fact->element->key.name);
                owners.push_back(fact->element->context->name);
                if (fact->definition.empty()) undefined.push_back(names.back());
            }
            if (!first) continue;
            const Fact& fact = *std::get<const Fact*>(first->element->element);
            report.add(
                {.element = first->element->key,
                 .at = fact.id,
                 .message =
                     owners.size() == 2
                         ? Phrase::of("{} both own {}{}. Let one decide and the others follow; where it "
                                      "moves, the new owner says takesOver.",
                                      enumeration(owners), fact.name, byDefinition(undefined))
                         : Phrase::of("{} all own {}{}. Let one decide and the others follow; where it "
                                      "moves, the new owner says takesOver.",
                                      enumeration(owners), fact.name, byDefinition(undefined)),
                 .evidence = {names.begin() + 1, names.end()}});
        }
    }
}

} // namespace

Rule factMultipleOwners() {
    return {.id = "fact-multiple-owners",
            .severity = Severity::Error,
            .basis = RuleBasis::Structural,
            .topic = Topic::Ownership,
            .summary = "two contexts own a fact of one name and one definition",
            .check = check,
            .sight = {.elements = kinds(ElementKind::Fact, ElementKind::Context),
                      .words = kinds(ElementKind::Fact),
                      .dangling = false}};
}

} // namespace factline::lint
