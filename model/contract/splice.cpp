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

} // namespace

Splice::Splice(const SyntaxTree& tree, const EntryRun& run, Shared<std::string> text,
               const SyntaxTree& piece) {
    auto result = std::make_shared<SyntaxTree>(tree.m_path, std::move(text));
    const auto& old = tree.m_nodes;
    m_after = run.first + static_cast<NodeIndex>(piece.size() - 1); // without its root

    const std::uint32_t from = decodedFrom(old, run.first, tree.m_decoded.size());
    const std::uint32_t to = decodedFrom(old, run.after, tree.m_decoded.size());
    result->m_decoded = tree.m_decoded.substr(0, from) + piece.m_decoded + tree.m_decoded.substr(to);

    // All by modular arithmetic: a distance may be below nothing.
    struct Distance {
        std::uint32_t bytes = 0, decoded = 0;
        void move(SyntaxNode& node) const {
            node.begin += bytes;
            if (node.kind == NodeKind::Scalar || node.kind == NodeKind::Null)
                node.textBegin += node.decoded ? decoded : bytes;
        }
    };
    const NodeIndex nodes = m_after - run.after;
    const auto grown = static_cast<std::uint32_t>(result->text().size() - tree.text().size());
    const Distance ofRest{grown,
                          static_cast<std::uint32_t>(result->m_decoded.size() - tree.m_decoded.size())};
    const Distance ofPiece{run.begin, from};

    auto& made = result->m_nodes;
    made.reserve(old.size() + piece.size());
    made.assign(old.begin(), old.begin() + run.first);
    const auto follow = [&](NodeIndex& node) {
        if (node != noNode && node >= run.after) node += nodes;
    };
    // All that leads past the run from before it is what stands around it.
    for (NodeIndex around = run.mapping; around != noNode; around = made[around].parent)
        follow(made[around].next);
    for (NodeIndex i = 1; i < piece.size(); ++i) {
        SyntaxNode& node = made.emplace_back(piece.m_nodes[i]);
        ofPiece.move(node);
        node.parent = node.parent == 0 ? run.mapping : node.parent + run.first - 1;
        if (node.first != noNode) node.first += run.first - 1;
        if (node.next != noNode)
            node.next += run.first - 1;
        else if (node.parent == run.mapping && run.next != noNode)
            node.next = run.next + nodes;
    }
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
