// SPDX-License-Identifier: Apache-2.0
#include "contract/writing/spacing.h"

#include <algorithm>

#include "contract/writing/page.h"
#include "contract/writing/scalar_text.h"
#include "contract/writing/text_patch.h"

namespace factline::contract {

namespace {

/// Collects what is to be changed inside the lines of a file.
class Spacing {
public:
    explicit Spacing(const SyntaxTree& tree)
        : m_page(tree)
        , m_tree(tree) {
        for (NodeIndex node = 0; node < tree.size(); ++node) {
            if (tree[node].kind == NodeKind::Scalar) unquote(node);
            if (tree[node].kind == NodeKind::Mapping) spaceColons(node);
            if (tree[node].style == NodeStyle::Flow) spaceBrackets(node);
        }
    }

    std::string run() const {
        const auto size = static_cast<std::uint32_t>(m_tree.text().size());
        return patched(m_tree.text(), 0, 0, size, m_patches).value_or(m_tree.text());
    }

private:
    /// The first byte from `at` on that is no blank; line breaks are none.
    std::uint32_t nonBlank(std::uint32_t at) const {
        const auto found = m_tree.text().find_first_not_of(" \t", at);
        return static_cast<std::uint32_t>(found == std::string::npos ? m_tree.text().size() : found);
    }

    /// Makes the blanks [begin, end) into `wanted`; leaves alone what holds more than blanks.
    void space(std::uint32_t begin, std::uint32_t end, std::string_view wanted) {
        if (begin > end || nonBlank(begin) < end) return;
        if (std::string_view(m_tree.text()).substr(begin, end - begin) == wanted) return;
        m_patches.push_back({0, begin, end, std::string(wanted)});
    }

    /// A value that has no byte of its own: `a:`.
    bool unwritten(NodeIndex node) const {
        return m_tree[node].kind == NodeKind::Null && m_tree[node].textSize == 0;
    }

    void unquote(NodeIndex node) {
        const SyntaxNode& it = m_tree[node];
        if (it.style != NodeStyle::SingleQuoted && it.style != NodeStyle::DoubleQuoted) return;
        const auto end = m_tree.end(node);
        const auto written = std::string_view(m_tree.text()).substr(it.begin, end - it.begin);
        if (written.find('\n') != std::string_view::npos) return;
        const std::string_view text = m_tree.scalar(node);
        if (quotedText(text, {.flow = m_page.inFlow(node)}) == text)
            m_patches.push_back({0, it.begin, end, std::string(text)});
    }

    void spaceColons(NodeIndex mapping) {
        for (const Location& member : m_page.members(0, mapping)) {
            const auto after = m_page.afterMark(member);
            if (!after) continue;
            if (!unwritten(member.key)) space(m_tree.end(member.key), *after - 1, "");
            if (!unwritten(member.value)) space(*after, m_tree[member.value].begin, " ");
        }
    }

    void spaceBrackets(NodeIndex flow) {
        std::uint32_t at = m_tree[flow].begin + 1;
        bool first = true;
        bool open = false; // a key without a value stands before: its blank stays
        for (const Location& member : m_page.members(0, flow)) {
            if (!first) at = pastComma(at, open);
            space(at, m_tree[member.key].begin, first ? "" : " ");
            at = end(member);
            open = unwritten(member.value);
            first = false;
        }
        const auto last = pastComma(at, open);
        if (!open || last > at) space(last, m_tree.end(flow) - 1, "");
    }

    /// Closes the gap before a comma and gives the place after it; `at` where there is none on the line.
    std::uint32_t pastComma(std::uint32_t at, bool open) {
        const std::uint32_t comma = nonBlank(at);
        if (comma >= m_tree.text().size() || m_tree.text()[comma] != ',') return at;
        if (!open) space(at, comma, "");
        return comma + 1;
    }

    std::uint32_t end(const Location& member) const {
        const std::uint32_t end = m_tree.end(member.value);
        if (member.key == member.value) return end;
        return std::max(end, m_page.afterMark(member).value_or(end));
    }

    Page m_page;
    const SyntaxTree& m_tree;
    std::vector<TextPatch> m_patches;
};

} // namespace

std::string evenlySpaced(const SyntaxTree& tree) {
    return Spacing(tree).run();
}

} // namespace factline::contract
