// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "contract/writing/scalar_text.h"
#include "contract/writing/tree_sync.h"

namespace factline::contract {

namespace {

/// The lines of `text` further right or left; blank ones stay blank.
std::string shifted(std::string_view text, std::size_t from, std::size_t to) {
    std::string out;
    while (!text.empty()) {
        const auto end = text.find('\n');
        std::string_view line = text.substr(0, end == std::string_view::npos ? text.size() : end + 1);
        text.remove_prefix(line.size());
        const auto blanks = std::min(line.find_first_not_of(' '), line.size());
        if (blanks == line.size() || line[blanks] == '\n' || line[blanks] == '\r')
            out += line;
        else if (to >= from)
            out.append(to - from, ' ').append(line);
        else
            out.append(line.substr(std::min(from - to, blanks)));
    }
    return out;
}

} // namespace

void TreeSync::editBlock(const Container& container, const Wanted& wanted, const Own& own) {
    const auto indexOf = [&](const Location& at) {
        return static_cast<std::size_t>(std::ranges::find(container.members, at) - container.members.begin());
    };
    const bool nothingLeft = std::ranges::all_of(container.gone, [](bool gone) { return gone; });
    if (nothingLeft && wanted.empty()) return emptyContainer(container);
    const std::size_t leading = goneBesideDash(container);

    std::size_t anchor = unmatched; // the last one that stays
    std::vector<const Placed*> first;
    for (const Placed* member : wanted) {
        if (member->stays) {
            anchor = indexOf(*member->stays);
            const std::size_t place = anchor == leading ? 0 : anchor; // beside the dash again
            for (const Placed* early : first)
                insertLines(container, place, false, newLines(container, *early, own));
            first.clear();
            sync(*member, own);
        } else if (anchor == unmatched) {
            first.push_back(member);
        } else {
            insertLines(container, anchor, true, newLines(container, *member, own));
        }
    }
    std::string instead;
    for (const Placed* only : first) // nothing stays that could show the place
        if (leading == container.members.size())
            instead += newLines(container, *only, own);
        else
            insertLines(container, container.members.size() - 1, true, newLines(container, *only, own));
    if (leading > 0) removeBesideDash(container, leading, instead);
    for (std::size_t i = leading; i < container.members.size(); ++i)
        if (container.gone[i]) removeLines(container, i);
}

std::size_t TreeSync::goneBesideDash(const Container& container) const {
    const Page& page = pageOf(container);
    if (page.startsLine(page.start(container.members.front()))) return 0;
    return static_cast<std::size_t>(std::ranges::find(container.gone, false) - container.gone.begin());
}

void TreeSync::removeBesideDash(const Container& container, std::size_t count, const std::string& instead) {
    const Page& page = pageOf(container);
    const std::string_view text = page.text();
    const std::uint32_t begin = page.start(container.members.front());
    std::uint32_t end = linesOf(container, count - 1).end;
    if (count < container.members.size()) { // the next key comes up beside the dash, or the comment above it
        const auto next = text.find_first_not_of(" \t\r\n", end);
        patch(container.at.file, begin, static_cast<std::uint32_t>(next), {});
        return;
    }
    if (text[end - 1] == '\n') end = page.contentEnd(page.lineBegin(end - 1));
    const std::size_t lineBreak = page.layout().lineBreak.size();
    const std::size_t column = page.column(begin);
    patch(container.at.file, begin, end, instead.substr(column, instead.size() - column - lineBreak));
}

Extent TreeSync::linesOf(const Container& container, std::size_t index) const {
    const Page& page = pageOf(container);
    std::uint32_t floor = 0;
    if (index > 0)
        floor = page.lineEnd(page.end(container.members[index - 1]));
    else if (container.at.key != noNode)
        floor = page.lineEnd(page.tree().end(container.at.key));
    return page.lines(container.members[index], floor);
}

void TreeSync::emptyContainer(const Container& container) {
    const Page& page = pageOf(container);
    const bool sequence = page.tree()[container.at.value].kind == NodeKind::Sequence;
    if (container.at.key == noNode) {
        m_result.failed = true;
        return;
    }
    Tree nothing;
    if (sequence) nothing.kind = Tree::Kind::Sequence;
    replace(nothing, container.at, false);
}

bool TreeSync::blankBetween(const Container& container, bool manyLines) const {
    const Page& page = pageOf(container);
    std::size_t blank = 0;
    for (std::size_t i = 1; i < container.members.size(); ++i) {
        const auto begin = linesOf(container, i).begin;
        if (begin > 0 && page.isBlankLine(begin - 1)) ++blank;
    }
    const std::size_t gaps = container.members.size() - 1;
    if (gaps > 0) return manyLines ? 2 * blank >= gaps : 2 * blank > gaps;
    return container.at.key != noNode && page.tree().scalar(container.at.key) == "contexts";
}

void TreeSync::removeLines(const Container& container, std::size_t index) {
    const Page& page = pageOf(container);
    const Location& at = container.members[index];
    Extent extent = linesOf(container, index);
    const bool last = extent.end >= page.text().size() || page.isBlankLine(extent.end) ||
                      index + 1 == container.members.size();
    while (last && extent.begin > 0 && page.isBlankLine(extent.begin - 1) &&
           page.lineBegin(extent.begin - 1) < extent.begin)
        extent.begin = page.lineBegin(extent.begin - 1);
    patch(at.file, extent.begin, extent.end, {});
}

void TreeSync::insertLines(const Container& container, std::size_t index, bool after,
                           const std::string& lines) {
    const Page& page = pageOf(container);
    const Location& at = container.members[index];
    const std::string& lineBreak = page.layout().lineBreak;
    const bool manyLines = lines.find('\n') + 1 < lines.size();
    const std::string blank = blankBetween(container, manyLines) ? lineBreak : std::string{};
    const Extent extent = linesOf(container, index);
    if (!after && !page.startsLine(page.start(at))) { // before the first key beside a dash
        const std::size_t column = page.column(page.start(at));
        patch(at.file, page.start(at), page.start(at), lines.substr(column) + std::string(column, ' '));
    } else if (!after) {
        patch(at.file, extent.begin, extent.begin, lines + blank);
    } else if (extent.end == page.text().size() && !page.text().ends_with('\n')) {
        patch(at.file, extent.end, extent.end,
              lineBreak + blank + lines.substr(0, lines.size() - lineBreak.size()));
    } else {
        patch(at.file, extent.end, extent.end, blank + lines);
    }
}

std::string TreeSync::newLines(const Container& container, const Placed& member, const Own& own) {
    const Page& page = pageOf(container);
    const std::size_t column = page.column(page.start(container.members.front()));
    if (member.comesFrom)
        if (auto moved = movedLines(page, column, member, own)) return *std::move(moved);
    if (auto section = sectionOfMoved(page, column, member, own)) return *std::move(section);
    const std::string text = member.now.entry ? blockEntry(*member.now.entry, column, page.layout())
                                              : blockItem(*member.now.value, column, page.layout());
    return std::string(column, ' ') + text + page.layout().lineBreak;
}

std::optional<std::string> TreeSync::sectionOfMoved(const Page& target, std::size_t column,
                                                    const Placed& section, const Own& own) {
    const Tree& tree = *section.now.value;
    const auto isKnown = [this](const Member& member) { return m_known.contains(member.value->id); };
    const auto all = membersOf(tree);
    if (tree.id || !section.now.entry || own.level != Own::Level::Inside ||
        std::ranges::none_of(all, isKnown))
        return std::nullopt;
    const Layout& layout = target.layout();
    const std::size_t inner = column + layout.step;
    std::string out =
        std::string(column, ' ') + quotedText(section.now.entry->key, {}) + ':' + layout.lineBreak;
    for (const Member& member : all) {
        if (!member.entry) return std::nullopt;
        std::optional<std::string> moved;
        if (const auto known = m_known.find(member.value->id); known != m_known.end())
            moved = movedLines(target, inner,
                               {.now = member,
                                .old = &known->second.member,
                                .stays = {},
                                .comesFrom = m_before.sources.locate(member.value->id)},
                               own);
        out += moved.value_or(std::string(inner, ' ') + blockEntry(*member.entry, inner, layout) +
                              layout.lineBreak);
    }
    return out;
}

std::optional<std::string> TreeSync::movedLines(const Page& target, std::size_t column, const Placed& member,
                                                const Own& own) {
    if (!member.comesFrom) return std::nullopt;
    const Location& from = *member.comesFrom;
    const Page& source = m_pages[from.file];
    const bool item = from.key == from.value;
    if (source.inFlow(from.value) || !source.startsLine(source.start(from)) ||
        item != (member.now.entry == nullptr) || !source.afterMark(from) ||
        source.layout().lineBreak != target.layout().lineBreak)
        return std::nullopt;
    // Its lines, as its neighbours see them.
    const NodeIndex parent = source.tree()[from.key].parent;
    Container around{{from.file, source.tree().keyOf(parent), parent}, source.members(from.file, parent), {}};
    const auto index = std::ranges::find(around.members, from) - around.members.begin();
    const Extent extent = linesOf(around, static_cast<std::size_t>(index));

    Own there = own;
    if (const auto known = m_known.find(member.now.value->id); member.now.value->id && known != m_known.end())
        there.before = known->second.own.before;
    SyncResult outer = std::exchange(m_result, {});
    sync(member, there);
    SyncResult inner = std::exchange(m_result, std::move(outer));
    if (inner.failed) return std::nullopt;
    auto text = patched(source.text(), from.file, extent.begin, extent.end, std::move(inner.patches));
    if (!text) return std::nullopt;
    m_result.notices.insert(m_result.notices.end(), inner.notices.begin(), inner.notices.end());
    if (!text->ends_with('\n')) *text += source.layout().lineBreak;
    return shifted(*text, source.column(source.start(from)), column);
}

} // namespace factline::contract
