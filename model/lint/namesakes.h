// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "domain/lookup.h"

namespace factline::lint {

/// One of several facts, or events, that have one name in several contexts.
struct Namesake {
    const Located* element = nullptr;
    std::string definition;  ///< its `means`, as far as it matters for comparing; empty: not defined
    std::size_t lineage = 0; ///< facts that take over from one another count as one
};

/// The facts (events) of a model by name, where more than one context has the name. Groups in the order of
/// their first members by name; in a group sorted by qualified name. Linear, but for the order.
std::vector<std::vector<Namesake>> namesakeFacts(const Lookup& lookup);
std::vector<std::vector<Namesake>> namesakeEvents(const Lookup& lookup);

/// What of a definition is compared: words without case, outer blanks, line breaks and a full stop at the
/// end.
std::string comparable(std::string_view means);

/// Those that another one of the group contradicts: defined, differently, and not of the same lineage.
std::vector<const Namesake*> differentlyDefined(const std::vector<Namesake>& group);

} // namespace factline::lint
