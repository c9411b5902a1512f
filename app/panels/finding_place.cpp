// SPDX-License-Identifier: Apache-2.0
#include "panels/finding_place.h"

#include <algorithm>

#include "picture/draw_model.h"

namespace factline::panels {

namespace {

FindingPlace inConsumer(const Located& located, const std::string& field) {
    const auto* subscription = std::get<const Subscription*>(located.element);
    const bool isView = std::ranges::any_of(
        located.context->views, [&](const auto& view) { return view->id == located.consumer->id; });
    std::string path = (isView ? "fedBy." : "when.") + unparseRef(subscription->event, located.context->name);
    if (!field.empty()) path += '.' + field;
    return {located.consumer->id, std::move(path)};
}

} // namespace

FindingPlace placeOf(const Finding& finding, const Lookup& lookup) {
    if (const Located* at = lookup.find(finding.at)) {
        if (at->consumer) return inConsumer(*at, finding.field);
        return {at->id(), finding.field};
    }
    for (const ElementKey& place : picture::placesOf(finding, lookup))
        if (const Located* found = lookup.find(place))
            return {found->consumer ? found->consumer->id : found->id(), {}};
    return {};
}

} // namespace factline::panels
