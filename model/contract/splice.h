// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "contract/syntax_tree.h"

namespace factline::contract {

/// Entries of a block mapping that stand one after another, with the whole lines that they take up.
struct EntryRun {
    NodeIndex mapping = noNode;
    NodeIndex first = noNode; ///< key of the first one
    NodeIndex next = noNode;  ///< key of the entry after them in the mapping; noNode: they are its last
    NodeIndex after = 0;     ///< first node after them, in reading order; the tree's size where there is none
    std::uint32_t begin = 0; ///< byte offset of the line that the first one begins in
    std::uint32_t end = 0;   ///< of the line after the last one
};

/// Puts the entries of trees that were read by themselves in the place of others: what stands around them
/// need not be read again.
class Splice {
public:
    /// `text`: that of the whole file afterwards. `pieces`: the trees of the lines that stand there in place
    /// of the run's, one after another; the outermost node of each is a block mapping at the same
    /// indentation.
    Splice(const SyntaxTree& tree, const EntryRun& run, Shared<std::string> text,
           const std::vector<std::shared_ptr<const SyntaxTree>>& pieces);

    const std::shared_ptr<const SyntaxTree>& tree() const { return m_tree; }
    /// First node after the new entries, in reading order.
    NodeIndex after() const { return m_after; }

private:
    std::shared_ptr<const SyntaxTree> m_tree;
    NodeIndex m_after = 0;
};

} // namespace factline::contract
