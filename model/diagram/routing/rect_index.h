// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "diagram/diagram.h"

namespace factline::diagram {

/// Finds rects near a rect: a hash of square tiles.
class RectIndex {
public:
    void add(std::size_t id, const Rect& rect) {
        forTiles(rect, [&](std::uint64_t tile) {
            m_tiles[tile].push_back({id, rect});
            return false;
        });
    }

    /// True where `wanted(id)` holds for a rect that meets `rect`; asks no further then. One that spans
    /// several tiles may be asked for several times.
    template<typename Wanted>
    bool any(const Rect& rect, Wanted wanted) const {
        return forTiles(rect, [&](std::uint64_t tile) {
            const auto found = m_tiles.find(tile);
            if (found == m_tiles.end()) return false;
            for (const Entry& entry : found->second)
                if (entry.rect.intersects(rect) && wanted(entry.id)) return true;
            return false;
        });
    }

private:
    struct Entry {
        std::size_t id;
        Rect rect;
    };
    static constexpr double side = 192;

    template<typename Visit>
    static bool forTiles(const Rect& rect, Visit visit) {
        const auto tile = [](double at) { return static_cast<std::int64_t>(std::floor(at / side)); };
        for (auto x = tile(rect.x); x <= tile(rect.right()); ++x)
            for (auto y = tile(rect.y); y <= tile(rect.bottom()); ++y)
                if (visit((static_cast<std::uint64_t>(x) << 32U) ^
                          (static_cast<std::uint64_t>(y) & 0xFFFFFFFFU)))
                    return true;
        return false;
    }

    std::unordered_map<std::uint64_t, std::vector<Entry>> m_tiles;
};

} // namespace factline::diagram
