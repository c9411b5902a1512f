// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "contract/source_map.h"
#include "contract/tree.h"

namespace factline::contract {

inline constexpr std::size_t unmatched = static_cast<std::size_t>(-1);

/// An entry of a mapping or an item of a sequence, before or after. Pointers into trees that outlive it.
struct Member {
    const Tree* value = nullptr;
    const Tree::Entry* entry = nullptr; ///< null for an item
};

/// The entries or items of a tree.
std::vector<Member> membersOf(const Tree& tree);

/// For every new member the old one that it is, or `unmatched`: by id, by what a reference key means, by key,
/// and where only the key changed by equal values. Items: the cheapest way from one list to the other, where
/// an item that changes costs less than one that goes and one that comes.
std::vector<std::size_t> matchMembers(const std::vector<Member>& before, const std::vector<Member>& after);

/// Which of the matched ones may stay where they are, in the order of `after`: the longest rising run.
std::vector<bool> inPlace(const std::vector<std::size_t>& matches);

} // namespace factline::contract
