// SPDX-License-Identifier: Apache-2.0
#include "lint/side_by_side.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "lint/words/tokens.h"
#include "lint/words/verbs.h"

namespace factline::lint {

namespace {

/// Why a verdict is what it is.
Phrase because(const Judgement& judgement, const SideBySide& sides, const std::string& claimOwner) {
    const std::string event = sides.event.name.substr(sides.event.name.rfind('/') + 1);
    const auto lastOf = [](const Way& way) { return way.names.empty() ? std::string() : way.names.back(); };
    switch (judgement.verdict) {
    case Verdict::Contradicted:
        return Phrase::of("{} asserts {}, which cannot hold together with {}.", event,
                          judgement.said.names.empty() ? std::string() : judgement.said.names.front(),
                          lastOf(judgement.needed));
    case Verdict::Denied:
        return judgement.needed.names.size() > 1
                   ? Phrase::of("{} denies {}, which this needs.", event, lastOf(judgement.needed))
                   : Phrase::of("{} denies it.", event);
    case Verdict::Weaker:
        return Phrase::of("{} asserts it, but may be revoked; it is needed for good.", event);
    case Verdict::Guaranteed:
        return judgement.said.names.size() > 1
                   ? Phrase::of("{} asserts {}, from which it follows.", event, judgement.said.names.front())
                   : Phrase::of("{} asserts it.", event);
    case Verdict::Foreign:
        return Phrase::of("That is not for {} to say: {} decides about it.", sides.publisher, claimOwner);
    case Verdict::Unspecified:
        return Phrase::of("Nobody has said. Ask {}.", sides.publisher);
    }
    return {};
}

std::set<std::string> contentWords(std::string_view text) {
    static const std::set<std::string_view> small{
        "a",  "an", "and", "are",  "be",  "by", "for", "has", "have", "in",   "is",  "it", "not",
        "of", "on", "or",  "that", "the", "to", "was", "we",  "were", "with", "can", "may"};
    std::set<std::string> words;
    for (std::string& word : wordsOf(text))
        if (!small.contains(word)) words.insert(baseForm(word));
    return words;
}

} // namespace

const ClaimGraph& LatestClaims::of(const Model& model) {
    const auto same = [](const auto& one, const auto& other) { return one.same(other); };
    if (!m_graph || !std::ranges::equal(m_claims, model.claims, same)) {
        m_claims = model.claims;
        m_graph.emplace(model);
    }
    return *m_graph;
}

std::optional<SideBySide> sideBySide(const Lookup& lookup, ElementId id) {
    LatestClaims known;
    return sideBySide(lookup, id, known);
}

std::optional<SideBySide> sideBySide(const Lookup& lookup, ElementId id, LatestClaims& known) {
    const Located* located = lookup.find(id);
    const auto* found = located ? std::get_if<const Subscription*>(&located->element) : nullptr;
    if (!found) return std::nullopt;
    const Subscription& subscription = **found;
    const Event* event = lookup.findEvent(subscription.event);
    SideBySide sides{.subscription = located->key,
                     .event = keyOf(ElementKind::Event, subscription.event.context, subscription.event.name),
                     .id = id,
                     .consumer = toString(Ref{located->context->name, located->consumer->name}),
                     .publisher = subscription.event.context,
                     .understoodAs = subscription.understoodAs,
                     .isDeclared = subscription.reliesOn.has_value()};
    if (event) sides.eventId = event->id, sides.means = event->means;

    const auto add = [&](const ClaimName& claim) {
        if (std::ranges::find(sides.claims, claim, &ClaimBetween::claim) != sides.claims.end()) return;
        ClaimBetween between{.claim = claim, .relying = edit::relyingOf(subscription, claim)};
        if (const Claim* declared = lookup.findClaim(claim))
            between.text = declared->text, between.owner = declared->of.context;
        if (event) between.saying = edit::sayingOf(*event, claim);
        sides.claims.push_back(std::move(between));
    };
    if (subscription.reliesOn)
        for (const Reliance& reliance : *subscription.reliesOn)
            add(reliance.claim);
    if (!event) return sides;
    for (const auto* list : {&event->asserts, &event->denies})
        if (*list)
            for (const ClaimName& claim : **list)
                add(claim);

    const Said said(known.of(lookup.model()), *event);
    for (ClaimBetween& between : sides.claims) {
        if (between.relying == edit::Relying::Not || !lookup.findClaim(between.claim)) continue;
        const Reliance reliance{between.claim, between.relying == edit::Relying::Final
                                                   ? std::optional(Finality::Final)
                                                   : std::nullopt};
        const Judgement judgement = judge(said, sides.publisher, reliance);
        between.verdict = judgement.verdict;
        between.because = because(judgement, sides, between.owner);
    }
    return sides;
}

std::vector<ElementId> subscriptionsAbout(const Lookup& lookup, ElementId element) {
    std::vector<ElementId> ids;
    const Located* located = lookup.find(element);
    if (!located) return ids;
    if (const auto* subscription = std::get_if<const Subscription*>(&located->element))
        ids.push_back((*subscription)->id);
    else if (const auto* view = std::get_if<const View*>(&located->element))
        for (const auto& one : (*view)->fedBy)
            ids.push_back(one->id);
    else if (const auto* policy = std::get_if<const Policy*>(&located->element))
        for (const auto& one : (*policy)->when)
            ids.push_back(one->id);
    else if (std::holds_alternative<const Event*>(located->element))
        for (const Subscriber& one : lookup.subscribers(parseRef(located->key.name, {})))
            ids.push_back(one.subscription->id);
    return ids;
}

std::vector<ClaimName> claimsThatSound(const Lookup& lookup, const SideBySide& sides) {
    constexpr std::size_t most = 3;
    const auto wanted = contentWords(sides.understoodAs);
    std::vector<std::pair<std::size_t, ClaimName>> alike;
    for (const auto& claim : lookup.model().claims) {
        if (std::ranges::find(sides.claims, claim->name, &ClaimBetween::claim) != sides.claims.end())
            continue;
        std::size_t common = 0;
        for (const std::string& word : contentWords(claim->name + " " + claim->text))
            common += wanted.contains(word) ? 1 : 0;
        if (common > 0) alike.emplace_back(common, claim->name);
    }
    std::ranges::stable_sort(alike, std::greater(), &std::pair<std::size_t, ClaimName>::first);
    std::vector<ClaimName> names;
    for (std::size_t i = 0; i < std::min(most, alike.size()); ++i)
        names.push_back(alike[i].second);
    return names;
}

} // namespace factline::lint
