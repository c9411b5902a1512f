// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"

#include <array>
#include <optional>
#include <unordered_set>

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

void checkNames(const Survey& survey, Report& report) {
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

/// A view or policy that consumes one event twice: the second one's words would count nowhere.
void checkSubscriptions(const Survey& survey, Report& report) {
    std::unordered_set<std::string> taken;
    for (const Subscriber& subscriber : survey.lookup.subscriptions()) {
        const Ref& event = subscriber.subscription->event;
        ElementKey key = subscriber.key();
        if (event.empty() || taken.insert(key.name).second) continue;
        report.add({.element = std::move(key),
                    .at = subscriber.subscription->id,
                    .message = fmt::format(
                        "{} consumes {} twice. The first counts; join the two, or name another event.",
                        toString(Ref{subscriber.context->name, subscriber.consumerName()}), toString(event)),
                    .evidence = {toString(event)}});
    }
}

void check(const Survey& survey, Report& report) {
    checkNames(survey, report);
    checkSubscriptions(survey, report);
}

} // namespace

Rule nameTaken() {
    return {.id = "name-taken",
            .severity = Severity::Error,
            .basis = RuleBasis::Structural,
            .topic = Topic::References,
            .summary = "two elements of one context have the same name, or one event is consumed twice",
            .check = check};
}

} // namespace factline::lint
