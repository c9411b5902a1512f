// SPDX-License-Identifier: Apache-2.0
#include "compare/pairing.h"

#include <algorithm>
#include <map>

#include "domain/sections.h"

namespace factline::compare {

namespace {

/// Elements by kind and bare name.
using ByName = std::map<std::pair<ElementKind, std::string_view>, std::vector<const Located*>>;

bool canMove(ElementKind kind) {
    return kind != ElementKind::Claim && kind != ElementKind::Context && kind != ElementKind::Audience &&
           kind != ElementKind::Subscription;
}

const std::vector<Shared<Subscription>>* subscriptionsIn(const Located& located) {
    if (const auto* view = std::get_if<const View*>(&located.element)) return &(*view)->fedBy;
    if (const auto* policy = std::get_if<const Policy*>(&located.element)) return &(*policy)->when;
    return nullptr;
}

} // namespace

Pairing::Pairing(const Lookup& before, const Lookup& after)
    : m_before(before)
    , m_after(after) {
    pairMoved();
}

const Located* Pairing::before(ElementId after) const {
    const auto origin = m_origin.find(after);
    return m_before.find(origin == m_origin.end() ? after : origin->second);
}

const Located* Pairing::after(ElementId before) const {
    const auto moved = m_moved.find(before);
    return m_after.find(moved == m_moved.end() ? before : moved->second);
}

// One of a kind and name that is gone here and new there. Of several nobody can say which is which.
void Pairing::pairMoved() {
    ByName gone;
    for (const Located& located : m_before.all())
        if (canMove(located.key.kind) && !m_after.find(elementOf(located).id))
            gone[{located.key.kind, elementOf(located).name}].push_back(&located);
    ByName fresh;
    for (const Located& located : m_after.all()) {
        const Element& element = elementOf(located);
        if (!canMove(located.key.kind) || m_before.find(element.id)) continue;
        fresh[{located.key.kind, element.name}].push_back(&located);
        for (const std::string& name : element.formerly)
            if (!gone.contains({located.key.kind, element.name}))
                fresh[{located.key.kind, name}].push_back(&located);
    }
    for (const auto& [name, was] : gone) {
        const auto found = fresh.find(name);
        if (was.size() != 1 || found == fresh.end() || found->second.size() != 1) continue;
        const Located& is = *found->second.front();
        if (!m_origin.emplace(elementOf(is).id, elementOf(*was.front()).id).second) continue;
        m_moved.emplace(elementOf(*was.front()).id, elementOf(is).id);
    }
    for (const Located& is : m_after.all())
        if (subscriptionsIn(is))
            if (const Located* was = before(elementOf(is).id)) pairSubscriptions(*was, is);
}

// What a consumer is fed by, told by the event: one of them, or both, may have moved.
void Pairing::pairSubscriptions(const Located& was, const Located& is) {
    const auto* old = subscriptionsIn(was);
    const auto* now = subscriptionsIn(is);
    if (!old || !now) return;
    for (const auto& subscription : *now) {
        if (before(subscription->id)) continue;
        const Located* event = m_after.find(ElementKind::Event, subscription->event);
        const Located* eventBefore = event ? before(elementOf(*event).id) : nullptr;
        const auto same = std::ranges::find_if(*old, [&](const auto& candidate) {
            if (after(candidate->id)) return false;
            return candidate->event == subscription->event ||
                   (eventBefore && m_before.find(ElementKind::Event, candidate->event) == eventBefore);
        });
        if (same == old->end()) continue;
        m_moved.emplace((*same)->id, subscription->id);
        m_origin.emplace(subscription->id, (*same)->id);
    }
}

} // namespace factline::compare
