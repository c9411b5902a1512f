// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"

#include "lint/words/reading.h"
#include "lint/words/tokens.h"
#include "lint/words/verbs.h"
#include "lint/words/vocabulary.h"
#include <array>
#include <span>

namespace factline::lint {

namespace {

/// Verbs that tell the same in a definition and in a name; the first of each line only stands for it.
constexpr std::array<std::array<std::string_view, 8>, 17> synonyms{{
    {"accept", "approve", "agree", "grant", "confirm", "acknowledge"},
    {"add", "append", "attach", "include", "join", "put"},
    {"adjust", "change", "correct", "revise", "amend", "alter", "update", "modify"},
    {"assign", "allocate", "give", "appoint"},
    {"begin", "start", "open", "launch", "commence"},
    {"cancel", "revoke", "withdraw", "void", "annul", "call", "abort"},
    {"close", "complete", "finish", "end", "conclude", "finalize", "finalise"},
    {"create", "make", "set", "establish", "open", "generate", "add"},
    {"decline", "reject", "refuse", "deny"},
    {"delete", "remove", "erase", "take", "withdraw"},
    {"deliver", "hand", "bring", "arrive", "reach"},
    {"discover", "find", "detect", "notice", "see"},
    {"expire", "lapse", "pass", "run"},
    {"pay", "settle", "capture", "collect", "receive"},
    {"place", "submit", "order", "record", "register", "enter", "book", "reserve"},
    {"publish", "issue", "release", "announce", "report"},
    {"send", "ship", "dispatch", "leave", "depart", "go", "hand"},
}};

bool sameMeaning(std::string_view a, std::string_view b) {
    return a == b || std::ranges::any_of(synonyms, [&](const auto& group) {
               return std::ranges::find(group, a) != group.end() &&
                      std::ranges::find(group, b) != group.end();
           });
}

/// Verbs of the message itself, not of what has happened: "Published when the order ...".
bool isOfMessage(std::string_view word) {
    return word == "published" || word == "raised" || word == "emitted" || word == "fired" || word == "was" ||
           word == "were" || word == "been" || word == "used";
}

/// Whether a word of the definition tells the verb: itself, a form or a noun of it ("cancellation"), a
/// synonym.
bool tells(const std::string& word, const std::string& verb) {
    constexpr std::size_t stemLength = 4;
    if (verb == "fail" && isDenial(word)) return true; // "could not be delivered"
    if (sameMeaning(baseForm(word), verb) || sameMeaning(word, verb)) return true;
    return verb.size() >= stemLength &&
           word.starts_with(verb.substr(0, std::max(stemLength, verb.size() - 2)));
}

void check(const Event& event, const Context& context, const Survey&, Report& report) {
    const auto reading = readName(event.name);
    if (!reading.pastTense || event.means.empty()) return;
    const auto words = wordsOf(event.means);
    std::vector<std::string> verbs;
    for (const auto& word : words) {
        if (tells(word, reading.verb)) return;
        if (pastForm(word) == PastForm::Yes && !isOfMessage(word)) verbs.push_back(word);
    }
    if (verbs.empty()) return; // nothing to compare with
    verbs = eachOnce(std::move(verbs));
    report.add({.element = keyOf(ElementKind::Event, context.name, event.name),
                .at = event.id,
                .field = "means",
                .message = Phrase::of(
                    "{} says {} in its name and {} in its definition: readers will believe the name.",
                    qualified(context, event), reading.predicate, enumeration(verbs))});
}

} // namespace

Rule nameDefinitionVerbMismatch() {
    return {.id = "name-definition-verb-mismatch",
            .severity = Severity::Hint,
            .basis = RuleBasis::Lexical,
            .topic = Topic::Meaning,
            .summary = "the verb of an event's name does not stand in its definition",
            .check = check,
            .insideOnly = true};
}

} // namespace factline::lint
