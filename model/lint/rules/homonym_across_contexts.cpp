// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"

#include "lint/namesakes.h"

namespace factline::lint {

namespace {

constexpr std::size_t shownLength = 80;

/// Enough of a definition to tell it from another one, on one line.
std::string quoted(std::string_view means) {
    std::string text;
    for (const char c : means) {
        const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
        if (!blank)
            text += c;
        else if (!text.empty() && text.back() != ' ')
            text += ' ';
    }
    while (!text.empty() && (text.back() == ' ' || text.back() == '.'))
        text.pop_back();
    if (text.size() > shownLength) {
        std::size_t end = shownLength;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
            --end; // whole characters only
        text.resize(end);
        text += "...";
    }
    return fmt::format("\"{}\"", text);
}

template<typename T>
void checkGroup(const std::vector<Namesake>& group, Report& report) {
    const auto homonyms = differentlyDefined(group);
    if (homonyms.empty()) return;
    std::vector<Phrase> said;
    std::vector<std::string> names;
    for (const Namesake* namesake : homonyms) {
        const T& element = *std::get<const T*>(namesake->element->element);
        names.push_back(namesake->element->key.name);
        said.push_back(Phrase::of("to {} {}", namesake->element->context->name, quoted(element.means)));
    }
    const T& first = *std::get<const T*>(homonyms.front()->element->element);
    report.add({.element = homonyms.front()->element->key,
                .at = first.id,
                .field = "means",
                .message = Phrase::of("{} means different things: {}. Give one of them a name of its own.",
                                      first.name, enumeration(said)),
                .evidence = {names.begin() + 1, names.end()}});
}

void check(const Survey& survey, Report& report) {
    for (const auto& group : namesakeFacts(survey))
        checkGroup<Fact>(group, report);
    for (const auto& group : namesakeEvents(survey))
        checkGroup<Event>(group, report);
}

} // namespace

Rule homonymAcrossContexts() {
    return {.id = "homonym-across-contexts",
            .severity = Severity::Warning,
            .basis = RuleBasis::Declared,
            .topic = Topic::Meaning,
            .summary = "one name of a fact or event has different definitions in two contexts",
            .check = check,
            .sight = {.elements = kinds(ElementKind::Fact, ElementKind::Event, ElementKind::Context),
                      .words = kinds(ElementKind::Fact, ElementKind::Event),
                      .dangling = false}};
}

} // namespace factline::lint
