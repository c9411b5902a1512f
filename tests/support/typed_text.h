// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "contract/syntax_tree.h"

namespace factline::testing {

/// In everything that can be asked of them.
bool areSame(const contract::SyntaxTree& one, const contract::SyntaxTree& other);

/// As somebody types it: somewhere something goes, and something else comes. For the inside of a property.
std::string typedInto(std::string text);

} // namespace factline::testing
