// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace factline {

/// Finds places in a list by the hash of what stands there; whoever asks compares. A flat table that keeps
/// part of each hash, so that looking something up touches one slot and what is found, however large the list
/// is.
class PlaceTable {
public:
    using Place = std::uint32_t;

    explicit PlaceTable(std::size_t expected = 0)
        : m_slots(std::bit_ceil(2 * expected + 2)) {}

    /// The place of that hash that `isIt(place)` is true for.
    template<typename IsIt>
    std::optional<Place> find(std::size_t hash, const IsIt& isIt) const {
        const Slot& slot = m_slots[slotOf(tagOf(hash), isIt)];
        return slot.next ? std::optional<Place>(slot.next - 1) : std::nullopt;
    }

    /// The same; where there is none `place` is added, and nothing is given.
    template<typename IsIt>
    std::optional<Place> insert(std::size_t hash, Place place, const IsIt& isIt) {
        if (2 * ++m_count > m_slots.size()) grow();
        Slot& slot = m_slots[slotOf(tagOf(hash), isIt)];
        if (slot.next) return --m_count, std::optional<Place>(slot.next - 1);
        slot = {tagOf(hash), place + 1};
        return std::nullopt;
    }

private:
    struct Slot {
        std::uint32_t tag = 0;
        Place next = 0; ///< one more than the place; 0: free
    };

    static std::uint32_t tagOf(std::size_t hash) {
        return static_cast<std::uint32_t>(hash ^ (static_cast<std::uint64_t>(hash) >> 32U));
    }

    template<typename IsIt>
    std::size_t slotOf(std::uint32_t tag, const IsIt& isIt) const {
        const std::size_t mask = m_slots.size() - 1;
        std::size_t i = tag & mask;
        while (m_slots[i].next && !(m_slots[i].tag == tag && isIt(m_slots[i].next - 1)))
            i = (i + 1) & mask;
        return i;
    }

    void grow() {
        std::vector<Slot> old(2 * m_slots.size());
        old.swap(m_slots);
        for (const Slot& slot : old)
            if (slot.next) m_slots[slotOf(slot.tag, [](Place) { return false; })] = slot;
    }

    std::vector<Slot> m_slots; ///< a power of two, at most half of them taken
    std::size_t m_count = 0;
};

} // namespace factline
