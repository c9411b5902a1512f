// SPDX-License-Identifier: Apache-2.0
#include "lint/meaning.h"

#include <algorithm>
#include <array>

namespace factline::lint {

namespace {

/// The first claim of the closure that one of `claims` is; nothing where none is in it.
std::optional<std::size_t> firstOf(const Closure& closure, const std::vector<std::size_t>& claims) {
    std::optional<std::size_t> first;
    for (const std::size_t claim : claims)
        if (const auto found = closure.find(claim); found && (!first || *found < *first)) first = found;
    return first;
}

/// The first claim of the closure that is denied; nothing where none is.
std::optional<std::size_t> firstDenied(const Said& said, const Closure& closure) {
    for (std::size_t i = 0; i < closure.size() && !said.denied.empty(); ++i)
        if (said.denied.contains(said.claims.nodes()[closure.claim(i)].name)) return i;
    return std::nullopt;
}

std::unordered_set<std::string_view> setOf(const std::optional<std::vector<ClaimName>>& names) {
    return names ? std::unordered_set<std::string_view>(names->begin(), names->end())
                 : std::unordered_set<std::string_view>();
}

} // namespace

ClaimGraph::ClaimGraph(const Model& model) {
    m_nodes.reserve(model.claims.size());
    m_places = PlaceTable(model.claims.size());
    m_implications.reserve(model.claims.size());
    for (const auto& claim : model.claims) {
        auto& node = m_nodes[intern(claim->name)];
        if (!node.claim) node.claim = claim.get();
    }
    for (std::size_t i = 0, declared = m_nodes.size(); i < declared; ++i) {
        const Claim& claim = *m_nodes[i].claim;
        m_implications.emplace_back().reserve(claim.implies.size());
        for (const auto& name : claim.implies)
            m_implications[i].push_back(intern(name));
        for (const auto& name : claim.excludes) {
            const std::size_t other = intern(name);
            m_nodes[i].excludes.push_back(other);
            m_nodes[other].excludes.push_back(i);
        }
    }
    m_implications.resize(m_nodes.size());
}

std::size_t ClaimGraph::intern(std::string_view name) {
    const auto known =
        m_places.insert(std::hash<std::string_view>{}(name), static_cast<PlaceTable::Place>(m_nodes.size()),
                        [&](PlaceTable::Place i) { return m_nodes[i].name == name; });
    if (known) return *known;
    m_nodes.push_back({name});
    return m_nodes.size() - 1;
}

std::optional<std::size_t> ClaimGraph::find(std::string_view name) const {
    if (Asking::isNoting()) Asking::note(askedName(ElementKind::Claim, {}, name));
    const auto found = m_places.find(std::hash<std::string_view>{}(name),
                                     [&](PlaceTable::Place i) { return m_nodes[i].name == name; });
    return found ? std::optional<std::size_t>(*found) : std::nullopt;
}

Closure::Closure(const ClaimGraph& graph, const std::vector<ClaimName>& names)
    : m_graph(graph) {
    for (const auto& name : names)
        if (const auto claim = graph.find(name)) add(*claim, std::nullopt);
    for (std::size_t i = 0; i < m_steps.size(); ++i)
        for (const std::size_t implied : graph.implications()[m_steps[i].claim])
            add(implied, i);
}

void Closure::add(std::size_t claim, std::optional<std::size_t> from) {
    const std::size_t i = m_steps.size();
    if (!m_index.try_emplace(claim, i).second) return;
    if (Asking::isNoting()) Asking::note(askedName(ElementKind::Claim, {}, m_graph.nodes()[claim].name));
    const std::size_t depth = from ? m_steps[*from].depth + 1 : 0;
    m_steps.push_back({claim, from.value_or(i), depth, depth < Way::headLength ? i : m_steps[*from].head});
}

std::optional<std::size_t> Closure::find(std::size_t claim) const {
    const auto found = m_index.find(claim);
    return found == m_index.end() ? std::nullopt : std::optional(found->second);
}

Way Closure::wayTo(std::size_t i) const {
    Way way;
    const auto collect = [&](std::size_t step, std::size_t count) {
        for (; count > 0; --count, step = m_steps[step].from)
            way.names.emplace_back(m_graph.nodes()[m_steps[step].claim].name);
    };
    const std::size_t length = m_steps[i].depth + 1;
    if (length <= Way::headLength + Way::tailLength) {
        collect(i, length);
    } else {
        collect(i, Way::tailLength);
        collect(m_steps[i].head, Way::headLength);
        way.leftOut = length - Way::headLength - Way::tailLength;
    }
    std::ranges::reverse(way.names);
    return way;
}

Phrase verdictName(Verdict verdict) {
    switch (verdict) {
    case Verdict::Contradicted:
        return Phrase::of("contradicted");
    case Verdict::Denied:
        return Phrase::of("denied");
    case Verdict::Weaker:
        return Phrase::of("weaker");
    case Verdict::Guaranteed:
        return Phrase::of("guaranteed");
    case Verdict::Foreign:
        return Phrase::of("foreign");
    case Verdict::Unspecified:
        break;
    }
    return Phrase::of("unspecified");
}

Said::Said(const ClaimGraph& graph, const Event& saying)
    : claims(graph)
    , event(saying)
    , asserted(graph, saying.asserts.value_or(std::vector<ClaimName>()))
    , named(setOf(saying.asserts))
    , denied(setOf(saying.denies)) {}

Judgement judge(const Said& said, std::string_view publisher, const Reliance& reliance) {
    const ClaimGraph& claims = said.claims;
    const Closure needed(claims, {reliance.claim});

    for (std::size_t n = 0; n < needed.size(); ++n)
        if (const auto a = firstOf(said.asserted, claims.nodes()[needed.claim(n)].excludes))
            return {Verdict::Contradicted, said.asserted.wayTo(*a), needed.wayTo(n)};

    const auto relied = claims.find(reliance.claim);
    const auto asserted = relied ? said.asserted.find(*relied) : std::nullopt;
    if (asserted || said.named.contains(reliance.claim)) {
        const bool weaker = reliance.finality == Finality::Final && said.event.finality != Finality::Final;
        return {weaker ? Verdict::Weaker : Verdict::Guaranteed,
                asserted ? said.asserted.wayTo(*asserted) : Way{reliance.claim},
                {reliance.claim}};
    }
    if (const auto denied = firstDenied(said, needed)) return {Verdict::Denied, {}, needed.wayTo(*denied)};
    if (said.denied.contains(reliance.claim)) return {Verdict::Denied, {}, {reliance.claim}};

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
