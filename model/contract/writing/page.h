// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "contract/source_map.h"
#include "contract/writing/render_tree.h"

namespace factline::contract {

/// Bytes of a file, [begin, end).
struct Extent {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

/// One file as its writer sees it: lines, columns, and which of them belong to an entry of a mapping or an
/// item of a sequence.
class Page {
public:
    /// The tree must outlive the page.
    explicit Page(const SyntaxTree& tree);

    const SyntaxTree& tree() const { return *m_tree; }
    std::string_view text() const { return m_tree->text(); }
    const Layout& layout() const { return m_layout; }

    /// First byte of the line of `offset` (after a byte order mark), one past its line break, and the end of
    /// what it says before the line break.
    std::uint32_t lineBegin(std::uint32_t offset) const;
    std::uint32_t lineEnd(std::uint32_t offset) const;
    std::uint32_t contentEnd(std::uint32_t offset) const;
    /// Bytes between the beginning of the line and `offset`.
    std::size_t column(std::uint32_t offset) const { return offset - lineBegin(offset); }
    /// Whether only blanks stand before `offset` on its line.
    bool startsLine(std::uint32_t offset) const;
    bool isBlankLine(std::uint32_t offset) const;
    bool isCommentLine(std::uint32_t offset) const;

    /// Whether a node stands between brackets.
    bool inFlow(NodeIndex node) const;

    /// Where an entry's key or an item's dash begins.
    std::uint32_t start(const Location& at) const;
    /// One past the colon of an entry or the dash of an item; nothing where it is written in another way (`?
    /// key`).
    std::optional<std::uint32_t> afterMark(const Location& at) const;
    /// One past the last byte of its value; after the mark where there is none.
    std::uint32_t end(const Location& at) const;

    /// The whole lines of an entry or item in block style: the comment directly above it, which begins after
    /// `floor`, and comments below it that are indented deeper.
    Extent lines(const Location& at, std::uint32_t floor) const;

    /// The children of a mapping or sequence as places in this file.
    std::vector<Location> members(std::uint32_t file, NodeIndex container) const;

    /// The comments between two bytes, without blanks around them.
    std::vector<std::string> comments(Extent extent) const;

private:
    std::size_t commentColumn(std::uint32_t offset) const;
    bool inScalar(std::uint32_t offset) const;

    const SyntaxTree* m_tree;
    Layout m_layout;
};

} // namespace factline::contract
