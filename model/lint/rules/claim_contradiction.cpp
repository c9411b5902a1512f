// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"

namespace factline::lint {

namespace {

void check(const Event& event, const Context& context, const Survey& survey, Report& report) {
    if (!event.asserts) return;
    const std::string name = qualified(context, event);
    const auto add = [&](std::string_view claim, std::string_view field, std::string message,
                         std::vector<std::string> evidence) {
        report.add({.element = {ElementKind::Event, name},
                    .at = event.id,
                    .field = std::string(field),
                    .message = std::move(message),
                    .evidence = std::move(evidence),
                    .claim = std::string(claim)});
    };
    const auto said = waysFrom(survey.claims, *event.asserts);
    if (event.denies)
        for (const ClaimName& denied : eachOnce(*event.denies)) {
            const auto found = std::ranges::find(said, denied, [](const auto& way) { return way.back(); });
            if (found == said.end()) continue;
            add(denied, "denies",
                found->size() == 1
                    ? fmt::format("{} both asserts and denies {}.", name, denied)
                    : fmt::format("{} asserts {}, and denies {}.", name, chain(*found, "implies"), denied),
                *found);
        }
    for (std::size_t i = 0; i < said.size(); ++i) {
        const auto claim = survey.claims.find(said[i].back());
        if (!claim) continue;
        const auto& excludes = survey.claims.nodes()[*claim].excludes;
        for (std::size_t j = i + 1; j < said.size() && !excludes.empty(); ++j) {
            const auto other = survey.claims.find(said[j].back());
            if (!other || std::ranges::find(excludes, *other) == excludes.end()) continue;
            auto evidence = said[i];
            evidence.insert(evidence.end(), said[j].begin(), said[j].end());
            add(said[i].back(), "asserts",
                fmt::format("{} asserts {}, and {}; {} and {} exclude one another.", name,
                            chain(said[i], "implies"), chain(said[j], "implies"), said[i].back(),
                            said[j].back()),
                eachOnce(std::move(evidence)));
        }
    }
}

} // namespace

Rule claimContradiction() {
    return {.id = "claim-contradiction",
            .severity = Severity::Error,
            .basis = RuleBasis::Declared,
            .topic = Topic::Meaning,
            .summary = "an event asserts and denies one claim, or asserts two that exclude one another",
            .check = check};
}

} // namespace factline::lint
