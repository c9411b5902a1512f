// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"

namespace factline::lint {

namespace {

void checkClaims(const ClaimGraph& claims, Report& report) {
    const auto& nodes = claims.nodes();
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (std::ranges::find(nodes[i].excludes, i) == nodes[i].excludes.end()) continue;
        const std::string name(nodes[i].name);
        report.add({.element = {ElementKind::Claim, name},
                    .at = nodes[i].claim->id,
                    .field = "excludes",
                    .message = Phrase::of("{} excludes itself, so it can never be so.", name),
                    .claim = name});
    }
}

/// "c/E asserts a.x and a.y, which exclude one another", with how both come to be asserted.
Phrase exclusionText(const std::string& event, const Way& one, const Way& other) {
    const bool follows = std::ranges::mismatch(one.names, other.names).in1 == one.names.end();
    if (other.names.size() == 1) // ways come shortest first
        return Phrase::of("{} asserts {} and {}, which exclude one another.", event, one.names.front(),
                          other.names.front());
    const Phrase both =
        follows ? chain(other) : Phrase::of("{}; and it asserts {}", chain(one), chain(other));
    return Phrase::of("{} asserts {}. But {} and {} exclude one another.", event, both, one.names.back(),
                      other.names.back());
}

/// What one event says.
class Saying {
public:
    Saying(const Event& event, const Context& context, const ClaimGraph& claims, Report& report)
        : m_event(event)
        , m_name(qualified(context, event))
        , m_claims(claims)
        , m_said(claims, *event.asserts)
        , m_report(report) {}

    void checkDenied() const {
        if (!m_event.denies) return;
        for (const ClaimName& denied : eachOnce(*m_event.denies)) {
            const auto claim = m_claims.find(denied);
            const auto found = claim ? m_said.find(*claim) : std::nullopt;
            if (!found) continue;
            const Way way = m_said.wayTo(*found);
            add(denied, "denies",
                way.names.size() == 1
                    ? Phrase::of("{} both asserts and denies {}.", m_name, denied)
                    : Phrase::of("{} asserts {}, and denies {}.", m_name, chain(way), denied),
                way.names);
        }
    }

    /// Each pair once, told for the one that comes first.
    void checkExclusions() const {
        for (std::size_t i = 0; i < m_said.size(); ++i) {
            std::vector<std::size_t> others;
            for (const std::size_t excluded : m_claims.nodes()[m_said.claim(i)].excludes)
                if (const auto j = m_said.find(excluded); j && *j > i) others.push_back(*j);
            if (others.empty()) continue;
            std::ranges::sort(others);
            others.erase(std::unique(others.begin(), others.end()), others.end());
            addExclusion(i, others);
        }
    }

private:
    void addExclusion(std::size_t i, const std::vector<std::size_t>& others) const {
        constexpr std::size_t named = 3;
        const Way one = m_said.wayTo(i), other = m_said.wayTo(others.front());
        std::vector<std::string> evidence = one.names;
        std::vector<Phrase> rest;
        evidence.insert(evidence.end(), other.names.begin(), other.names.end());
        for (std::size_t k = 1; k < std::min(others.size(), named + 1); ++k) {
            evidence.emplace_back(m_claims.nodes()[m_said.claim(others[k])].name);
            rest.emplace_back(evidence.back());
        }
        if (others.size() > named + 1) rest.push_back(Phrase::of("{} more", others.size() - named - 1));
        Phrase message = exclusionText(m_name, one, other);
        if (!rest.empty())
            message =
                std::move(message) + " " +
                Phrase::of("{} also excludes {}, which it asserts too.", one.names.back(), enumeration(rest));
        add(one.names.back(), "asserts", std::move(message), std::move(evidence));
    }

    void add(std::string_view claim, std::string_view field, Phrase message,
             std::vector<std::string> evidence) const {
        m_report.add({.element = {ElementKind::Event, m_name},
                      .at = m_event.id,
                      .field = std::string(field),
                      .message = std::move(message),
                      .evidence = eachOnce(std::move(evidence)),
                      .claim = std::string(claim)});
    }

    const Event& m_event;
    const std::string m_name;
    const ClaimGraph& m_claims;
    const Closure m_said;
    Report& m_report;
};

void check(const Survey& survey, Report& report) {
    checkClaims(survey.claims, report);
}

void checkEvent(const Event& event, const Context& context, const Survey& survey, Report& report) {
    if (!event.asserts) return;
    const Saying saying(event, context, survey.claims, report);
    saying.checkDenied();
    saying.checkExclusions();
}

} // namespace

Rule claimContradiction() {
    return {.id = "claim-contradiction",
            .severity = Severity::Error,
            .basis = RuleBasis::Declared,
            .topic = Topic::Meaning,
            .summary = "an event asserts and denies one claim, or two that exclude one another; or a claim "
                       "excludes itself",
            .check = check,
            .also = {checkEvent},
            .sight = {.elements = kinds(ElementKind::Claim), .words = 0, .dangling = false}};
}

} // namespace factline::lint
