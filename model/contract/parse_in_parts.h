// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "contract/read.h"
#include "contract/syntax_tree.h"

namespace factline::contract {

/// The same as parseYaml, sooner for a long file: its contexts are cut apart, and as many threads read as the
/// machine has processors. Where there is anything to object to, the file is read again as a whole.
std::shared_ptr<const SyntaxTree> parseInParts(SourceFile file, std::vector<Problem>& problems);

/// The first, in so many parts or as many as there are contexts; nothing, where they cannot be read apart.
std::shared_ptr<const SyntaxTree> parseParts(const SourceFile& file, std::size_t parts);

} // namespace factline::contract
