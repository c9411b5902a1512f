// SPDX-License-Identifier: Apache-2.0
#include "lint/incremental.h"

#include <algorithm>

#include "lint/change.h"

namespace factline::lint {

namespace {

ElementId idOf(const Located& located) {
    return std::visit([](const auto* element) { return element->id; }, located.element);
}

/// Whether every element has an id and no two have the same.
bool areApart(const Lookup& lookup) {
    return std::ranges::all_of(lookup.all(), [&](const Located& located) {
        const ElementId id = idOf(located);
        return id && lookup.find(id) == &located;
    });
}

/// A few bits hold what many names would say, but for being sure.
AskedName bitOf(AskedName name) {
    constexpr std::uint64_t mix = 0x9E3779B97F4A7C15ULL;
    return AskedName(1) << ((name * mix) >> 58U);
}

} // namespace

void Incremental::forget(ElementId id) {
    const auto found = m_places.find(id);
    if (found == m_places.end()) return;
    m_units[found->second] = {};
    m_free.push_back(found->second);
    m_places.erase(found);
}

void Incremental::forgetAll() {
    m_units.clear();
    m_places.clear();
    m_free.clear();
    m_claims = nullptr;
    m_before = nullptr;
}

/// Notes what may have changed as stale; false where everything may have.
bool Incremental::follow(const Lookup& lookup) {
    m_stale.clear();
    m_timeHolds = false;
    m_changed.reset();
    if (!m_before) return false;
    auto change = changeBetween(m_before->model(), lookup.model());
    if (!change) return false;
    for (const ElementId id : change->gone)
        forget(id);
    if (change->claims) m_claims = nullptr;
    m_timeHolds = !change->time;
    AskedName some = 0;
    for (const AskedName name : change->names)
        some |= bitOf(name);
    for (const Unit& unit : m_units) {
        if (!unit.id) continue;
        const auto isOut = [&](AskedName name) { return change->names.contains(name); };
        if (change->touched.contains(unit.id) ||
            ((unit.some & some) != 0 && std::ranges::any_of(unit.asked, isOut)))
            m_stale.push_back(unit.id);
    }
    for (const ElementId id : change->touched)
        if (!m_places.contains(id)) m_stale.push_back(id);
    m_changed = std::move(change->names);
    return true;
}

void Incremental::look(const Located& located, const Survey& survey) {
    Unit unit{.id = idOf(located)};
    {
        const Asking asking(unit.asked);
        Asking::note(askedName(located.key)); // another one of its name may come before it
        lookAt(located, survey, unit.objections);
        unit.dangling = danglingOf(survey, located);
    }
    std::ranges::sort(unit.asked);
    unit.asked.erase(std::unique(unit.asked.begin(), unit.asked.end()), unit.asked.end());
    unit.asked.shrink_to_fit();
    for (const AskedName name : unit.asked)
        unit.some |= bitOf(name);
    ++m_lookedAt;
    if (const auto known = m_places.find(unit.id); known != m_places.end()) {
        m_units[known->second] = std::move(unit);
    } else if (!m_free.empty()) {
        m_places.emplace(unit.id, m_free.back());
        m_units[m_free.back()] = std::move(unit);
        m_free.pop_back();
    } else {
        m_places.emplace(unit.id, m_units.size());
        m_units.push_back(std::move(unit));
    }
}

Outcome Incremental::collect(Survey& survey, const Options& options) {
    std::vector<Objection> objections;
    for (const Unit& unit : m_units) {
        objections.insert(objections.end(), unit.objections.begin(), unit.objections.end());
        for (Dangling dangling : unit.dangling) {
            dangling.holder = survey.lookup.find(unit.id);
            survey.dangling.push_back(std::move(dangling));
        }
    }
    std::ranges::stable_sort(survey.dangling, {}, &Dangling::holder); // all stand in one list
    for (Dangling& dangling : danglingOfRoot(survey))
        survey.dangling.push_back(std::move(dangling));
    lookAtModel(survey, false, objections);
    if (!m_timeHolds) {
        m_aboutTime.clear();
        survey.knowBreaches(m_breaches.of(survey.lookup, m_changed ? &*m_changed : nullptr));
        lookAtModel(survey, true, m_aboutTime);
    }
    objections.insert(objections.end(), m_aboutTime.begin(), m_aboutTime.end());
    return settle(std::move(objections), survey, options);
}

Outcome Incremental::inspect(std::shared_ptr<const Lookup> lookup, const Options& options) {
    m_lookedAt = 0;
    const bool isCut = options.everyStage && options.everyStage != lookup.get();
    const bool follows = !isCut && follow(*lookup);
    if (!follows) {
        forgetAll();
        if (isCut || !areApart(*lookup)) return lint::inspect(*lookup, options);
    }
    Survey survey(*lookup, *lookup, m_claims);
    m_claims = survey.sharedClaims();
    if (follows) {
        for (const ElementId id : m_stale)
            if (const Located* located = lookup->find(id)) look(*located, survey);
    } else {
        m_units.reserve(lookup->all().size());
        for (const Located& located : lookup->all())
            look(located, survey);
    }
    m_before = std::move(lookup); // before `survey` goes: claims point into it
    return collect(survey, options);
}

} // namespace factline::lint
