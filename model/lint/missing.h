// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "lint/survey.h"

namespace factline::lint {

/// A name that is referred to and that nobody declares, and everybody who refers to it.
struct Missing {
    const Dangling* first = nullptr;  ///< the first reference in the order of the model
    std::vector<Phrase> said;         ///< "stores/customer-card shows it"
    std::vector<std::string> holders; ///< "stores/customer-card"
    std::string nearest;              ///< the declared name that it most likely means; mostly empty
};

/// The dangling references that `counts` holds for, by name, in the order of their first ones; all are
/// references to elements of one kind.
std::vector<Missing> missingNames(const Survey& survey, ElementKind kind, bool (*counts)(const RefUse&));

} // namespace factline::lint
