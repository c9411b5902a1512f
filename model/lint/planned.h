// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace factline::lint {

/// With what a rule of the catalogue will come that is not there yet, as the end of a sentence ("it comes
/// with ..."); empty: no such rule is planned.
std::string_view plannedWith(std::string_view id);

} // namespace factline::lint
