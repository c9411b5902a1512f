// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"

#include "lint/words/tokens.h"
#include "lint/words/vocabulary.h"

namespace factline::lint {

namespace {

/// Whether a fact of the context is named with that word: there it is a word of the business ("TableReserved"
/// in a restaurant).
bool isOwnWord(const Context& context, const std::string& word) {
    return std::ranges::any_of(context.facts, [&](const Shared<Fact>& fact) {
        const auto words = wordsOf(fact->name);
        return std::ranges::find(words, word) != words.end();
    });
}

void check(const Event& event, const Context& context, const Survey&, Report& report) {
    std::vector<std::string> terms;
    for (const auto& word : wordsOf(event.name))
        if (isTechnical(word) && !isOwnWord(context, word)) terms.push_back(word);
    if (terms.empty()) return;
    terms = eachOnce(std::move(terms));
    report.add({.element = keyOf(ElementKind::Event, context.name, event.name),
                .at = event.id,
                .message = Phrase::of(
                    "The name {} speaks of the machinery ({}), which its readers need not know and "
                    "which will change. Say it in the words of {}.",
                    qualified(context, event), enumeration(terms), context.name)});
}

} // namespace

Rule technicalTermInName() {
    return {.id = "technical-term-in-name",
            .severity = Severity::Hint,
            .basis = RuleBasis::Lexical,
            .topic = Topic::Naming,
            .summary = "the name of an event holds a word of the machinery: table, row, topic, dto",
            .check = check,
            .insideOnly = true};
}

} // namespace factline::lint
