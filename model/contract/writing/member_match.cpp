// SPDX-License-Identifier: Apache-2.0
#include "contract/writing/member_match.h"

#include <algorithm>
#include <map>
#include <string_view>

namespace factline::contract {

namespace {

using Members = std::vector<Member>;
using Partners = std::vector<std::size_t>;

/// Matches what is still free on both sides where `keyOf` gives the same; it gives nothing for members
/// without.
template<typename KeyOf>
void matchBy(const Members& before, const Members& after, Partners& partners, KeyOf keyOf) {
    using Key = typename decltype(keyOf(before.front()))::value_type;
    std::vector<bool> taken(before.size(), false);
    for (const std::size_t match : partners)
        if (match != unmatched) taken[match] = true;
    std::map<Key, std::vector<std::size_t>> free; // last first, so that the first is at the back
    for (std::size_t i = before.size(); i-- > 0;)
        if (const auto key = taken[i] ? std::nullopt : keyOf(before[i])) free[*key].push_back(i);
    for (std::size_t j = 0; j < after.size(); ++j) {
        if (partners[j] != unmatched) continue;
        const auto key = keyOf(after[j]);
        const auto found = key ? free.find(*key) : free.end();
        if (found == free.end() || found->second.empty()) continue;
        partners[j] = found->second.back();
        found->second.pop_back();
    }
}

std::optional<std::uint32_t> idOf(const Member& member) {
    return member.value->id ? std::optional(member.value->id.value) : std::nullopt;
}

bool alike(const Tree& a, const Tree& b) {
    if (a.id || b.id) return a.id == b.id;
    return a == b || (a.meaning && a.meaning == b.meaning);
}

void matchEqualValues(const Members& before, const Members& after, Partners& partners) {
    std::vector<bool> taken(before.size(), false);
    for (const std::size_t match : partners)
        if (match != unmatched) taken[match] = true;
    std::size_t from = 0;
    for (std::size_t j = 0; j < after.size(); ++j) {
        if (partners[j] != unmatched || after[j].value->id) continue;
        for (std::size_t i = from; i < before.size(); ++i) {
            if (taken[i] || before[i].value->id || !(*before[i].value == *after[j].value)) continue;
            partners[j] = i;
            taken[i] = true;
            from = i + 1;
            break;
        }
    }
}

/// The cheapest way from one list of items to another. Two that change into one another cost less than one
/// that goes and one that comes, so that an item keeps its place and its comment when its text changes; items
/// with ids are never one another. Lists are short, else only equal heads match.
void matchItems(const Members& before, const Members& after, Partners& partners) {
    constexpr std::size_t once = 2; // one that goes, or one that comes
    constexpr std::size_t changed = 3;
    std::size_t head = 0;
    while (head < before.size() && head < after.size() && alike(*before[head].value, *after[head].value)) {
        partners[head] = head;
        ++head;
    }
    const std::size_t n = before.size() - head;
    const std::size_t m = after.size() - head;
    if (n * m > 1'000'000) return;
    std::vector<std::vector<std::size_t>> cost(n + 1, std::vector<std::size_t>(m + 1, 0));
    const auto pairCost = [&](std::size_t i, std::size_t j) {
        const Tree& a = *before[head + i].value;
        const Tree& b = *after[head + j].value;
        if (alike(a, b)) return cost[i + 1][j + 1];
        return cost[i + 1][j + 1] + (a.id || b.id ? 2 * once : changed);
    };
    for (std::size_t i = n + 1; i-- > 0;)
        for (std::size_t j = m + 1; j-- > 0;) {
            if (i == n || j == m)
                cost[i][j] = once * (n - i + m - j);
            else
                cost[i][j] = std::min({pairCost(i, j), cost[i + 1][j] + once, cost[i][j + 1] + once});
        }
    for (std::size_t i = 0, j = 0; i < n && j < m;) {
        const bool same = alike(*before[head + i].value, *after[head + j].value);
        const bool pairs = same || (!before[head + i].value->id && !after[head + j].value->id);
        if (pairs && cost[i][j] == pairCost(i, j))
            partners[head + j++] = head + i++;
        else if (cost[i][j] == cost[i + 1][j] + once)
            ++i;
        else
            ++j;
    }
}

/// Pairs what lies between the same two matched neighbours, in order; items with ids are paired by id only.
void pairGaps(const Members& before, const Members& after, Partners& partners) {
    std::size_t next = 0;
    for (std::size_t j = 0; j < after.size(); ++j) {
        if (partners[j] != unmatched) {
            next = partners[j] + 1;
            continue;
        }
        std::size_t limit = before.size();
        for (std::size_t k = j + 1; k < after.size(); ++k)
            if (partners[k] != unmatched) {
                limit = partners[k];
                break;
            }
        if (next < limit && !before[next].value->id && !after[j].value->id) partners[j] = next++;
    }
}

} // namespace

std::vector<Member> membersOf(const Tree& tree) {
    std::vector<Member> members;
    for (const Tree& item : tree.items)
        members.push_back({&item, nullptr});
    for (const Tree::Entry& entry : tree.entries)
        members.push_back({&entry.value, &entry});
    return members;
}

std::vector<std::size_t> matchMembers(const Members& before, const Members& after) {
    Partners partners(after.size(), unmatched);
    if (before.empty() || after.empty()) return partners;
    if (!before.front().entry || !after.front().entry) {
        matchItems(before, after, partners);
        pairGaps(before, after, partners);
        return partners;
    }
    matchBy(before, after, partners, idOf);
    matchBy(before, after, partners,
            [](const Member& m) { return m.value->id ? std::nullopt : m.entry->meaning; });
    matchBy(before, after, partners, [](const Member& m) -> std::optional<std::string_view> {
        if (m.value->id || m.entry->meaning) return std::nullopt;
        return m.entry->key;
    });
    matchEqualValues(before, after, partners);
    return partners;
}

std::vector<bool> inPlace(const std::vector<std::size_t>& partners) {
    std::vector<std::size_t> tails; // index into partners of the smallest end of a run of that length
    std::vector<std::size_t> previous(partners.size(), unmatched);
    for (std::size_t j = 0; j < partners.size(); ++j) {
        if (partners[j] == unmatched) continue;
        const auto at =
            std::ranges::lower_bound(tails, partners[j], {}, [&](std::size_t k) { return partners[k]; });
        if (at != tails.begin()) previous[j] = *(at - 1);
        if (at == tails.end())
            tails.push_back(j);
        else
            *at = j;
    }
    std::vector<bool> kept(partners.size(), false);
    for (std::size_t j = tails.empty() ? unmatched : tails.back(); j != unmatched; j = previous[j])
        kept[j] = true;
    return kept;
}

} // namespace factline::contract
