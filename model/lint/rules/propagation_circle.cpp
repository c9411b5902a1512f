// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"

#include "base/circles.h"
#include "propagation/graph.h"

namespace factline::lint {

namespace {

/// Whether any policy leads back to itself, looked at by policies alone: most models have no circle, and then
/// the graph need not be built.
bool anyCircle(const Lookup& lookup) {
    std::vector<const Policy*> policies;
    std::unordered_map<const Policy*, std::size_t> index;
    for (const auto& context : lookup.model().contexts)
        for (const auto& policy : context->policies)
            if (policy->endsWhen.empty() && index.try_emplace(policy.get(), policies.size()).second)
                policies.push_back(policy.get());
    Successors next(policies.size());
    std::vector<std::size_t> rank(policies.size());
    for (std::size_t i = 0; i < policies.size(); ++i) {
        rank[i] = i;
        for (const Ref& event : policies[i]->then)
            for (const Subscriber& subscriber : lookup.subscribers(event))
                if (const auto* policy = std::get_if<const Policy*>(&subscriber.consumer))
                    if (const auto found = index.find(*policy); found != index.end())
                        next[i].push_back(found->second);
    }
    return !circlesOf(next, rank).empty();
}

void check(const Survey& survey, Report& report) {
    if (!anyCircle(survey.lookup)) return;
    const auto graph = propagation::build(survey.lookup);
    for (const auto& circle : propagation::circles(graph, survey.lookup)) {
        std::vector<std::string> names;
        names.reserve(circle.size());
        for (const std::size_t node : circle)
            names.push_back(graph.nodes[node].key.name);
        const Way way(std::move(names));
        const auto& first = graph.nodes[circle.front()];
        report.add(
            {.element = first.key,
             .at = first.declared ? first.id : graph.nodes[circle.at(1)].id,
             .message = Phrase::of("{} causes itself: {}. Nothing says that it ends; break the circle, "
                                   "or say endsWhen on one of its policies.",
                                   way.names.front(), circleText(way)),
             .evidence = {way.names.begin() + 1, way.names.end()}});
    }
}

} // namespace

Rule propagationCircle() {
    return {.id = "propagation-circle",
            .severity = Severity::Error,
            .basis = RuleBasis::Structural,
            .topic = Topic::Coupling,
            .summary = "events cause themselves through policies, and nothing says when it ends",
            .check = check,
            .sight = {.elements = ~kinds(ElementKind::Claim), .words = 0, .dangling = false}};
}

} // namespace factline::lint
