// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace factline::lint {

/// A rule of the catalogue that is not there yet, and with what it will come, as the end of a sentence.
struct Planned {
    std::string_view id;
    std::string_view with;
};

/// All of them, by id.
std::span<const Planned> plannedRules();

/// With what a rule of the catalogue will come that is not there yet, as the end of a sentence ("it comes
/// with ..."); empty: no such rule is planned.
std::string_view plannedWith(std::string_view id);

} // namespace factline::lint
