// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/finding.h"
#include "domain/lookup.h"

namespace factline::lint {

using Day = std::chrono::year_month_day;

/// A waiver, where it stands and what became of it.
struct PlacedWaiver {
    const Waiver* waiver = nullptr;
    ElementKey element;      ///< what it is about; the model where nothing of that name is there
    ElementId at;            ///< where it stands; none: the list of the model
    std::string field;       ///< key path there: "waivers[0]"
    bool isOfStage = true;   ///< false: what it is about exists in another stage
    bool hasEnded = false;   ///< its last day is over: it settles nothing any more
    std::size_t settled = 0; ///< how many findings it has settled
};

/// The waivers of a model, found by the findings that they are about. Keeps pointers into the Lookups.
class Waivers {
public:
    /// Without a `today` none has ended.
    Waivers(const Lookup& lookup, const Lookup& everyStage, std::optional<Day> today);

    /// The waiver in force for a finding of that rule about the element, or pointed at there; it counts as
    /// used. Null: none.
    const Waiver* settle(const Finding& finding);

    const std::vector<PlacedWaiver>& all() const { return m_all; }

private:
    void add(PlacedWaiver placed, std::string_view element);

    std::vector<PlacedWaiver> m_all;
    std::optional<Day> m_today;
    std::unordered_multimap<std::string, std::size_t>
        m_byElement; ///< rule and element: as the list of the model names it, else kind and name
    std::unordered_multimap<std::string, std::size_t> m_byPlace; ///< rule and number of the element
};

} // namespace factline::lint
