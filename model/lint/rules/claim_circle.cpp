// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"

#include "base/circles.h"

namespace factline::lint {

namespace {

void check(const Survey& survey, Report& report) {
    const auto& claims = survey.claims.nodes();
    const auto byName = [&](std::size_t a, std::size_t b) { return claims[a].name < claims[b].name; };
    for (const auto& circle : circlesOf(survey.claims.implications(), byName)) {
        std::vector<std::string> names;
        names.reserve(circle.size());
        for (const std::size_t claim : circle)
            names.emplace_back(claims[claim].name);
        const Way way(std::move(names));
        const std::string& first = way.names.front();
        report.add({.element = {ElementKind::Claim, first},
                    .at = claims[circle.front()].claim->id,
                    .field = "implies",
                    .message = way.names.size() == 1
                                   ? Phrase::of("{} implies itself.", first)
                                   : Phrase::of("{} implies itself: {}. If they mean the same, keep one of "
                                                "them; else take one step out.",
                                                first, circleText(way)),
                    .evidence = {way.names.begin() + 1, way.names.end()},
                    .claim = first});
    }
}

} // namespace

Rule claimCircle() {
    return {.id = "claim-circle",
            .severity = Severity::Error,
            .basis = RuleBasis::Declared,
            .topic = Topic::Meaning,
            .summary = "claims imply one another in a circle",
            .check = check,
            .sight = {.elements = kinds(ElementKind::Claim), .words = 0, .dangling = false}};
}

} // namespace factline::lint
