// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "contract/syntax_tree.h"

namespace factline::contract {

/// A file with two spaces a level, no blanks at line ends, single blank lines and a line break at its end;
/// texts that go over several lines only move as a whole.
std::string tidied(const SyntaxTree& tree);

} // namespace factline::contract
