// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"

#include <set>

#include "base/circles.h"

namespace factline::lint {

namespace {

constexpr std::size_t askedAtMost = 2;

bool exists(const Lookup& lookup, const Ref& ref) {
    return lookup.findFact(ref) || lookup.findView(ref);
}

/// The other contexts that a decision asks, sorted.
std::vector<std::string_view> askedBy(const Decision& decision, const Context& context,
                                      const Lookup& lookup) {
    std::vector<std::string_view> asked; // names in the model, which lives on
    for (const Read& read : decision.reads)
        if (read.askOwner && read.target.context != context.name && exists(lookup, read.target))
            asked.push_back(read.target.context);
    std::ranges::sort(asked);
    asked.erase(std::unique(asked.begin(), asked.end()), asked.end());
    return asked;
}

/// Who asks whom: contexts, and for each the decisions by which it asks others.
class Asking {
public:
    void add(const Context& context, const Decision& decision, const std::vector<std::string_view>& asked) {
        const std::size_t from = number(context.name);
        for (const auto name : asked) {
            const std::size_t to = number(name);
            m_next[from].push_back(to);
            m_decisions[from].push_back({&context, &decision, to});
        }
    }

    void reportCircles(Report& report) const {
        const auto byName = [&](std::size_t a, std::size_t b) { return m_names[a] < m_names[b]; };
        for (const auto& circle : circlesOf(m_next, byName))
            reportCircle(circle, report);
    }

private:
    struct Step {
        const Context* context;
        const Decision* decision;
        std::size_t to;
    };

    std::size_t number(std::string_view name) {
        const auto [place, isNew] = m_numbers.try_emplace(name, m_names.size());
        if (isNew) {
            m_names.push_back(name);
            m_next.emplace_back();
            m_decisions.emplace_back();
        }
        return place->second;
    }

    void reportCircle(const std::vector<std::size_t>& circle, Report& report) const {
        std::vector<std::string> contexts, decisions;
        const Step* first = nullptr;
        for (std::size_t i = 0; i < circle.size(); ++i) {
            contexts.emplace_back(m_names[circle[i]]);
            const std::size_t next = circle[(i + 1) % circle.size()];
            const auto step = std::ranges::find(m_decisions[circle[i]], next, &Step::to);
            decisions.push_back(qualified(*step->context, *step->decision));
            if (!first || decisions.back() < qualified(*first->context, *first->decision)) first = &*step;
        }
        const std::string name = qualified(*first->context, *first->decision);
        report.add(
            Severity::Error,
            {.element = {ElementKind::Decision, name},
             .at = first->decision->id,
             .field = "reads",
             .message = Phrase::of(
                 "Contexts ask one another in a circle: {} -> {}, by {}. When one of them is "
                 "down, all are; keep a view on one side.",
                 fmt::format("{}", fmt::join(contexts, " -> ")), contexts.front(), enumeration(decisions)),
             .evidence = decisions});
    }

    std::unordered_map<std::string_view, std::size_t> m_numbers;
    std::vector<std::string_view> m_names;
    Successors m_next;
    std::vector<std::vector<Step>> m_decisions;
};

void check(const Survey& survey, Report& report) {
    Asking asking;
    for (const auto& context : survey.lookup.model().contexts)
        for (const auto& decision : context->decisions) {
            const auto asked = askedBy(*decision, *context, survey.lookup);
            asking.add(*context, *decision, asked);
            if (asked.size() <= askedAtMost) continue;
            const std::vector<std::string> names(asked.begin(), asked.end());
            report.add({.element = keyOf(ElementKind::Decision, context->name, decision->name),
                        .at = decision->id,
                        .field = "reads",
                        .message = Phrase::of(
                            "{} asks {} and waits for all of them: it is as slow as the slowest, and "
                            "down when any one is. Keep a view of what may be a little old.",
                            qualified(*context, *decision), enumeration(names)),
                        .evidence = names});
        }
    asking.reportCircles(report);
}

} // namespace

Rule synchronousCoupling() {
    return {.id = "synchronous-coupling",
            .severity = Severity::Hint,
            .basis = RuleBasis::Structural,
            .topic = Topic::Coupling,
            .summary = "one decision asks more than two contexts, or contexts ask one another in a circle",
            .check = check,
            .sight = {.elements = kinds(ElementKind::Decision, ElementKind::Fact, ElementKind::View,
                                        ElementKind::Context),
                      .words = 0,
                      .dangling = false}};
}

} // namespace factline::lint
