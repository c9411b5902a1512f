// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"

#include <array>
#include <optional>

namespace factline::lint {

namespace {

/// Kinds that share their names: within a context facts, views, policies and decisions may be read or asked
/// for by the same reference.
std::optional<std::size_t> namespaceOf(ElementKind kind) {
    switch (kind) {
    case ElementKind::Fact:
    case ElementKind::View:
    case ElementKind::Policy:
    case ElementKind::Decision:
        return 0;
    case ElementKind::Event:
        return 1;
    case ElementKind::Channel:
        return 2;
    case ElementKind::Type:
        return 3;
    case ElementKind::Context:
        return 4;
    case ElementKind::Claim:
        return 5;
    case ElementKind::Audience:
        return 6;
    default:
        return std::nullopt;
    }
}

void check(const Survey& survey, Report& report) {
    std::array<std::unordered_map<std::string_view, const Located*>, 7> taken;
    for (const Located& located : survey.lookup.all()) {
        const auto space = namespaceOf(located.key.kind);
        if (!space || bareName(located).empty()) continue;
        const auto [place, isNew] = taken[*space].try_emplace(located.key.name, &located);
        if (isNew) continue;
        const auto kind = kindName(located.key.kind), other = kindName(place->second->key.kind);
        report.add(
            {.element = located.key,
             .at = idOf(&located),
             .message = fmt::format(
                 "The name {} is taken: {}. References mean the first; give this one a name "
                 "of its own.",
                 located.key.name,
                 kind == other ? fmt::format("there are two {}s of it", kind)
                               : fmt::format("it is both {} and {}", withArticle(other), withArticle(kind))),
             .evidence = {toString(place->second->key)}});
    }
}

} // namespace

Rule nameTaken() {
    return {.id = "name-taken",
            .severity = Severity::Error,
            .basis = RuleBasis::Structural,
            .topic = Topic::References,
            .summary = "two elements of one context have the same name",
            .check = check};
}

} // namespace factline::lint
