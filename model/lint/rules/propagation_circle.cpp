// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"

#include "propagation/graph.h"

namespace factline::lint {

namespace {

bool mayCirculate(const Model& model) {
    return std::ranges::any_of(model.contexts,
                               [](const auto& context) { return !context->policies.empty(); });
}

void check(const Survey& survey, Report& report) {
    if (!mayCirculate(survey.lookup.model())) return;
    const auto graph = propagation::build(survey.lookup);
    for (const auto& circle : propagation::circles(graph, survey.lookup)) {
        std::vector<std::string> names;
        for (const std::size_t node : circle)
            names.push_back(graph.nodes[node].key.name);
        const auto& first = graph.nodes[circle.front()];
        report.add({.element = first.key,
                    .at = first.declared ? first.id : graph.nodes[circle.at(1)].id,
                    .message = fmt::format(
                        "{} causes itself: {} -> {}. Nothing says that it ends; break the circle, "
                        "or say endsWhen on one of its policies.",
                        names.front(), fmt::join(names, " -> "), names.front()),
                    .evidence = {names.begin() + 1, names.end()}});
    }
}

} // namespace

Rule propagationCircle() {
    return {.id = "propagation-circle",
            .severity = Severity::Error,
            .basis = RuleBasis::Structural,
            .topic = Topic::Coupling,
            .summary = "events cause themselves through policies, and nothing says when it ends",
            .check = check};
}

} // namespace factline::lint
