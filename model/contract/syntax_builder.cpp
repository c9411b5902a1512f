// SPDX-License-Identifier: Apache-2.0
#include "contract/syntax_builder.h"

#include <algorithm>

#include "contract/scalar_end.h"
#include "contract/yaml.h"

namespace factline::contract {

namespace {

// The word for "no value" that stands at `at`, empty where none does.
std::string_view nullWord(std::string_view text, std::size_t at) {
    for (const std::string_view candidate : {"null", "Null", "NULL", "~"})
        if (text.substr(at, candidate.size()) == candidate) return candidate;
    return {};
}

NodeStyle styleAt(std::string_view text, std::size_t at) {
    switch (at < text.size() ? text[at] : ' ') {
    case '"':
        return NodeStyle::DoubleQuoted;
    case '\'':
        return NodeStyle::SingleQuoted;
    case '|':
        return NodeStyle::Literal;
    case '>':
        return NodeStyle::Folded;
    default:
        return NodeStyle::Plain;
    }
}

} // namespace

SyntaxBuilder::SyntaxBuilder(std::shared_ptr<SyntaxTree> tree, std::size_t offset, std::size_t around,
                             std::vector<Problem>& problems)
    : m_tree(std::move(tree))
    , m_problems(problems)
    , m_offset(offset)
    , m_around(around) {
    m_tree->m_nodes.reserve(m_tree->text().size() / 12 + 16);
}

std::uint32_t SyntaxBuilder::offsetOf(const YAML::Mark& mark) const {
    const std::size_t at = static_cast<std::size_t>(std::max(mark.pos, 0)) + m_offset;
    return static_cast<std::uint32_t>(std::min(at, m_tree->text().size()));
}

void SyntaxBuilder::report(std::uint32_t begin, std::uint32_t end, Phrase message) {
    if (m_problems.size() <= maxProblems)
        m_problems.push_back({m_tree->rangeOf(begin, end), std::move(message)});
}

NodeIndex SyntaxBuilder::openFlow() const {
    for (auto open = m_open.rbegin(); open != m_open.rend(); ++open)
        if ((*m_tree)[open->node].style == NodeStyle::Flow) return open->node;
    return noNode;
}

void SyntaxBuilder::reportBroken(std::uint32_t at, Phrase reason) {
    const std::string& text = m_tree->text();
    const SourceRange place = m_tree->rangeOf(at, at);
    const std::uint32_t line = m_tree->m_lines[place.line - 1];
    const std::size_t indent = std::min(text.find_first_not_of(" \t", line), text.size());
    if (text.find('\t', line) < indent) reason = Phrase::of("a tab indents this line; indent with spaces");
    Phrase message = Phrase::of("This is not valid YAML: {}.", std::move(reason));
    m_tree->m_brokenFrom = line;
    if (const NodeIndex open = openFlow(); open != noNode) {
        const std::uint32_t begin = (*m_tree)[open].begin;
        const SourceRange opened = m_tree->rangeOf(begin, begin);
        message = std::move(message) + Phrase::of(" The last bracket still open is {} at {}:{}.",
                                                  text.substr(begin, 1), opened.line, opened.column);
        m_tree->m_brokenFrom = std::min(line, m_tree->m_lines[opened.line - 1]);
    }
    report(at, at, std::move(message));
}

// The YAML library takes the end of the file for a closing quotation mark.
void SyntaxBuilder::checkClosed(NodeIndex quoted) {
    const SyntaxNode& node = (*m_tree)[quoted];
    const std::string_view text = m_tree->text();
    const char quote = node.style == NodeStyle::SingleQuoted ? '\'' : '"';
    const std::uint32_t after = node.textBegin + node.textSize;
    if (!node.decoded && after < text.size() && text[after] == quote) return;
    const std::uint32_t end = m_tree->end(quoted);
    if (end < text.size() || (end - node.begin > 1 && text[end - 1] == quote)) return;
    reportBroken(node.begin, Phrase::of("the quotation mark that opens here is not closed"));
    throw Stop{};
}

NodeIndex SyntaxBuilder::add(const YAML::Mark& mark, NodeKind kind) {
    const std::uint32_t begin = offsetOf(mark);
    m_reached = begin;
    auto& nodes = m_tree->m_nodes;
    if (m_unsettled != noNode) {
        // The library gives a missing value the place of whatever comes next.
        if (nodes[m_unsettled].begin == begin) nodes[m_unsettled].textSize = 0;
        settleNull();
    }
    if (nodes.size() >= maxNodes) {
        report(
            begin, begin,
            Phrase::of("The file has more than {} values; split the model into several files with include.",
                       maxNodes));
        throw Stop{};
    }
    const auto index = static_cast<NodeIndex>(nodes.size());
    SyntaxNode& node = nodes.emplace_back();
    node.begin = begin;
    node.kind = kind;
    if (!m_open.empty()) {
        Open& open = m_open.back();
        node.parent = open.node;
        m_beforeUnsettled = open.last;
        if (open.last == noNode)
            nodes[open.node].first = index;
        else
            nodes[open.last].next = index;
        open.last = index;
    }
    return index;
}

void SyntaxBuilder::settleNull() {
    SyntaxNode& node = m_tree->m_nodes[m_unsettled];
    if (node.textSize == 0) node.begin = placeOfNothing(m_beforeUnsettled, node.parent);
    m_unsettled = noNode;
}

// Just after the colon, dash or key where the value would stand.
std::uint32_t SyntaxBuilder::placeOfNothing(NodeIndex before, NodeIndex parent) const {
    const std::string_view text = m_tree->text();
    if (parent == noNode) return 0;
    const bool mapping = (*m_tree)[parent].kind == NodeKind::Mapping;
    if (before == noNode && mapping) return (*m_tree)[parent].begin;
    const std::uint32_t from = before == noNode ? (*m_tree)[parent].begin : m_tree->end(before);
    std::uint32_t at = skipBlanks(text, from);
    if (!mapping && (*m_tree)[parent].style == NodeStyle::Flow) return from;
    return at < text.size() && text[at] == (mapping ? ':' : '-') ? at + 1 : from;
}

void SyntaxBuilder::checkTag(const YAML::Mark& mark, const std::string& tag) {
    if (tag == "?" || tag.empty()) return;
    const std::uint32_t at = offsetOf(mark);
    const std::string_view text = m_tree->text();
    if (tag == "!" && (at >= text.size() || styleAt(text, at) != NodeStyle::Plain)) return;
    report(
        at, at,
        Phrase::of("YAML tags (!...) are not part of the language, because they cannot be edited in place; "
                   "take the tag away."));
}

void SyntaxBuilder::OnDocumentStart(const YAML::Mark& mark) {
    m_reached = offsetOf(mark);
    if (++m_documents == 1) return;
    report(
        offsetOf(mark), offsetOf(mark),
        Phrase::of("A second YAML document begins here, and a file holds one; move it to a file of its own "
                   "and name that under include, or take the --- away."));
    throw Stop{};
}

void SyntaxBuilder::OnDocumentEnd() {
    if (m_unsettled != noNode) settleNull();
}

void SyntaxBuilder::OnNull(const YAML::Mark& mark, YAML::anchor_t) {
    const NodeIndex index = add(mark, NodeKind::Null);
    SyntaxNode& node = m_tree->m_nodes[index];
    node.textBegin = node.begin;
    node.textSize = static_cast<std::uint32_t>(nullWord(m_tree->text(), node.begin).size());
    m_unsettled = index;
}

void SyntaxBuilder::OnAlias(const YAML::Mark& mark, YAML::anchor_t) {
    const NodeIndex index = add(mark, NodeKind::Null);
    m_tree->m_nodes[index].decoded = true;
    const std::uint32_t begin = m_tree->m_nodes[index].begin;
    report(begin, begin,
           Phrase::of("YAML aliases (*name) are not part of the language, because they cannot be edited in "
                      "place; write the value out."));
}

void SyntaxBuilder::OnAnchor(const YAML::Mark& mark, const std::string&) {
    const std::uint32_t begin = offsetOf(mark);
    report(begin, begin,
           Phrase::of(
               "YAML anchors (&name) are not part of the language, because they cannot be edited in place; "
               "take the anchor away."));
}

void SyntaxBuilder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                             const std::string& value) {
    const NodeIndex index = add(mark, NodeKind::Scalar);
    SyntaxNode& node = m_tree->m_nodes[index];
    const std::string_view text = m_tree->text();
    if (tag != "?") {
        checkTag(mark, tag);
        node.style = styleAt(text, node.begin);
    }
    node.textBegin = node.begin + (node.style == NodeStyle::Plain ? 0 : 1);
    node.textSize = static_cast<std::uint32_t>(value.size());
    if (node.textBegin > text.size() || text.substr(node.textBegin, value.size()) != value) {
        node.decoded = true;
        node.textBegin = static_cast<std::uint32_t>(m_tree->m_decoded.size());
        m_tree->m_decoded += value;
    }
    if (node.style == NodeStyle::SingleQuoted || node.style == NodeStyle::DoubleQuoted) checkClosed(index);
    if (node.style == NodeStyle::Plain && value == "<<")
        report(
            node.begin, node.begin + 2,
            Phrase::of("YAML merge keys (<<) are not part of the language, because they cannot be edited in "
                       "place; write the keys out."));
}

void SyntaxBuilder::openCollection(const YAML::Mark& mark, const std::string& tag, NodeKind kind) {
    checkTag(mark, tag);
    const NodeIndex index = add(mark, kind);
    SyntaxNode& node = m_tree->m_nodes[index];
    const std::string_view text = m_tree->text();
    const char bracket = kind == NodeKind::Mapping ? '{' : '[';
    const bool flow = node.begin < text.size() && text[node.begin] == bracket;
    node.style = flow ? NodeStyle::Flow : NodeStyle::Block;
    if (m_around + m_open.size() >= maxDepth) {
        report(node.begin, node.begin,
               Phrase::of("More than {} levels inside one another; no part of the language nests that deep.",
                          maxDepth));
        throw Stop{};
    }
    m_open.push_back({index, noNode});
}

void SyntaxBuilder::OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                                    YAML::EmitterStyle::value) {
    openCollection(mark, tag, NodeKind::Sequence);
}

void SyntaxBuilder::OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                               YAML::EmitterStyle::value) {
    openCollection(mark, tag, NodeKind::Mapping);
}

void SyntaxBuilder::OnSequenceEnd() {
    m_open.pop_back();
}

void SyntaxBuilder::OnMapEnd() {
    m_open.pop_back();
}

} // namespace factline::contract
