// SPDX-License-Identifier: Apache-2.0
#include "lint/incremental.h"

#include <algorithm>

#include "lint/change.h"

namespace factline::lint {

namespace {

/// Whether every element has an id and no two have the same.
bool areApart(const Lookup& lookup) {
    return std::ranges::all_of(lookup.all(), [&](const Located& located) {
        const ElementId id = located.id();
        return id && lookup.find(id) == &located;
    });
}

} // namespace

/// A few bits hold what many names would say, but for being sure.
void Incremental::set(Bits& bits, AskedName name) {
    constexpr std::uint64_t mix = 0x9E3779B97F4A7C15ULL;
    const std::uint64_t place = (name * mix) >> 56U;
    bits.at(place / 64) |= std::uint64_t(1) << (place % 64);
}

std::shared_ptr<const Lookup> Incremental::lookupOf(const Model& next) const {
    return m_before ? std::make_shared<const Lookup>(next, *m_before) : std::make_shared<const Lookup>(next);
}

void Incremental::forget(ElementId id) {
    const auto found = m_places.find(id);
    if (found == m_places.end()) return;
    const std::size_t place = found->second;
    m_danglingChanged = m_danglingChanged || !m_units[place].dangling.empty();
    m_units[place] = {};
    m_some[place] = {};
    m_telling.erase(place);
    m_free.push_back(place);
    m_places.erase(found);
}

void Incremental::forgetAll() {
    m_units.clear();
    m_some.clear();
    m_telling.clear();
    m_places.clear();
    m_free.clear();
    m_ofModel.clear();
    m_claims = nullptr;
    m_facts = nullptr;
    m_before = nullptr;
}

/// Notes what may have changed as stale; false where everything may have.
bool Incremental::follow(const Lookup& lookup) {
    m_stale.clear();
    m_change.reset();
    m_danglingChanged = false;
    if (!m_before) return false;
    m_change = changeBetween(m_before->model(), lookup.model());
    if (!m_change) return false;
    for (const ElementId id : m_change->gone)
        forget(id);
    if (m_change->hasClaims()) m_claims = nullptr;
    if ((m_change->elements & kinds(ElementKind::Fact, ElementKind::Context)) != 0) m_facts = nullptr;
    Bits out{};
    for (const AskedName name : m_change->names)
        set(out, name);
    const auto mayBeOut = [&](const Bits& some) {
        return ((some[0] & out[0]) | (some[1] & out[1]) | (some[2] & out[2]) | (some[3] & out[3])) != 0;
    };
    const auto isOut = [&](AskedName name) { return m_change->names.contains(name); };
    for (std::size_t i = 0; i < m_some.size(); ++i)
        if (mayBeOut(m_some[i]) && !m_change->touched.contains(m_units[i].id) &&
            std::ranges::any_of(m_units[i].asked, isOut))
            m_stale.push_back(m_units[i].id);
    m_stale.insert(m_stale.end(), m_change->touched.begin(), m_change->touched.end());
    return true;
}

void Incremental::look(const Located& located, const Survey& survey) {
    Unit unit{.id = located.id()};
    {
        const Asking asking(unit.asked);
        Asking::note(askedName(located.key)); // another one of its name may come before it
        lookAt(located, survey, unit.objections);
        unit.dangling = danglingOf(survey, located);
    }
    std::ranges::sort(unit.asked);
    unit.asked.erase(std::unique(unit.asked.begin(), unit.asked.end()), unit.asked.end());
    unit.asked.shrink_to_fit();
    Bits some{};
    for (const AskedName name : unit.asked)
        set(some, name);
    ++m_lookedAt;
    const auto [known, isNew] = m_places.try_emplace(unit.id, m_units.size());
    if (isNew && !m_free.empty()) {
        known->second = m_free.back();
        m_free.pop_back();
    } else if (isNew) {
        m_units.emplace_back();
        m_some.emplace_back();
    }
    const std::size_t place = known->second;
    m_danglingChanged = m_danglingChanged || !m_units[place].dangling.empty() || !unit.dangling.empty();
    if (unit.objections.empty() && unit.dangling.empty())
        m_telling.erase(place);
    else
        m_telling.insert(place);
    m_units[place] = std::move(unit);
    m_some[place] = some;
}

/// All that lead nowhere, in the order of the model.
void Incremental::fillInDangling(Survey& survey) const {
    std::vector<std::pair<std::size_t, std::size_t>> places; // in the model, and of the unit
    for (const std::size_t place : m_telling)
        if (!m_units[place].dangling.empty())
            places.emplace_back(survey.lookup.placeOf(m_units[place].id).value_or(0), place);
    std::ranges::sort(places);
    for (const auto& [order, place] : places)
        for (Dangling dangling : m_units[place].dangling) {
            dangling.holder = survey.lookup.find(m_units[place].id);
            survey.dangling.push_back(std::move(dangling));
        }
    for (Dangling& dangling : danglingOfRoot(survey))
        survey.dangling.push_back(std::move(dangling));
}

/// Whether a look at the model may now say something else than when it was last asked.
bool Incremental::isToBeAsked(const Look& look) const {
    if (!m_change) return true;
    if (look.rule->isAboutTime) return m_change->isAboutTime();
    const Sight& sight = look.rule->sight;
    return m_change->isRoot || (m_change->elements & sight.elements) != 0 ||
           (m_change->words & sight.words) != 0 ||
           (sight.dangling && (m_danglingChanged || m_change->isOther));
}

void Incremental::askAboutModel(Survey& survey) {
    const auto looks = lint::looksAtModel();
    m_ofModel.resize(looks.size());
    m_looksAtModel = 0;
    if (!m_change || m_change->isAboutTime())
        survey.knowBreaches(m_breaches.of(survey.lookup, m_change ? &m_change->names : nullptr));
    for (std::size_t i = 0; i < looks.size(); ++i) {
        if (!isToBeAsked(looks[i])) continue;
        m_ofModel[i].clear();
        lookAtModel(looks[i], survey, m_ofModel[i]);
        ++m_looksAtModel;
    }
}

Outcome Incremental::collect(Survey& survey, const Options& options) {
    fillInDangling(survey);
    askAboutModel(survey);
    std::vector<Objection> objections;
    for (const std::size_t place : m_telling)
        objections.insert(objections.end(), m_units[place].objections.begin(),
                          m_units[place].objections.end());
    for (const auto& said : m_ofModel)
        objections.insert(objections.end(), said.begin(), said.end());
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
    survey.knowFacts(m_facts);
    if (follows) {
        for (const ElementId id : m_stale)
            if (const Located* located = lookup->find(id)) look(*located, survey);
    } else {
        m_units.reserve(lookup->all().size());
        m_some.reserve(lookup->all().size());
        for (const Located& located : lookup->all())
            look(located, survey);
    }
    m_before = std::move(lookup); // before `survey` goes: claims point into it
    m_facts = survey.sharedFacts();
    return collect(survey, options);
}

} // namespace factline::lint
