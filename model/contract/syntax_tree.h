// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/shared.h"
#include "base/source_range.h"

namespace factline::contract {

/// Number of a node in its SyntaxTree, in reading order.
using NodeIndex = std::uint32_t;
inline constexpr NodeIndex noNode = UINT32_MAX;

enum class NodeKind : std::uint8_t { Null, Scalar, Sequence, Mapping };

/// How a node is written. Block and Flow are for sequences and mappings (a single pair inside a flow
/// sequence,
/// `[a: b]`, is a Block mapping: it has no brackets of its own), the rest for scalars.
enum class NodeStyle : std::uint8_t { Plain, SingleQuoted, DoubleQuoted, Literal, Folded, Block, Flow };

/// One node of a YAML file. A mapping's children are key, value, key, value, ...
struct SyntaxNode {
    std::uint32_t begin = 0; ///< byte offset of its first byte: quote, bracket, `|`, first key, first dash
    std::uint32_t textBegin = 0; ///< scalars: where its text starts, in the file or among the decoded texts
    std::uint32_t textSize = 0;
    NodeIndex parent = noNode;
    NodeIndex first = noNode; ///< first child
    NodeIndex next = noNode;  ///< next sibling
    NodeKind kind = NodeKind::Null;
    NodeStyle style = NodeStyle::Plain;
    bool decoded = false; ///< the text differs from the bytes in the file (escapes, folding, an alias)
};

/// One YAML file: its bytes and the nodes in it, each with its exact place. Starts come from the YAML
/// library; ends are worked out when asked for, because only writing needs them.
class SyntaxTree {
public:
    SyntaxTree() = default;
    SyntaxTree(std::string path, Shared<std::string> text);

    const std::string& path() const { return m_path; }
    const std::string& text() const { return *m_text; }

    /// Where the file stops being valid YAML: from this line on its nodes are a guess. Nothing for a sound
    /// file.
    std::optional<std::uint32_t> brokenFrom() const { return m_brokenFrom; }

    /// noNode for a file without any content.
    NodeIndex root() const { return m_nodes.empty() ? noNode : 0; }
    std::size_t size() const { return m_nodes.size(); }
    const SyntaxNode& operator[](NodeIndex node) const { return m_nodes[node]; }

    /// What a scalar says, decoded; empty for other nodes. Valid as long as the tree.
    std::string_view scalar(NodeIndex node) const;
    /// The children: items of a sequence; keys and values in turn of a mapping.
    std::vector<NodeIndex> children(NodeIndex node) const;
    /// The key before a mapping's value; noNode where the node is no value of a mapping.
    NodeIndex keyOf(NodeIndex value) const;
    /// The value of the first such key in a mapping; noNode where there is none.
    NodeIndex find(NodeIndex mapping, std::string_view key) const;

    /// One past the node's last byte: after the closing quote or bracket, after the last character of a plain
    /// or block scalar (its final line break excluded), after the last child of a block collection. A Null
    /// without bytes of its own ends where it begins.
    std::uint32_t end(NodeIndex node) const;
    /// Line, column and bytes of a node.
    SourceRange range(NodeIndex node) const { return rangeOf(m_nodes[node].begin, end(node)); }
    /// Line, column and bytes for two byte offsets.
    SourceRange rangeOf(std::uint32_t begin, std::uint32_t end) const;

private:
    friend class SyntaxBuilder;
    friend class Splice;
    std::string m_path;
    Shared<std::string> m_text;
    std::optional<std::uint32_t> m_brokenFrom;
    std::string m_decoded; ///< texts that differ from their bytes, one after another
    std::vector<SyntaxNode> m_nodes;
    std::vector<std::uint32_t> m_lines; ///< offset of each line's first byte
};

} // namespace factline::contract
