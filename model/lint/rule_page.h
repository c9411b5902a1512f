// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "lint/rule.h"

namespace factline::lint {

/// None where the rule offers no fix.
FixKind fixKindOf(const Rule& rule);
std::string_view fixKindName(FixKind kind); ///< "none", "safe", "changes meaning", "safe or changes meaning"

/// The page of a rule as people read it: what is written of it, and what can be done about its findings.
std::string wholePage(const Rule& rule);

} // namespace factline::lint
