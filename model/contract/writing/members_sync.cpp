// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <unordered_map>

#include "contract/writing/scalar_text.h"
#include "contract/writing/tree_sync.h"

namespace factline::contract {

namespace {

using NodeKey = std::pair<std::uint32_t, NodeIndex>;

NodeKey nodeOf(const Location& at) {
    return {at.file, at.value};
}

} // namespace

TreeSync::Own TreeSync::inside(const Own& own, const Member* old, const Member& now) const {
    if (own.level != Own::Level::Contexts) return {Own::Level::Inside, own.before, own.after};
    return {Own::Level::Inside, old && old->entry ? old->entry->key : now.entry->key, now.entry->key};
}

std::vector<std::optional<Location>> TreeSync::locateAll(const std::vector<Member>& olds,
                                                         const Containers& containers, const Own& own) const {
    std::vector<Location> items;
    std::unordered_map<std::string_view, Location> keys;
    std::map<Ref, Location> meanings;
    std::set<NodeKey> here;
    for (const Container& container : containers) {
        const SyntaxTree& tree = pageOf(container).tree();
        for (const Location& member : container.members) {
            items.push_back(member);
            here.insert(nodeOf(member));
            if (member.key == member.value || tree[member.key].kind != NodeKind::Scalar) continue;
            keys.try_emplace(tree.scalar(member.key), member);
            meanings.try_emplace(parseRef(tree.scalar(member.key), own.before), member);
        }
    }
    std::vector<std::optional<Location>> places(olds.size());
    for (std::size_t i = 0; i < olds.size(); ++i) {
        const Member& old = olds[i];
        if (!old.entry) {
            if (olds.size() == items.size()) places[i] = items[i];
        } else if (old.value->id) {
            const auto at = m_before.sources.locate(old.value->id);
            if (at && here.contains(nodeOf(*at))) places[i] = at;
        } else if (old.entry->meaning) {
            if (const auto found = meanings.find(*old.entry->meaning); found != meanings.end())
                places[i] = found->second;
        } else if (const auto found = keys.find(old.entry->key); found != keys.end()) {
            places[i] = found->second;
        }
    }
    return places;
}

std::vector<TreeSync::Placed> TreeSync::place(const std::vector<Member>& olds,
                                              const std::vector<Member>& nows,
                                              const std::vector<std::optional<Location>>& places,
                                              const Containers& containers) const {
    const auto matches = matchMembers(olds, nows);
    const auto kept = inPlace(matches);
    std::vector<Placed> placed(nows.size());
    const auto containerOf = [&](const Location& at) {
        const auto found =
            std::ranges::find_if(containers, [&](const Container& c) { return c.at.file == at.file; });
        return static_cast<std::size_t>(found - containers.begin());
    };
    for (std::size_t j = 0; j < nows.size(); ++j) {
        Placed& member = placed[j];
        member.now = nows[j];
        if (matches[j] != unmatched) {
            member.old = &olds[matches[j]];
            (kept[j] ? member.stays : member.comesFrom) = places[matches[j]];
        } else if (const auto known = m_known.find(nows[j].value->id);
                   nows[j].value->id && known != m_known.end()) {
            member.old = &known->second.member;
            member.comesFrom = m_before.sources.locate(nows[j].value->id);
        } else if (nows[j].entry && !nows[j].value->id && !nows[j].entry->meaning) {
            // Written although it says what holds anyway: `version: 1`.
            for (const Container& container : containers) {
                const SyntaxTree& tree = pageOf(container).tree();
                for (const Location& at : container.members)
                    if (at.key != at.value && tree.scalar(at.key) == nows[j].entry->key) member.stays = at;
            }
        }
        if (member.stays) member.container = containerOf(*member.stays);
    }
    for (std::size_t j = 0; j < placed.size(); ++j) { // new ones stand beside their neighbour
        if (placed[j].stays) continue;
        const auto after = std::find_if(placed.begin() + static_cast<std::ptrdiff_t>(j), placed.end(),
                                        [](const Placed& next) { return next.stays.has_value(); });
        if (j > 0 && std::any_of(placed.begin(), placed.begin() + static_cast<std::ptrdiff_t>(j),
                                 [](const Placed& p) { return p.stays.has_value(); }))
            placed[j].container = placed[j - 1].container;
        else if (after != placed.end())
            placed[j].container = after->container;
    }
    return placed;
}

void TreeSync::members(const std::vector<Member>& olds, const std::vector<Member>& nows,
                       const Containers& containers, const Own& own) {
    const auto places = locateAll(olds, containers, own);
    const auto placed = place(olds, nows, places, containers);
    std::set<NodeKey> known;
    std::set<NodeKey> staying;
    for (const auto& at : places)
        if (at) known.insert(nodeOf(*at));
    for (const Placed& member : placed)
        if (member.stays) staying.insert(nodeOf(*member.stays));
    for (std::size_t c = 0; c < containers.size(); ++c) {
        std::vector<const Placed*> wanted;
        for (const Placed& member : placed)
            if (member.container == c) wanted.push_back(&member);
        Container container = containers[c];
        for (const Location& at :
             container.members) // own keys and defaults are no part of the old tree: they stay
            container.gone.push_back(known.contains(nodeOf(at)) && !staying.contains(nodeOf(at)));
        const SyntaxNode& node = pageOf(container).tree()[container.at.value];
        if (node.style == NodeStyle::Flow)
            editFlow(container, wanted, own);
        else
            editBlock(container, wanted, own);
    }
}

void TreeSync::editKey(const Placed& member, const Location& at, const Own& own) {
    if (!member.now.entry || at.key == at.value) return;
    const Page& page = m_pages[at.file];
    const Tree::Entry& entry = *member.now.entry;
    const std::string_view text = page.tree().scalar(at.key);
    if (entry.meaning ? parseRef(text, own.after) == *entry.meaning : text == entry.key) return;
    if (page.tree()[at.key].kind != NodeKind::Scalar) {
        m_result.failed = true;
        return;
    }
    patch(at.file, page.tree()[at.key].begin, page.tree().end(at.key),
          quotedText(entry.key, {.flow = page.inFlow(at.key), .like = page.tree()[at.key].style}));
}

void TreeSync::sync(const Placed& member, const Own& own) {
    const Location& at = member.stays ? *member.stays : *member.comesFrom;
    editKey(member, at, own);
    Own inner = inside(own, member.old, member.now);
    if (own.level == Own::Level::Root && member.now.entry && member.now.entry->key == "contexts")
        inner.level = Own::Level::Contexts;
    value(member.old ? member.old->value : nullptr, *member.now.value, at, inner);
}

} // namespace factline::contract
