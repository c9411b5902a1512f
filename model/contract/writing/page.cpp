// SPDX-License-Identifier: Apache-2.0
#include "contract/writing/page.h"

#include <algorithm>

namespace factline::contract {

namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

/// The indentation of the first block mapping that stands deeper than the root.
std::size_t stepOf(const Page& page) {
    const SyntaxTree& tree = page.tree();
    for (NodeIndex node = 1; node < tree.size(); ++node) {
        const SyntaxNode& it = tree[node];
        if (it.kind != NodeKind::Mapping || it.style != NodeStyle::Block || it.parent != tree.root())
            continue;
        if (const auto column = page.column(it.begin); column >= 1 && column <= 8) return column;
    }
    return 2;
}

} // namespace

Page::Page(const SyntaxTree& tree)
    : m_tree(&tree) {
    m_layout.step = stepOf(*this);
    const auto first = text().find('\n');
    if (first != std::string_view::npos && first > 0 && text()[first - 1] == '\r')
        m_layout.lineBreak = "\r\n";
}

std::uint32_t Page::lineBegin(std::uint32_t offset) const {
    const auto found = offset == 0 ? std::string_view::npos : text().rfind('\n', offset - 1);
    if (found != std::string_view::npos) return static_cast<std::uint32_t>(found + 1);
    return text().starts_with(byteOrderMark) && offset >= byteOrderMark.size() ? 3 : 0;
}

std::uint32_t Page::lineEnd(std::uint32_t offset) const {
    const auto found = text().find('\n', offset);
    return static_cast<std::uint32_t>(found == std::string_view::npos ? text().size() : found + 1);
}

std::uint32_t Page::contentEnd(std::uint32_t offset) const {
    std::uint32_t end = lineEnd(offset);
    while (end > offset && (text()[end - 1] == '\n' || text()[end - 1] == '\r'))
        --end;
    return end;
}

bool Page::startsLine(std::uint32_t offset) const {
    const auto begin = lineBegin(offset);
    return text().substr(begin, offset - begin).find_first_not_of(' ') == std::string_view::npos;
}

bool Page::isBlankLine(std::uint32_t offset) const {
    const auto begin = lineBegin(offset);
    return text().substr(begin, contentEnd(begin) - begin).find_first_not_of(" \t") == std::string_view::npos;
}

bool Page::isCommentLine(std::uint32_t offset) const {
    const auto begin = lineBegin(offset);
    const auto first = text().find_first_not_of(" \t", begin);
    return first != std::string_view::npos && text()[first] == '#';
}

std::size_t Page::commentColumn(std::uint32_t offset) const {
    const auto begin = lineBegin(offset);
    return text().find_first_not_of(" \t", begin) - begin;
}

bool Page::inFlow(NodeIndex node) const {
    for (NodeIndex at = tree()[node].parent; at != noNode; at = tree()[at].parent)
        if (tree()[at].style == NodeStyle::Flow) return true;
    return false;
}

std::uint32_t Page::start(const Location& at) const {
    const std::uint32_t begin = tree()[at.key].begin;
    const NodeIndex parent = tree()[at.key].parent;
    if (at.key != at.value || parent == noNode || tree()[parent].style == NodeStyle::Flow) return begin;
    // An item: its dash stands in the column of the sequence, on its line or (with a comment between) above.
    const std::size_t dashColumn = column(tree()[parent].begin);
    for (std::uint32_t line = lineBegin(begin);; line = lineBegin(line - 1)) {
        const auto dash = static_cast<std::uint32_t>(line + dashColumn);
        if (dash < text().size() && dash <= begin && text()[dash] == '-') return dash;
        if (line <= tree()[parent].begin) return begin;
    }
}

std::optional<std::uint32_t> Page::afterMark(const Location& at) const {
    if (at.key == at.value) {
        const auto dash = start(at);
        return dash < text().size() && text()[dash] == '-' ? std::optional(dash + 1) : std::nullopt;
    }
    const auto colon = text().find_first_not_of(" \t", tree().end(at.key));
    if (colon == std::string_view::npos || text()[colon] != ':') return std::nullopt;
    return static_cast<std::uint32_t>(colon + 1);
}

std::uint32_t Page::end(const Location& at) const {
    const std::uint32_t end = tree().end(at.value);
    return std::max(end, afterMark(at).value_or(end));
}

Extent Page::lines(const Location& at, std::uint32_t floor) const {
    const std::uint32_t first = start(at);
    const std::size_t mine = column(first);
    Extent extent{lineBegin(first), lineEnd(end(at))};
    while (extent.begin > floor) {
        const std::uint32_t above = lineBegin(extent.begin - 1);
        if (above < floor || !isCommentLine(above) || commentColumn(above) != mine) break;
        extent.begin = above;
    }
    for (std::uint32_t below = extent.end; below < text().size(); below = lineEnd(below)) {
        if (isBlankLine(below)) continue;
        if (!isCommentLine(below) || commentColumn(below) <= mine) break;
        extent.end = lineEnd(below);
    }
    return extent;
}

std::vector<Location> Page::members(std::uint32_t file, NodeIndex container) const {
    std::vector<Location> found;
    const auto children = tree().children(container);
    if (tree()[container].kind == NodeKind::Sequence)
        for (const NodeIndex item : children)
            found.push_back({file, item, item});
    else
        for (std::size_t i = 0; i + 1 < children.size(); i += 2)
            found.push_back({file, children[i], children[i + 1]});
    return found;
}

bool Page::inScalar(std::uint32_t offset) const {
    for (NodeIndex node = 0; node < tree().size(); ++node)
        if (tree()[node].kind == NodeKind::Scalar && tree()[node].begin <= offset &&
            offset < tree().end(node))
            return true;
    return false;
}

std::vector<std::string> Page::comments(Extent extent) const {
    std::vector<std::string> found;
    for (auto at = text().find('#', extent.begin); at < extent.end; at = text().find('#', at + 1)) {
        const auto offset = static_cast<std::uint32_t>(at);
        const bool begins = offset == lineBegin(offset) || text()[at - 1] == ' ' || text()[at - 1] == '\t';
        if (!begins || inScalar(offset)) continue;
        const auto end = contentEnd(offset);
        found.emplace_back(text().substr(at, end - at));
        at = end;
        if (at >= text().size()) break;
    }
    return found;
}

} // namespace factline::contract
