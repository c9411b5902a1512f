// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

#include "lint/rule.h"

namespace factline::lint {

/// Every rule, sorted by id.
std::span<const Rule> rules();

/// The rule of that id; null for an unknown one.
const Rule* findRule(std::string_view id);

} // namespace factline::lint
