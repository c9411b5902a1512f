// SPDX-License-Identifier: Apache-2.0
#include "contract/syntax_tree.h"

#include <algorithm>
#include <cstring>

#include "contract/scalar_end.h"

namespace factline::contract {

SyntaxTree::SyntaxTree(std::string path, Shared<std::string> text)
    : m_path(std::move(path))
    , m_text(std::move(text)) {
    m_lines.push_back(0);
    const char* const start = m_text->data();
    const char* const stop = start + m_text->size();
    for (const char* at = start; at < stop;) {
        const auto* found =
            static_cast<const char*>(std::memchr(at, '\n', static_cast<std::size_t>(stop - at)));
        if (!found) break;
        at = found + 1;
        m_lines.push_back(static_cast<std::uint32_t>(at - start));
    }
}

std::string_view SyntaxTree::scalar(NodeIndex node) const {
    const SyntaxNode& it = m_nodes[node];
    return std::string_view(it.decoded ? m_decoded : *m_text).substr(it.textBegin, it.textSize);
}

std::vector<NodeIndex> SyntaxTree::children(NodeIndex node) const {
    std::vector<NodeIndex> result;
    for (NodeIndex child = m_nodes[node].first; child != noNode; child = m_nodes[child].next)
        result.push_back(child);
    return result;
}

NodeIndex SyntaxTree::keyOf(NodeIndex value) const {
    const NodeIndex parent = m_nodes[value].parent;
    if (parent == noNode || m_nodes[parent].kind != NodeKind::Mapping) return noNode;
    for (NodeIndex key = m_nodes[parent].first; key != noNode;) {
        const NodeIndex candidate = m_nodes[key].next;
        if (candidate == value) return key;
        if (candidate == noNode || key == value) return noNode;
        key = m_nodes[candidate].next;
    }
    return noNode;
}

NodeIndex SyntaxTree::find(NodeIndex mapping, std::string_view key) const {
    if (mapping == noNode || m_nodes[mapping].kind != NodeKind::Mapping) return noNode;
    for (NodeIndex at = m_nodes[mapping].first; at != noNode;) {
        const NodeIndex value = m_nodes[at].next;
        if (value == noNode) return noNode;
        if (m_nodes[at].kind == NodeKind::Scalar && scalar(at) == key) return value;
        at = m_nodes[value].next;
    }
    return noNode;
}

std::uint32_t SyntaxTree::end(NodeIndex node) const {
    const SyntaxNode* it = &m_nodes[node];
    // A block collection ends with its last child, and that with its own, ...
    while ((it->kind == NodeKind::Sequence || it->kind == NodeKind::Mapping) &&
           it->style == NodeStyle::Block) {
        NodeIndex last = it->first;
        if (last == noNode) return it->begin;
        while (m_nodes[last].next != noNode)
            last = m_nodes[last].next;
        it = &m_nodes[last];
    }
    if (it->kind == NodeKind::Null) return it->begin + it->textSize;
    if (it->kind == NodeKind::Scalar) {
        const auto index = static_cast<NodeIndex>(it - m_nodes.data());
        return endOfScalar(*m_text, it->begin, it->style, scalar(index));
    }
    // Flow: the closing bracket is the first one after the last child.
    std::uint32_t at = it->begin + 1;
    if (it->first != noNode) {
        NodeIndex last = it->first;
        while (m_nodes[last].next != noNode)
            last = m_nodes[last].next;
        at = end(last);
    }
    return endOfFlow(*m_text, at);
}

SourceRange SyntaxTree::rangeOf(std::uint32_t begin, std::uint32_t end) const {
    const auto size = static_cast<std::uint32_t>(m_text->size());
    begin = std::min(begin, size);
    end = std::clamp(end, begin, size);
    const auto after = std::upper_bound(m_lines.begin(), m_lines.end(), begin);
    std::uint32_t at = *(after - 1);
    const auto line = static_cast<std::uint32_t>(after - m_lines.begin());
    if (at == 0 && m_text->starts_with("\xEF\xBB\xBF")) at = std::min<std::uint32_t>(3, begin);
    const auto column = std::count_if(m_text->begin() + at, m_text->begin() + begin,
                                      [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
    return {m_path, line, static_cast<std::uint32_t>(column) + 1, begin, end};
}

} // namespace factline::contract
