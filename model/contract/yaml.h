// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "contract/read.h"
#include "contract/syntax_tree.h"

namespace factline::contract {

/// What one file may be at the most; a model of 100,000 events has 60 to 120 MB and 6 million nodes.
inline constexpr std::size_t maxFileSize = 256U << 20U;
inline constexpr std::size_t maxNodes = 16'000'000;
/// The language nests about 10 deep. Also keeps the YAML library from recursing far.
inline constexpr int maxDepth = 64;
/// How far the YAML library may look ahead to find out what a bracket or a text is; bounds its memory.
inline constexpr std::size_t maxLookahead = 1U << 20U;

/// How many problems are kept; more of them help nobody, and would take memory without end.
inline constexpr std::size_t maxProblems = 1000;

/// Parses one file of YAML as far as it can be understood. Adds a problem for broken YAML, for bytes that are
/// no text, and for each use of an anchor, alias, merge key, tag or second document, which cannot be edited
/// in place. `around`: how many levels stand around what the file holds.
std::shared_ptr<const SyntaxTree> parseYaml(SourceFile file, std::vector<Problem>& problems,
                                            std::size_t around = 0);

} // namespace factline::contract
