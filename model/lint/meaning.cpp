// SPDX-License-Identifier: Apache-2.0
#include "lint/meaning.h"

#include <algorithm>
#include <array>

namespace factline::lint {

namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

/// A claim reached along `implies`, and by which step; breadth first, so every way is a shortest one.
struct Step {
    std::size_t claim = 0;
    std::size_t from = none; ///< index of the step before
};
using Closure = std::vector<Step>;

Closure closure(const ClaimGraph& graph, const std::vector<ClaimName>& names) {
    Closure steps;
    std::unordered_map<std::size_t, bool> seen;
    for (const auto& name : names)
        if (const auto claim = graph.find(name); claim && seen.try_emplace(*claim, true).second)
            steps.push_back({*claim});
    for (std::size_t i = 0; i < steps.size(); ++i)
        for (const std::size_t implied : graph.nodes()[steps[i].claim].implies)
            if (seen.try_emplace(implied, true).second) steps.push_back({implied, i});
    return steps;
}

std::vector<ClaimName> wayTo(const ClaimGraph& graph, const Closure& closure, std::size_t step) {
    std::vector<ClaimName> way;
    for (; step != none; step = closure[step].from)
        way.emplace_back(graph.nodes()[closure[step].claim].name);
    std::ranges::reverse(way);
    return way;
}

bool contains(const std::vector<ClaimName>& names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

/// The first step of the closure that `wanted` holds for, or none.
template<typename Wanted>
std::size_t firstStep(const Closure& closure, Wanted wanted) {
    const auto found = std::ranges::find_if(closure, [&](const Step& step) { return wanted(step.claim); });
    return found == closure.end() ? none : static_cast<std::size_t>(found - closure.begin());
}

} // namespace

ClaimGraph::ClaimGraph(const Model& model) {
    m_nodes.reserve(model.claims.size());
    m_index.reserve(model.claims.size());
    for (const auto& claim : model.claims) {
        auto& node = m_nodes[intern(claim->name)];
        if (!node.claim) node.claim = claim.get();
    }
    for (std::size_t i = 0, declared = m_nodes.size(); i < declared; ++i) {
        const Claim& claim = *m_nodes[i].claim;
        for (const auto& name : claim.implies) {
            const std::size_t other = intern(name);
            m_nodes[i].implies.push_back(other);
        }
        for (const auto& name : claim.excludes) {
            const std::size_t other = intern(name);
            m_nodes[i].excludes.push_back(other);
            m_nodes[other].excludes.push_back(i);
        }
    }
}

std::size_t ClaimGraph::intern(std::string_view name) {
    const auto [place, isNew] = m_index.try_emplace(name, m_nodes.size());
    if (isNew) m_nodes.push_back({name});
    return place->second;
}

std::optional<std::size_t> ClaimGraph::find(std::string_view name) const {
    const auto found = m_index.find(name);
    return found == m_index.end() ? std::nullopt : std::optional(found->second);
}

std::vector<std::vector<ClaimName>> waysFrom(const ClaimGraph& claims, const std::vector<ClaimName>& names) {
    const Closure steps = closure(claims, names);
    std::vector<std::vector<ClaimName>> ways;
    ways.reserve(steps.size());
    for (std::size_t i = 0; i < steps.size(); ++i)
        ways.push_back(wayTo(claims, steps, i));
    return ways;
}

std::string_view verdictName(Verdict verdict) {
    static constexpr std::array<std::string_view, 6> names{"contradicted", "denied",  "weaker",
                                                           "guaranteed",   "foreign", "unspecified"};
    return names.at(static_cast<std::size_t>(verdict));
}

Judgement judge(const ClaimGraph& claims, const Event& event, std::string_view publisher,
                const Reliance& reliance) {
    static const std::vector<ClaimName> nothing;
    const auto& asserts = event.asserts ? *event.asserts : nothing;
    const auto& denies = event.denies ? *event.denies : nothing;
    const Closure said = closure(claims, asserts);
    const Closure needed = closure(claims, {reliance.claim});

    for (std::size_t n = 0; n < needed.size(); ++n) {
        const auto& excludes = claims.nodes()[needed[n].claim].excludes;
        if (excludes.empty()) continue;
        const std::size_t a = firstStep(
            said, [&](std::size_t claim) { return std::ranges::find(excludes, claim) != excludes.end(); });
        if (a != none) return {Verdict::Contradicted, wayTo(claims, said, a), wayTo(claims, needed, n)};
    }

    const auto relied = claims.find(reliance.claim);
    const std::size_t asserted =
        firstStep(said, [&](std::size_t claim) { return relied && claim == *relied; });
    if (asserted != none || contains(asserts, reliance.claim)) {
        const bool weaker = reliance.finality == Finality::Final && event.finality != Finality::Final;
        return {weaker ? Verdict::Weaker : Verdict::Guaranteed,
                asserted == none ? std::vector{reliance.claim} : wayTo(claims, said, asserted),
                {reliance.claim}};
    }
    const std::size_t denied =
        firstStep(needed, [&](std::size_t claim) { return contains(denies, claims.nodes()[claim].name); });
    if (denied != none) return {Verdict::Denied, {}, wayTo(claims, needed, denied)};
    if (contains(denies, reliance.claim)) return {Verdict::Denied, {}, {reliance.claim}};

    const Claim* claim = relied ? claims.nodes()[*relied].claim : nullptr;
    const bool foreign = claim && !claim->of.empty() && claim->of.context != publisher;
    return {foreign ? Verdict::Foreign : Verdict::Unspecified, {}, {reliance.claim}};
}

Severity severityOf(Verdict verdict, Dependence dependence) {
    switch (verdict) {
    case Verdict::Contradicted:
    case Verdict::Denied:
        return Severity::Error;
    case Verdict::Weaker:
    case Verdict::Foreign:
        return dependence == Dependence::None ? Severity::Warning : Severity::Error;
    case Verdict::Unspecified:
        return dependence == Dependence::Irreversible ? Severity::Error : Severity::Warning;
    case Verdict::Guaranteed:
        break;
    }
    return Severity::Off;
}

} // namespace factline::lint
