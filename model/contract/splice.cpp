// SPDX-License-Identifier: Apache-2.0
#include "contract/splice.h"

namespace factline::contract {

namespace {

/// Where the decoded texts of a node and of those after it begin.
std::uint32_t decodedFrom(const std::vector<SyntaxNode>& nodes, NodeIndex first, std::size_t end) {
    for (std::size_t i = first; i < nodes.size(); ++i)
        if (nodes[i].decoded && nodes[i].kind == NodeKind::Scalar) return nodes[i].textBegin;
    return static_cast<std::uint32_t>(end);
}

/// How far nodes move in the file and among the decoded texts; by modular arithmetic, as it may be backwards.
struct Distance {
    std::uint32_t bytes = 0, decoded = 0;
    void move(SyntaxNode& node) const {
        node.begin += bytes;
        if (node.kind == NodeKind::Scalar || node.kind == NodeKind::Null)
            node.textBegin += node.decoded ? decoded : bytes;
    }
};

} // namespace

Splice::Splice(const SyntaxTree& tree, const EntryRun& run, Shared<std::string> text,
               const std::vector<std::shared_ptr<const SyntaxTree>>& pieces) {
    auto result = std::make_shared<SyntaxTree>(tree.m_path, std::move(text));
    const auto& old = tree.m_nodes;
    m_after = run.first;
    for (const auto& piece : pieces)
        m_after += static_cast<NodeIndex>(piece->size() - 1); // without its root

    auto& made = result->m_nodes;
    made.reserve(old.size() - run.after + m_after);
    made.assign(old.begin(), old.begin() + run.first);
    const NodeIndex nodes = m_after - run.after;
    const auto follow = [&](NodeIndex& node) {
        if (node != noNode && node >= run.after) node += nodes;
    };
    // All that leads past the run from before it is what stands around it.
    for (NodeIndex around = run.mapping; around != noNode; around = made[around].parent)
        follow(made[around].next);

    const std::uint32_t from = decodedFrom(old, run.first, tree.m_decoded.size());
    result->m_decoded = tree.m_decoded.substr(0, from);
    Distance distance{run.begin, from};
    for (const auto& piece : pieces) {
        const auto before = static_cast<NodeIndex>(made.size() - 1);
        const bool last = made.size() + piece->size() - 1 == m_after;
        for (NodeIndex i = 1; i < piece->size(); ++i) {
            SyntaxNode& node = made.emplace_back(piece->m_nodes[i]);
            distance.move(node);
            node.parent = node.parent == 0 ? run.mapping : node.parent + before;
            if (node.first != noNode) node.first += before;
            if (node.next != noNode)
                node.next += before;
            else if (node.parent == run.mapping && !last)
                node.next = before + static_cast<NodeIndex>(piece->size());
            else if (node.parent == run.mapping && run.next != noNode)
                node.next = run.next + nodes;
        }
        result->m_decoded += piece->m_decoded;
        distance.bytes += static_cast<std::uint32_t>(piece->text().size());
        distance.decoded += static_cast<std::uint32_t>(piece->m_decoded.size());
    }

    result->m_decoded += tree.m_decoded.substr(decodedFrom(old, run.after, tree.m_decoded.size()));
    const Distance ofRest{static_cast<std::uint32_t>(result->text().size() - tree.text().size()),
                          static_cast<std::uint32_t>(result->m_decoded.size() - tree.m_decoded.size())};
    for (std::size_t i = run.after; i < old.size(); ++i) {
        SyntaxNode& node = made.emplace_back(old[i]);
        ofRest.move(node);
        if (node.parent != noNode) follow(node.parent);
        follow(node.first);
        follow(node.next);
    }
    m_tree = std::move(result);
}

} // namespace factline::contract
