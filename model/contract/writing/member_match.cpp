// SPDX-License-Identifier: Apache-2.0
#include "contract/writing/member_match.h"

#include <algorithm>
#include <map>
#include <string_view>

namespace factline::contract {

namespace {

using Members = std::vector<Member>;
using Matches = std::vector<std::size_t>;

/// Matches what is still free on both sides where `keyOf` gives the same; it gives nothing for members
/// without.
template<typename KeyOf>
void matchBy(const Members& before, const Members& after, Matches& matches, KeyOf keyOf) {
    using Key = typename decltype(keyOf(before.front()))::value_type;
    std::vector<bool> taken(before.size(), false);
    for (const std::size_t match : matches)
        if (match != unmatched) taken[match] = true;
    std::map<Key, std::vector<std::size_t>> free; // last first, so that the first is at the back
    for (std::size_t i = before.size(); i-- > 0;)
        if (const auto key = taken[i] ? std::nullopt : keyOf(before[i])) free[*key].push_back(i);
    for (std::size_t j = 0; j < after.size(); ++j) {
        if (matches[j] != unmatched) continue;
        const auto key = keyOf(after[j]);
        const auto found = key ? free.find(*key) : free.end();
        if (found == free.end() || found->second.empty()) continue;
        matches[j] = found->second.back();
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

void matchEqualValues(const Members& before, const Members& after, Matches& matches) {
    std::vector<bool> taken(before.size(), false);
    for (const std::size_t match : matches)
        if (match != unmatched) taken[match] = true;
    std::size_t from = 0;
    for (std::size_t j = 0; j < after.size(); ++j) {
        if (matches[j] != unmatched || after[j].value->id) continue;
        for (std::size_t i = from; i < before.size(); ++i) {
            if (taken[i] || before[i].value->id || !(*before[i].value == *after[j].value)) continue;
            matches[j] = i;
            taken[i] = true;
            from = i + 1;
            break;
        }
    }
}

/// The longest common subsequence of two lists of items; lists are short, else only equal heads and tails
/// match.
void matchItems(const Members& before, const Members& after, Matches& matches) {
    std::size_t head = 0;
    while (head < before.size() && head < after.size() && alike(*before[head].value, *after[head].value)) {
        matches[head] = head;
        ++head;
    }
    const std::size_t n = before.size() - head;
    const std::size_t m = after.size() - head;
    if (n * m > 1'000'000) return;
    std::vector<std::vector<std::size_t>> length(n + 1, std::vector<std::size_t>(m + 1, 0));
    for (std::size_t i = n; i-- > 0;)
        for (std::size_t j = m; j-- > 0;)
            length[i][j] = alike(*before[head + i].value, *after[head + j].value)
                               ? length[i + 1][j + 1] + 1
                               : std::max(length[i + 1][j], length[i][j + 1]);
    for (std::size_t i = 0, j = 0; i < n && j < m;) {
        if (alike(*before[head + i].value, *after[head + j].value))
            matches[head + j++] = head + i++;
        else if (length[i + 1][j] >= length[i][j + 1])
            ++i;
        else
            ++j;
    }
}

/// Pairs what lies between the same two matched neighbours, in order; items with ids are paired by id only.
void pairGaps(const Members& before, const Members& after, Matches& matches) {
    std::size_t next = 0;
    for (std::size_t j = 0; j < after.size(); ++j) {
        if (matches[j] != unmatched) {
            next = matches[j] + 1;
            continue;
        }
        std::size_t limit = before.size();
        for (std::size_t k = j + 1; k < after.size(); ++k)
            if (matches[k] != unmatched) {
                limit = matches[k];
                break;
            }
        if (next < limit && !before[next].value->id && !after[j].value->id) matches[j] = next++;
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
    Matches matches(after.size(), unmatched);
    if (before.empty() || after.empty()) return matches;
    if (!before.front().entry || !after.front().entry) {
        matchItems(before, after, matches);
        pairGaps(before, after, matches);
        return matches;
    }
    matchBy(before, after, matches, idOf);
    matchBy(before, after, matches,
            [](const Member& m) { return m.value->id ? std::nullopt : m.entry->meaning; });
    matchBy(before, after, matches, [](const Member& m) -> std::optional<std::string_view> {
        if (m.value->id || m.entry->meaning) return std::nullopt;
        return m.entry->key;
    });
    matchEqualValues(before, after, matches);
    return matches;
}

std::vector<bool> inPlace(const std::vector<std::size_t>& matches) {
    std::vector<std::size_t> tails; // index into matches of the smallest end of a run of that length
    std::vector<std::size_t> previous(matches.size(), unmatched);
    for (std::size_t j = 0; j < matches.size(); ++j) {
        if (matches[j] == unmatched) continue;
        const auto at =
            std::ranges::lower_bound(tails, matches[j], {}, [&](std::size_t k) { return matches[k]; });
        if (at != tails.begin()) previous[j] = *(at - 1);
        if (at == tails.end())
            tails.push_back(j);
        else
            *at = j;
    }
    std::vector<bool> kept(matches.size(), false);
    for (std::size_t j = tails.empty() ? unmatched : tails.back(); j != unmatched; j = previous[j])
        kept[j] = true;
    return kept;
}

} // namespace factline::contract
