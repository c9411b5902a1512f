// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "lint/rule.h"

namespace factline::lint {

/// Whether one step can mend what a rule finds, and of which kind the step is (Fix::isSafe).
enum class FixKind : std::uint8_t {
    None,    ///< only people can mend it
    Safe,    ///< it only declares what is so
    Changes, ///< it changes what the model means
    Either,  ///< of the one kind or of the other, by what is found
};
FixKind fixKindOf(const Rule& rule);
std::string_view fixKindName(FixKind kind); ///< "none", "safe", "changes meaning", "safe or changes meaning"

/// The page of a rule as people read it: what is written of it, and what can be done about its findings.
std::string wholePage(const Rule& rule);

} // namespace factline::lint
