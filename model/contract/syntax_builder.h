// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

#include "contract/read.h"
#include "contract/syntax_tree.h"

namespace factline::contract {

/// Turns the YAML library's events into a SyntaxTree. Throws Stop out of an event where reading cannot go on.
class SyntaxBuilder final : public YAML::EventHandler {
public:
    struct Stop {};

    /// `offset`: bytes before the first one the YAML library sees (a byte order mark). `around`: levels that
    /// the text stands in.
    SyntaxBuilder(std::shared_ptr<SyntaxTree> tree, std::size_t offset, std::size_t around,
                  std::vector<Problem>& problems);

    void OnDocumentStart(const YAML::Mark& mark) override;
    void OnDocumentEnd() override;
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override;
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override;
    void OnSequenceEnd() override;
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override;
    void OnMapEnd() override;
    void OnAnchor(const YAML::Mark& mark, const std::string& name) override;

    /// How far, in bytes of the file, events have come.
    std::size_t reached() const { return m_reached; }
    /// Byte offset in the file for a place of the YAML library.
    std::uint32_t offsetOf(const YAML::Mark& mark) const;
    void report(std::uint32_t begin, std::uint32_t end, Phrase message);
    /// The file is no valid YAML at `at`: the lines from there, or from the last bracket still open, are a
    /// guess.
    void reportBroken(std::uint32_t at, Phrase reason);

private:
    struct Open {
        NodeIndex node = noNode;
        NodeIndex last = noNode; ///< its last child so far
    };
    NodeIndex openFlow() const;
    NodeIndex add(const YAML::Mark& mark, NodeKind kind);
    void openCollection(const YAML::Mark& mark, const std::string& tag, NodeKind kind);
    void checkClosed(NodeIndex quoted);
    void settleNull();
    std::uint32_t placeOfNothing(NodeIndex before, NodeIndex parent) const;
    void checkTag(const YAML::Mark& mark, const std::string& tag);

    std::shared_ptr<SyntaxTree> m_tree;
    std::vector<Problem>& m_problems;
    std::vector<Open> m_open;
    std::size_t m_offset = 0;
    std::size_t m_around = 0;
    std::size_t m_reached = 0;
    NodeIndex m_unsettled = noNode; ///< a Null that may or may not have bytes of its own
    NodeIndex m_beforeUnsettled = noNode;
    int m_documents = 0;
};

} // namespace factline::contract
