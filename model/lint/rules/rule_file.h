// SPDX-License-Identifier: Apache-2.0
#pragma once

// What every file of a rule needs. Each defines one function of the rule's name in camelCase that gives the
// Rule; registry.cpp lists it.

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <string>
#include <vector>

#include "lint/fixing.h"
#include "lint/phrases.h"
#include "lint/report.h"
#include "lint/survey.h"

namespace factline::lint {

/// The qualified name of something inside a context, "orders/OrderPlaced".
inline std::string qualified(const Context& context, const Element& element) {
    return toString(Ref{context.name, element.name});
}

/// The id of an element; none for the model itself.
inline ElementId idOf(const Located* located) {
    if (!located) return {};
    return located->id();
}

/// Whether a reference consumes or causes an event; one that leads nowhere is event-unowned.
inline bool isConsumedOrCaused(const RefUse& use) {
    return use.field == "event" || use.field == "then" || use.field == "compensatedBy";
}

/// The bare name of an element.
inline const std::string& bareName(const Located& located) {
    return located.base().name;
}

/// Names of the decisions, as evidence.
inline std::vector<std::string> namesOf(const std::vector<Reader>& readers) {
    std::vector<std::string> names;
    names.reserve(readers.size());
    for (const Reader& reader : readers)
        names.push_back(qualified(*reader.context, *reader.decision));
    return eachOnce(std::move(names));
}

} // namespace factline::lint
