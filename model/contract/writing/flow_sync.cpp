// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "contract/writing/tree_sync.h"

namespace factline::contract {

std::string TreeSync::flowPart(const Container& container, const Placed& member, const Own& own) {
    if (!member.stays) return member.now.entry ? flowEntry(*member.now.entry) : flowText(*member.now.value);
    const Page& page = pageOf(container);
    const std::uint32_t begin = page.start(*member.stays);
    const std::uint32_t end = page.end(*member.stays);
    SyncResult outer = std::exchange(m_result, {});
    sync(member, own);
    SyncResult inner = std::exchange(m_result, std::move(outer));
    auto text = patched(page.text(), container.at.file, begin, end, std::move(inner.patches));
    m_result.failed = m_result.failed || inner.failed || !text;
    m_result.notices.insert(m_result.notices.end(), inner.notices.begin(), inner.notices.end());
    return text.value_or(std::string{});
}

void TreeSync::editFlow(const Container& container, const Wanted& wanted, const Own& own) {
    const bool sameMembers =
        std::ranges::all_of(wanted, [](const Placed* p) { return p->stays.has_value(); }) &&
        std::ranges::none_of(container.gone, [](bool gone) { return gone; });
    if (sameMembers) {
        for (const Placed* member : wanted)
            sync(*member, own);
        return;
    }
    // Other members: the brackets are filled anew. What stays keeps its text and what separates it from the
    // next.
    const Page& page = pageOf(container);
    const std::string_view text = page.text();
    const auto& members = container.members;
    const std::uint32_t begin = page.tree()[container.at.value].begin + 1;
    const std::uint32_t end = page.tree().end(container.at.value) - 1;
    const auto gapAfter = [&](std::size_t i) {
        const std::uint32_t from = page.end(members[i]);
        return text.substr(from, page.start(members[i + 1]) - from);
    };
    const std::string separator = members.size() > 1 && gapAfter(0).find('#') == std::string_view::npos
                                      ? std::string(gapAfter(0))
                                      : ", ";
    struct Part {
        std::string text;
        std::string gap;
        std::size_t index; ///< where it stood; unmatched for a new one
    };
    std::vector<Part> parts;
    const auto add = [&](std::size_t index, std::string part) {
        const bool last = index == unmatched || index + 1 >= members.size();
        parts.push_back({std::move(part), last ? separator : std::string(gapAfter(index)), index});
    };
    // What the tree does not know (own keys, defaults) stays behind the member it stood behind.
    std::vector<bool> done(members.size(), false);
    const auto addUnknown = [&](std::size_t from) {
        for (std::size_t i = from; i < members.size(); ++i) {
            const bool wantedToo =
                std::ranges::any_of(wanted, [&](const Placed* p) { return p->stays == members[i]; });
            if (container.gone[i]) continue;
            if (wantedToo || done[i]) return;
            done[i] = true;
            add(i, std::string(
                       text.substr(page.start(members[i]), page.end(members[i]) - page.start(members[i]))));
        }
    };
    addUnknown(0);
    for (const Placed* member : wanted) {
        std::size_t index = unmatched;
        if (member->stays)
            index = static_cast<std::size_t>(std::ranges::find(members, *member->stays) - members.begin());
        add(index, flowPart(container, *member, own));
        if (index == unmatched) continue;
        done[index] = true;
        addUnknown(index + 1);
    }
    std::string filled(text.substr(begin, page.start(members.front()) - begin));
    for (std::size_t i = 0; i < parts.size(); ++i)
        filled += parts[i].text + (i + 1 < parts.size() ? parts[i].gap : "");
    const std::uint32_t lastEnd = page.end(members.back());
    filled += text.substr(lastEnd, end - lastEnd);
    if (parts.empty()) filled.clear();
    patch(container.at.file, begin, end, std::move(filled));
}

} // namespace factline::contract
