// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "contract/syntax_tree.h"

namespace factline::contract {

bool isBlockMapping(const SyntaxTree& tree, NodeIndex node);

/// Where the line of a key begins; nothing where something else stands before it.
std::optional<std::uint32_t> lineOf(const SyntaxTree& tree, NodeIndex key);

/// The tree of entries of a block mapping that is the value of a key of the outermost one, in lines that
/// stand between others; nothing where there is anything to object to, or where they may have to do with what
/// stands around them. `indent`: spaces before a key.
std::shared_ptr<const SyntaxTree> readAlone(const std::string& path, std::string_view lines,
                                            std::uint32_t indent);

} // namespace factline::contract
