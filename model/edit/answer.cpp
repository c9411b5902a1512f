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

std::string labelOf(const Event& event, const ClaimName& claim, Saying saying) {
    switch (saying) {
    case Saying::Asserts:
        return fmt::format("Let {} assert {}", event.name, claim);
    case Saying::Denies:
        return fmt::format("Let {} deny {}", event.name, claim);
    case Saying::Unsaid:
        break;
    }
    return fmt::format("Leave open whether {} means {}", event.name, claim);
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
                       fmt::format("{} already says that about {}. Nothing to change.", changed.name, claim));
    std::string label = labelOf(changed, claim, saying);
    return Edit(Several{std::move(label), {ReplaceElement{std::move(changed)}}});
}

} // namespace factline::edit
