// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

#include "contract/syntax_tree.h"

namespace factline::contract {

/// One past the last byte of the scalar that begins at `begin` and says `value`. The value tells where a
/// plain or block scalar ends without knowing the indentation around it.
std::uint32_t endOfScalar(std::string_view text, std::uint32_t begin, NodeStyle style,
                          std::string_view value);

/// One past the closing bracket of a flow collection; `at` is after its last child, or after its opening
/// bracket.
std::uint32_t endOfFlow(std::string_view text, std::uint32_t at);

/// The first byte from `at` on that is no blank, line break or part of a comment.
std::uint32_t skipBlanks(std::string_view text, std::uint32_t at);

} // namespace factline::contract
