// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "contract/syntax_tree.h"

namespace factline::contract {

/// A file with one blank after the colon of a key and after a comma, none inside brackets or before a colon
/// or comma, and no quotes around a text that reads the same without. Line breaks, and all blanks beside them
/// and before comments, stay.
std::string evenlySpaced(const SyntaxTree& tree);

} // namespace factline::contract
