// SPDX-License-Identifier: Apache-2.0
#include "lint/waiver_twins.h"

#include <algorithm>

namespace factline::lint {

bool holdsLonger(const Waiver& one, const Waiver& other) {
    return other.until && (!one.until || *one.until > *other.until);
}

bool isOutlived(const PlacedWaiver& placed, const Survey& survey) {
    const Waiver& waiver = *placed.waiver;
    const std::string& name = waiver.element.empty() ? placed.element.name : waiver.element;
    std::vector<const Waiver*> twins; // in the order in which they stand, this one among them
    if (const Located* located = survey.lookup.find(placed.element)) {
        const Element& element = located->base();
        for (const Waiver& other : element.waivers)
            if (other.rule == waiver.rule) twins.push_back(&other);
    }
    for (const Waiver& other : survey.lookup.model().waivers)
        if (other.rule == waiver.rule && other.element == name) twins.push_back(&other);
    bool isBefore = true;
    return std::ranges::any_of(twins, [&](const Waiver* other) {
        if (other == &waiver) isBefore = false;
        return other != &waiver && (isBefore ? !holdsLonger(waiver, *other) : holdsLonger(*other, waiver));
    });
}

} // namespace factline::lint
