// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

#include "base/phrase.h"

namespace factline::lint {

/// A rule of the catalogue that is not there yet, and with what it will come, as the end of a sentence.
struct Planned {
    std::string_view id;
    Phrase with;
};

/// All of them, by id.
std::span<const Planned> plannedRules();

/// With what a rule of the catalogue will come that is not there yet, as the end of a sentence ("it comes
/// with ..."); empty: no such rule is planned.
Phrase plannedWith(std::string_view id);

} // namespace factline::lint
