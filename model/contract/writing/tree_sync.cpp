// SPDX-License-Identifier: Apache-2.0
#include "contract/writing/tree_sync.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "contract/include.h"
#include "contract/writing/scalar_text.h"

namespace factline::contract {

namespace {

constexpr std::array<std::string_view, 5> sharedKeys{"claims", "contexts", "audiences", "hotspots",
                                                     "waivers"};

const Tree::Entry* entryOf(const Tree& tree, std::string_view key) {
    const auto found = std::ranges::find(tree.entries, key, &Tree::Entry::key);
    return found == tree.entries.end() ? nullptr : &*found;
}

bool isOneValue(const Tree& tree) {
    return tree.kind == Tree::Kind::Text || tree.kind == Tree::Kind::Word;
}

/// What a file says below a node, as text: for keys that are not the language's own.
Tree asTree(const SyntaxTree& tree, NodeIndex node) {
    Tree made;
    made.flow = tree[node].style == NodeStyle::Flow;
    const auto children = tree.children(node);
    switch (tree[node].kind) {
    case NodeKind::Sequence:
        made.kind = Tree::Kind::Sequence;
        for (const NodeIndex item : children)
            made.items.push_back(asTree(tree, item));
        break;
    case NodeKind::Mapping:
        for (std::size_t i = 0; i + 1 < children.size(); i += 2)
            made.entries.push_back(
                {std::string(tree.scalar(children[i])), asTree(tree, children[i + 1]), {}});
        break;
    default:
        made.kind = tree[node].kind == NodeKind::Null || tree[node].style == NodeStyle::Plain
                        ? Tree::Kind::Word
                        : Tree::Kind::Text;
        made.text = tree[node].kind == NodeKind::Null ? "null" : std::string(tree.scalar(node));
    }
    return made;
}

} // namespace

TreeSync::TreeSync(const ReadModel& before, const Tree& old, const Tree& now, const std::set<ElementId>& anew)
    : m_before(before)
    , m_old(old)
    , m_now(now)
    , m_anew(anew) {
    for (std::uint32_t file = 0; file < before.sources.fileCount(); ++file)
        m_pages.emplace_back(before.sources.tree(file));
    indexElements(old, {});
}

void TreeSync::indexElements(const Tree& tree, const Own& own) {
    for (const Member& member : membersOf(tree)) {
        if (member.value->id) m_known[member.value->id] = {member, own};
        Own inner = inside(own, &member, member);
        if (own.level == Own::Level::Root && member.entry && member.entry->key == "contexts")
            inner.level = Own::Level::Contexts;
        indexElements(*member.value, inner);
    }
}

SyncResult TreeSync::run() {
    if (!(m_old == m_now)) root();
    return std::move(m_result);
}

void TreeSync::patch(std::uint32_t file, std::uint32_t begin, std::uint32_t end, std::string text) {
    m_result.patches.push_back({file, begin, end, std::move(text)});
}

void TreeSync::root() {
    const auto top = m_before.sources.locate(ElementId{});
    if (!top || m_pages.front().tree()[top->value].kind != NodeKind::Mapping ||
        m_pages.front().tree()[top->value].style != NodeStyle::Block) {
        m_result.failed = true;
        return;
    }
    std::vector<Member> olds = membersOf(m_old);
    std::vector<Member> nows = membersOf(m_now);
    for (const std::string_view key : sharedKeys) {
        const Tree::Entry* old = entryOf(m_old, key);
        const Tree::Entry* now = entryOf(m_now, key);
        Containers containers;
        for (std::uint32_t file = 0; file < m_pages.size(); ++file) {
            const SyntaxTree& tree = m_pages[file].tree();
            const NodeIndex node = tree.root() == noNode ? noNode : tree.find(tree.root(), key);
            if (node == noNode || tree[node].first == noNode) continue;
            const NodeIndex keyNode = tree.keyOf(node);
            containers.push_back({{file, keyNode, node}, m_pages[file].members(file, node)});
        }
        const bool split = !m_before.model.include.empty();
        const bool elsewhere =
            std::ranges::any_of(containers, [](const Container& c) { return c.at.file != 0; });
        if (!elsewhere && !(split && key == "contexts")) continue; // the root file's own: like any field
        std::vector<Member> before = old ? membersOf(old->value) : std::vector<Member>{};
        std::vector<Member> after = now ? membersOf(now->value) : std::vector<Member>{};
        if (key == "contexts") writeNewFiles(after);
        if (containers.empty()) continue;
        const auto isKey = [&](const Member& member) { return member.entry && member.entry->key == key; };
        std::erase_if(olds, isKey);
        std::erase_if(nows, isKey);
        members(before, after, containers,
                {key == "contexts" ? Own::Level::Contexts : Own::Level::Root, {}, {}});
    }
    members(olds, nows, {{*top, m_pages.front().members(0, top->value)}}, {});
}

void TreeSync::writeNewFiles(std::vector<Member>& contexts) {
    std::erase_if(contexts, [this](const Member& context) {
        const std::string& name = context.entry->key;
        const bool plain = !name.empty() && std::ranges::all_of(name, [](unsigned char c) {
            return std::isalnum(c) != 0 || c == '-' || c == '_' || c >= 0x80;
        });
        const std::string path = "contexts/" + name + ".factline.yaml";
        const bool included = std::ranges::any_of(
            m_before.model.include, [&](const std::string& pattern) { return matches(pattern, path); });
        const auto taken = [&](const SourceFile& file) { return file.path == path; };
        if (m_known.contains(context.value->id) || !plain || !included ||
            std::ranges::any_of(m_before.files, taken) || std::ranges::any_of(m_result.newFiles, taken))
            return false;
        const Layout& layout = m_pages.front().layout();
        Tree section;
        section.entries.push_back(*context.entry);
        m_result.newFiles.push_back({path, fmt::format("factline: 1{0}{0}{1}{0}", layout.lineBreak,
                                                       blockEntry({"contexts", section, {}}, 0, layout))});
        return true;
    });
}

void TreeSync::value(const Tree* old, const Tree& now, const Location& at, const Own& own) {
    if (now.id && m_anew.contains(now.id)) return replace(now, at, true);
    if (old && *old == now) return;
    const SyntaxNode& node = m_pages[at.file].tree()[at.value];
    if (isOneValue(now))
        return node.kind == NodeKind::Scalar ? scalar(old, now, at, own) : replace(now, at, false);
    const bool sequence = now.kind == Tree::Kind::Sequence;
    const bool fits = node.kind == (sequence ? NodeKind::Sequence : NodeKind::Mapping) &&
                      node.first != noNode &&
                      !(node.style == NodeStyle::Block && m_pages[at.file].inFlow(at.value));
    const Container container{at,
                              fits ? m_pages[at.file].members(at.file, at.value) : std::vector<Location>{}};
    const bool known =
        old && old->kind == now.kind && (!sequence || old->items.size() == container.members.size());
    if (!fits || (sequence && !known)) return replace(now, at, false);
    members(known ? membersOf(*old) : std::vector<Member>{}, membersOf(now), {container}, own);
}

void TreeSync::scalar(const Tree* old, const Tree& now, const Location& at, const Own& own) {
    const Page& page = m_pages[at.file];
    const SyntaxNode& node = page.tree()[at.value];
    const std::string_view text = page.tree().scalar(at.value);
    if (now.meaning ? parseRef(text, own.after) == *now.meaning : text == now.text) return;
    if (old && old->text == now.text && !now.meaning) return;
    const bool block = node.style == NodeStyle::Literal || node.style == NodeStyle::Folded;
    if (block || (now.kind == Tree::Kind::Text && !page.inFlow(at.value) && node.style == NodeStyle::Plain &&
                  fitsLiteral(now.text)))
        return replace(now, at, false);
    patch(at.file, node.begin, page.tree().end(at.value),
          scalarText(now, {.flow = page.inFlow(at.value), .like = node.style}));
}

Tree TreeSync::withOwnKeys(const Tree& now, const Location& at) const {
    const SyntaxTree& tree = m_pages[at.file].tree();
    Tree full = now;
    if (now.kind != Tree::Kind::Mapping || tree[at.value].kind != NodeKind::Mapping) return full;
    for (const Location& member : m_pages[at.file].members(at.file, at.value)) {
        const std::string_view key = tree.scalar(member.key);
        if (key.starts_with("x-") && !entryOf(now, key))
            full.entries.push_back({std::string(key), asTree(tree, member.value), {}});
    }
    return full;
}

void TreeSync::replace(const Tree& now, const Location& at, bool keepComments) {
    const Page& page = m_pages[at.file];
    const Tree full = withOwnKeys(now, at);
    const std::uint32_t begin = page.tree()[at.value].begin;
    const std::uint32_t end = page.tree().end(at.value);
    if (page.inFlow(at.value)) {
        const auto mark = page.afterMark(at);
        if (begin < end)
            patch(at.file, begin, end, flowText(full));
        else if (mark)
            patch(at.file, *mark, *mark, ' ' + flowText(full));
        else
            m_result.failed = true;
        return;
    }
    const bool collection = page.tree()[at.value].first != noNode;
    std::vector<std::string> comments;
    if (keepComments || collection) { // the one behind the last line too, where no line of it stays
        const auto mark = page.afterMark(at);
        const bool below = mark && page.lineBegin(begin) != page.lineBegin(*mark);
        comments = page.comments({begin, below ? page.contentEnd(end) : end});
    }
    replaceInBlock(full, at, comments);
}

void TreeSync::replaceInBlock(const Tree& now, const Location& at, const std::vector<std::string>& comments) {
    const Page& page = m_pages[at.file];
    const Layout& layout = page.layout();
    const auto mark = page.afterMark(at);
    const std::uint32_t start = page.start(at);
    const std::uint32_t end = page.end(at);
    if (!mark || (!comments.empty() && !page.startsLine(start))) {
        m_result.failed = true;
        return;
    }
    const std::size_t column = page.column(start);
    for (const std::string& comment : comments) // above it, where they stay with it
        patch(at.file, page.lineBegin(start), page.lineBegin(start),
              std::string(column, ' ') + comment + layout.lineBreak);
    std::string text = at.key == at.value ? blockItem(now, column, layout).substr(1)
                                          : afterColon(now, column, page.column(*mark), layout);
    const auto cut = std::min(text.find(layout.lineBreak), text.size());
    const std::string tail = text.substr(cut);
    const std::string head = text.substr(0, cut);
    const std::uint32_t begin = std::max(page.tree()[at.value].begin, *mark);
    if (page.lineBegin(begin) == page.lineBegin(*mark)) {
        patch(at.file, *mark, end, head);
        if (!tail.empty()) patch(at.file, page.contentEnd(end), page.contentEnd(end), tail);
        return;
    }
    if (!head.empty()) patch(at.file, *mark, *mark, head);
    patch(at.file, page.contentEnd(*mark), page.contentEnd(end), tail);
}

} // namespace factline::contract
