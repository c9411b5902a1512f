// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"

namespace factline::lint {

namespace {

// Letters of other alphabets are fine; which of them are capitals is not asked.
bool isLower(char c) {
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}
bool isUpper(char c) {
    return (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}
bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isKebab(std::string_view name) {
    bool afterWord = false;
    for (const char c : name) {
        const bool letter = isLower(c) || isDigit(c);
        if (!letter && (c != '-' || !afterWord)) return false;
        afterWord = letter;
    }
    return afterWord;
}

bool isPascal(std::string_view name) {
    return !name.empty() && isUpper(name.front()) &&
           std::ranges::all_of(name, [](char c) { return isLower(c) || isUpper(c) || isDigit(c); });
}

bool isClaim(std::string_view name) {
    const auto dot = name.find('.');
    return dot != std::string_view::npos && isKebab(name.substr(0, dot)) && isKebab(name.substr(dot + 1));
}

/// The form that names of this kind have; empty where the name has it, or where any name will do.
Phrase missedForm(ElementKind kind, std::string_view name) {
    switch (kind) {
    case ElementKind::Context:
    case ElementKind::Fact:
    case ElementKind::View:
    case ElementKind::Policy:
    case ElementKind::Decision:
        return isKebab(name) ? Phrase() : Phrase::of("in kebab-case, like available-to-promise");
    case ElementKind::Event:
        return isPascal(name) ? Phrase() : Phrase::of("in PascalCase, like OrderPlaced");
    case ElementKind::Claim:
        return isClaim(name) ? Phrase() : Phrase::of("subject.state, like payment.captured");
    default:
        return {};
    }
}

void check(const Located& located, const Survey&, Report& report) {
    if (located.key.kind == ElementKind::Subscription) return; // named by its event
    const std::string& name = bareName(located);
    const auto form = missedForm(located.key.kind, name);
    if (form.empty() && !name.empty()) return;
    const Phrase kind = nounOf(located.key.kind), aKind = withArticle(located.key.kind);
    report.add({.element = located.key,
                .at = idOf(&located),
                .message = !name.empty() ? Phrase::of("The name of the {} {} is out of form: {} is named {}.",
                                                      kind, located.key.name, aKind, form)
                           : form.empty()
                               ? Phrase::of("There is {} without a name. Give it one.", aKind)
                               : Phrase::of("There is {} without a name. Name it {}.", aKind, form)});
}

} // namespace

Rule nameMalformed() {
    return {.id = "name-malformed",
            .severity = Severity::Warning,
            .basis = RuleBasis::Structural,
            .topic = Topic::Naming,
            .summary = "a name is empty or out of its form",
            .check = check,
            .insideOnly = true};
}

} // namespace factline::lint
