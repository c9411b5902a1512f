// SPDX-License-Identifier: Apache-2.0
#include "edit/answer.h"

#include <algorithm>
#include <fmt/format.h>

#include "domain/lookup.h"
#include "edit/steps.h"

namespace factline::edit {

namespace {

bool names(const std::optional<std::vector<ClaimName>>& list, const ClaimName& claim) {
    return list && std::ranges::find(*list, claim) != list->end();
}

void put(std::optional<std::vector<ClaimName>>& list, const ClaimName& claim, bool wanted) {
    if (!wanted) {
        if (list) std::erase(*list, claim);
    } else if (!names(list, claim)) {
        if (!list) list.emplace();
        list->push_back(claim);
    }
}

Phrase labelOf(const Event& event, const ClaimName& claim, Saying saying) {
    switch (saying) {
    case Saying::Asserts:
        return Phrase::of("Let {} assert {}", event.name, claim);
    case Saying::Denies:
        return Phrase::of("Let {} deny {}", event.name, claim);
    case Saying::Unsaid:
        break;
    }
    return Phrase::of("Leave open whether {} means {}", event.name, claim);
}

} // namespace

Saying sayingOf(const Event& event, const ClaimName& claim) {
    if (names(event.asserts, claim)) return Saying::Asserts;
    return names(event.denies, claim) ? Saying::Denies : Saying::Unsaid;
}

Result<Edit> say(const Model& model, ElementId event, const ClaimName& claim, Saying saying) {
    const Lookup lookup(model);
    const Located* located = lookup.find(event);
    const auto* found = located ? std::get_if<const Event*>(&located->element) : nullptr;
    if (!found) return unknownId();
    Event changed = **found;
    put(changed.asserts, claim, saying == Saying::Asserts);
    put(changed.denies, claim, saying == Saying::Denies);
    if (changed == **found)
        return failure(ErrorCode::Refused,
                       Phrase::of("{} already says that about {}. Nothing to change.", changed.name, claim));
    Phrase label = labelOf(changed, claim, saying);
    return Edit(Several{std::move(label), {ReplaceElement{std::move(changed)}}});
}

Relying relyingOf(const Subscription& subscription, const ClaimName& claim) {
    if (!subscription.reliesOn) return Relying::Not;
    const auto found = std::ranges::find(*subscription.reliesOn, claim, &Reliance::claim);
    if (found == subscription.reliesOn->end()) return Relying::Not;
    return found->finality == Finality::Final ? Relying::Final : Relying::Any;
}

Result<Edit> rely(const Model& model, ElementId subscription, const ClaimName& claim, Relying relying) {
    const Lookup lookup(model);
    const Located* located = lookup.find(subscription);
    const auto* found = located ? std::get_if<const Subscription*>(&located->element) : nullptr;
    if (!found) return unknownId();
    if (relyingOf(**found, claim) == relying)
        return failure(ErrorCode::Refused, Phrase::of("{} already relies so on {}. Nothing to change.",
                                                      located->key.name, claim));
    Subscription changed = **found;
    if (!changed.reliesOn) changed.reliesOn.emplace();
    const auto place = std::ranges::find(*changed.reliesOn, claim, &Reliance::claim);
    const bool stands = place != changed.reliesOn->end();
    const std::optional<Finality> finality =
        relying == Relying::Final ? std::optional(Finality::Final) : std::nullopt;
    if (relying == Relying::Not)
        std::erase_if(*changed.reliesOn, [&](const Reliance& one) { return one.claim == claim; });
    else if (stands)
        place->finality = finality;
    else
        changed.reliesOn->push_back({claim, finality});
    const std::string consumer = located->consumer ? located->consumer->name : std::string();
    Phrase label = relying == Relying::Not ? Phrase::of("Let {} not rely on {}", consumer, claim)
                                           : Phrase::of("Let {} rely on {}", consumer, claim);
    return Edit(Several{std::move(label), {ReplaceElement{std::move(changed)}}});
}

} // namespace factline::edit
