// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"

#include "base/circles.h"

namespace factline::lint {

namespace {

void check(const Survey& survey, Report& report) {
    const auto& claims = survey.claims.nodes();
    Successors next;
    std::vector<std::size_t> byName(claims.size()), rank(claims.size());
    for (std::size_t i = 0; i < claims.size(); ++i)
        next.push_back(claims[i].implies), byName[i] = i;
    std::ranges::sort(byName, {}, [&](std::size_t i) { return claims[i].name; });
    for (std::size_t i = 0; i < byName.size(); ++i)
        rank[byName[i]] = i;
    for (const auto& circle : circlesOf(next, rank)) {
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
                                   ? fmt::format("{} implies itself.", first)
                                   : fmt::format("{} implies itself: {}. If they mean the same, keep one of "
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
            .check = check};
}

} // namespace factline::lint
