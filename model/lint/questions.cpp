// SPDX-License-Identifier: Apache-2.0
#include "lint/questions.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace factline::lint {

namespace {

/// Where a context is told: with the first context of its team, then by its own place.
using Place = std::pair<std::size_t, std::size_t>;

std::map<ContextName, Place, std::less<>> placesOf(const Model& model) {
    std::map<ContextName, Place, std::less<>> places;
    std::map<std::string_view, std::size_t> teams;
    for (std::size_t i = 0; i < model.contexts.size(); ++i) {
        const Context& context = *model.contexts[i];
        const std::size_t first = context.team.empty() ? i : teams.try_emplace(context.team, i).first->second;
        places.try_emplace(context.name, first, i);
    }
    return places;
}

OwnerQuestions ownerOf(const ContextName& name, const Lookup& lookup) {
    OwnerQuestions owner{.context = name, .title = name};
    if (const Context* context = lookup.findContext(name)) {
        if (!context->title.empty()) owner.title = context->title;
        owner.team = context->team;
    }
    return owner;
}

Question questionOf(const Subscription& subscription, const ClaimName& claim, const Lookup& lookup) {
    Question question{.claim = claim};
    question.event = keyOf(ElementKind::Event, subscription.event.context, subscription.event.name);
    if (const Event* event = lookup.findEvent(subscription.event)) question.id = event->id;
    if (const Claim* declared = lookup.findClaim(claim)) question.claimText = declared->text;
    return question;
}

} // namespace

std::vector<OwnerQuestions> openQuestions(const std::vector<Finding>& findings, const Lookup& lookup) {
    std::map<ContextName, OwnerQuestions> owners;
    std::map<std::pair<std::string, ClaimName>, std::size_t> asked; // by event and claim: which of its owner
    for (const Finding& finding : findings) {
        if (finding.rule != "meaning-unspecified") continue;
        const Located* located = lookup.find(finding.at);
        const auto* subscription = located ? std::get_if<const Subscription*>(&located->element) : nullptr;
        if (!subscription) continue;
        const ContextName& context = (*subscription)->event.context;
        auto& questions = owners.try_emplace(context, ownerOf(context, lookup)).first->second.questions;
        Question question = questionOf(**subscription, finding.claim, lookup);
        const auto [known, isNew] =
            asked.try_emplace({question.event.name, question.claim}, questions.size());
        if (isNew) questions.push_back(std::move(question));
        Question& open = questions[known->second];
        open.severity = std::max(open.severity, finding.severity);
        open.askers.push_back({finding.element, finding.at, (*subscription)->understoodAs});
    }
    std::vector<OwnerQuestions> all;
    all.reserve(owners.size());
    for (auto& [name, owner] : owners) {
        std::ranges::stable_sort(owner.questions, std::greater(), &Question::severity);
        all.push_back(std::move(owner));
    }
    const auto places = placesOf(lookup.model());
    std::ranges::stable_sort(all, {}, [&](const OwnerQuestions& owner) {
        const auto found = places.find(owner.context);
        return found == places.end() ? Place(places.size(), 0) : found->second;
    });
    return all;
}

Phrase textOf(const Question& question) {
    const auto slash = question.event.name.rfind('/');
    return Phrase::of("Does {} mean {}?", question.event.name.substr(slash + 1), question.claim);
}

} // namespace factline::lint
