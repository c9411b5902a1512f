// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "contract/read.h"
#include "contract/source_map.h"

namespace factline::contract {

/// One file on its way into a Model: its tree, the context it is in, and where problems and places are noted.
class Reading {
public:
    Reading(const SyntaxTree& syntax, std::uint32_t fileNumber, std::vector<Problem>& problemList,
            SourceMap& sourceMap, std::uint32_t& nextElementId)
        : tree(syntax)
        , file(fileNumber)
        , problems(problemList)
        , sources(sourceMap)
        , nextId(nextElementId) {}

    const SyntaxTree& tree;
    std::uint32_t file;
    std::vector<Problem>& problems;
    SourceMap& sources;
    std::uint32_t& nextId;
    std::string_view context; ///< name of the context around, empty outside
    std::string_view key;     ///< the key whose value is being read, for messages
    std::size_t failures = 0; ///< problems met so far, kept or not

    const SyntaxNode& node(NodeIndex index) const { return tree[index]; }
    bool isNull(NodeIndex index) const { return tree[index].kind == NodeKind::Null; }

    /// Calls `each(key, keyNode, valueNode)` for the entries of a mapping. A key that is no scalar is a
    /// problem.
    template<typename F>
    void eachEntry(NodeIndex mapping, F&& each) {
        eachEntryFrom(tree[mapping].first, noNode, std::forward<F>(each));
    }
    /// The same for those from one key on, up to another one.
    template<typename F>
    void eachEntryFrom(NodeIndex first, NodeIndex end, F&& each) {
        for (NodeIndex at = first; at != end && at != noNode;) {
            const NodeIndex value = tree[at].next;
            if (value == noNode) return; // the file breaks off here
            if (keyIsWord(at)) each(keyText(at), at, value);
            at = tree[value].next;
        }
    }

    /// Gives an element its id and notes where it stands.
    ElementId enter(NodeIndex keyNode, NodeIndex valueNode);

    void report(NodeIndex at, Phrase message);
    void reportAt(SourceRange place, Phrase message);
    /// What is wrong with something that is read as it stands all the same.
    void object(NodeIndex at, Phrase message);
    /// An element's name that no reference and no file could be made of.
    void checkName(NodeIndex keyNode);
    /// "`partitions` wants a whole number of at least 1, not `many`." `mend` ends the sentence.
    void wrong(NodeIndex at, const Phrase& wanted, const Phrase& mend = {});
    /// An unknown key of a mapping: what may have been meant, or what there is.
    void unknownKey(NodeIndex keyNode, Phrase::Words noun, std::span<const std::string_view> known);
    void listedTwice(NodeIndex item, std::string_view name);
    void givenTwice(NodeIndex keyNode, NodeIndex firstKeyNode);
    void missingKey(NodeIndex mapping, Phrase::Words noun, std::string_view key);
    /// A word that is none of those allowed.
    void unknownWord(NodeIndex at, std::span<const std::string_view> words);

    /// The text of a scalar; a problem where it is none. `wanted` is for the message ("a text").
    bool text(NodeIndex at, Phrase::Words wanted, std::string_view& into);
    /// Whether the node is a mapping, else a problem; nothing at all is an empty mapping without a problem.
    bool mapping(NodeIndex at, const Phrase& wanted);
    /// Whether the node is a sequence, else a problem that shows how to write one.
    bool sequence(NodeIndex at, Phrase::Words wanted);
    /// What a node is, for messages: its text, "a list", ...
    Phrase found(NodeIndex at) const;

private:
    bool keyIsWord(NodeIndex key);
    std::string_view keyText(NodeIndex key) const;
};

} // namespace factline::contract
