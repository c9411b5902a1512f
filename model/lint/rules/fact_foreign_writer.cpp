// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"

namespace factline::lint {

namespace {

void check(const Fact& fact, const Context& context, const Survey& survey, Report& report) {
    std::vector<std::string> foreign, unknown;
    std::size_t first = 0;
    for (std::size_t i = 0; i < fact.writers.size(); ++i) {
        const ContextName& writer = fact.writers[i];
        if (writer == context.name) continue;
        if (foreign.empty()) first = i;
        foreign.push_back(writer);
        if (!survey.lookup.findContext(writer)) unknown.push_back(writer);
    }
    if (foreign.empty()) return;
    const auto writers = eachOnce(foreign);
    const Phrase nobodyIsCalled =
        unknown.empty() ? Phrase() : Phrase::of(" (no context is called {})", enumeration(eachOnce(unknown)));
    report.add(
        {.element = keyOf(ElementKind::Fact, context.name, fact.name),
         .at = fact.id,
         .field = fmt::format("writers[{}]", first),
         .message =
             writers.size() == 1
                 ? Phrase::of("{} owns {}, yet {} writes it too{}. Let the writer ask the owner, or move the "
                              "fact to the context that decides about it.",
                              context.name, qualified(context, fact), writers.front(), nobodyIsCalled)
                 : Phrase::of("{} owns {}, yet {} write it too{}. Let the writer ask the owner, or move the "
                              "fact to the context that decides about it.",
                              context.name, qualified(context, fact), enumeration(writers), nobodyIsCalled),
         .evidence = writers});
}

std::optional<Fix> fix(const Finding& finding, const Lookup& lookup) {
    const std::string owner(finding.element.name.substr(0, finding.element.name.find('/')));
    return changing<Fact>(finding, lookup, false, Phrase::of("Let only {} write it", owner), [&](Fact& fact) {
        std::erase_if(fact.writers, [&](const auto& one) { return one != owner; });
    });
}

} // namespace

Rule factForeignWriter() {
    return {.id = "fact-foreign-writer",
            .severity = Severity::Error,
            .basis = RuleBasis::Structural,
            .topic = Topic::Ownership,
            .summary = "a fact has a writer that is not its owner",
            .check = check,
            .fix = fix};
}

} // namespace factline::lint
