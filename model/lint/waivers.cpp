// SPDX-License-Identifier: Apache-2.0
#include "lint/waivers.h"

#include <fmt/format.h>

#include "lint/waiver_twins.h"

namespace factline::lint {

namespace {

std::string keyOfName(std::string_view rule, std::string_view element) {
    return fmt::format("{} {}", rule, element);
}

std::string keyOfPlace(std::string_view rule, ElementId id) {
    return fmt::format("{} {}", rule, id.value);
}

/// The first element that has that name outside the program, whatever its kind.
const Located* findNamed(const Lookup& lookup, std::string_view name) {
    for (const Located& located : lookup.all())
        if (located.key.name == name) return &located;
    return nullptr;
}

std::string fieldOf(std::size_t number) {
    return fmt::format("waivers[{}]", number);
}

} // namespace

Waivers::Waivers(const Lookup& lookup, const Lookup& everyStage, std::optional<Day> today)
    : m_today(today) {
    for (const Located* waived : lookup.waived()) {
        const Located& located = *waived;
        const Element& element = located.base();
        for (std::size_t i = 0; i < element.waivers.size(); ++i)
            add({.waiver = &element.waivers[i],
                 .element = located.key,
                 .at = element.id,
                 .field = fieldOf(i)},
                toString(located.key)); // others may have its name
    }
    const auto& own = lookup.model().waivers;
    for (std::size_t i = 0; i < own.size(); ++i) {
        PlacedWaiver placed{.waiver = &own[i], .field = fieldOf(i)};
        if (const Located* located = findNamed(lookup, own[i].element))
            placed.element = located->key;
        else
            placed.isOfStage = findNamed(everyStage, own[i].element) == nullptr;
        add(std::move(placed), own[i].element);
    }
}

void Waivers::add(PlacedWaiver placed, std::string_view element) {
    const Waiver& waiver = *placed.waiver;
    if (waiver.rule.empty()) return; // told where it is read
    placed.hasEnded = m_today && waiver.until && *waiver.until < *m_today;
    if (!placed.hasEnded) {
        m_byElement.emplace(keyOfName(waiver.rule, element), m_all.size());
        if (placed.at) m_byPlace.emplace(keyOfPlace(waiver.rule, placed.at), m_all.size());
    }
    m_all.push_back(std::move(placed));
}

const Waiver* Waivers::settle(const Finding& finding) {
    if (m_all.empty()) return nullptr;
    // of several the one that holds longest, of these the first
    PlacedWaiver* deciding = nullptr;
    const auto consider = [&](const auto& range) {
        for (auto it = range.first; it != range.second; ++it) {
            PlacedWaiver& placed = m_all[it->second];
            const bool isBetter = !deciding || holdsLonger(*placed.waiver, *deciding->waiver) ||
                                  (&placed < deciding && !holdsLonger(*deciding->waiver, *placed.waiver));
            if (isBetter) deciding = &placed;
        }
    };
    consider(m_byElement.equal_range(keyOfName(finding.rule, finding.element.name)));
    consider(m_byElement.equal_range(keyOfName(finding.rule, toString(finding.element))));
    if (finding.at) consider(m_byPlace.equal_range(keyOfPlace(finding.rule, finding.at)));
    if (!deciding) return nullptr;
    ++deciding->settled;
    return deciding->waiver;
}

} // namespace factline::lint
