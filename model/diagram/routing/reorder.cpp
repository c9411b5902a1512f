// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "diagram/routing/row.h"

namespace factline::diagram {

namespace {

constexpr double easyGap = 5;      ///< between lines that an eye tells apart without effort
constexpr double narrow = 14;      ///< bounds, as a node's side has: no order makes room there
constexpr double farthest = 640;   ///< from its place that a lane is put
constexpr double touchCost = 100;  ///< for each lane that would lie nearer than the pitch
constexpr double nearerCost = 20;  ///< for each unit that it lies nearer
constexpr double swapCost = 1;     ///< for each lane that would lie on the other side than before
constexpr double asideCost = 0.02; ///< for each track from its place

/// Puts some lanes on tracks among the others, which stay.
class Tracks {
public:
    /// `pitch`: from track to track.
    Tracks(std::vector<Lane>& lanes, const Row& row, const std::vector<bool>& moves, double pitch)
        : m_lanes(lanes)
        , m_pitch(pitch)
        , m_rank(lanes.size()) {
        for (std::size_t i = 0; i < row.sorted().size(); ++i) {
            const std::size_t lane = row.sorted()[i];
            m_rank[lane] = i;
            if (!moves[lane]) m_placed.emplace_hint(m_placed.end(), lanes[lane].at, lane);
        }
    }

    /// Puts a lane where it swaps sides with the fewest and touches none, if there is such a track.
    void put(std::size_t index) {
        Lane& lane = m_lanes[index];
        const double low = std::max(lane.low, lane.at - farthest);
        const double high = std::min(lane.high, lane.at + farthest);
        findOthers(index, low - m_pitch, high + m_pitch);
        double place = lane.at;
        double least = std::numeric_limits<double>::max();
        const auto consider = [&](double at) {
            const double here = cost(lane, at);
            if (here >= least) return;
            least = here;
            place = at;
        };
        for (double track = std::ceil(low / m_pitch) * m_pitch; track <= high; track += m_pitch)
            consider(track);
        if (least >= touchCost) { // there may be room beside the outermost tracks
            consider(low);
            consider(std::max(low, high));
        }
        lane.at = place;
        m_placed.emplace(place, index);
    }

private:
    struct Other {
        double at = 0;
        bool before = false;
    };

    void findOthers(std::size_t index, double from, double to) {
        m_others.clear();
        for (auto i = m_placed.lower_bound(from); i != m_placed.end() && i->first <= to; ++i)
            if (beside(m_lanes[index], m_lanes[i->second]))
                m_others.push_back({i->first, m_rank[i->second] < m_rank[index]});
    }

    double cost(const Lane& lane, double at) const {
        double sum = asideCost * std::abs(at - lane.at) / laneGap;
        for (const Other& other : m_others) {
            const double apart = std::abs(other.at - at);
            if (apart < m_pitch - 1e-6) sum += touchCost + nearerCost * (m_pitch - apart);
            if (other.before != (other.at < at)) sum += swapCost;
        }
        return sum;
    }

    std::vector<Lane>& m_lanes;
    double m_pitch;
    std::vector<std::size_t> m_rank;
    std::multimap<double, std::size_t> m_placed; ///< lanes by where they lie
    std::vector<Other> m_others;                 ///< beside the one that is put
};

/// How free a lane is to move, in powers of two.
int freedom(const Lane& lane) {
    return std::ilogb(std::max(1.0, lane.high - lane.low));
}

} // namespace

void reorder(std::vector<Lane>& lanes, const std::vector<std::size_t>& order) {
    // Tracks as lines like them, then ever nearer ones for those that found no room.
    for (const double pitch : {laneGap, 6.0, 5.0, 4.5}) {
        Row row(lanes, sortedByPlace(lanes, order));
        row.measure(std::vector<double>(lanes.size(), easyGap / 2));
        std::vector<std::size_t> crowded;
        std::vector<bool> moves(lanes.size(), false);
        for (const std::size_t lane : row.sorted()) {
            if (row.fits(lane) || lanes[lane].high - lanes[lane].low < narrow) continue;
            crowded.push_back(lane);
            moves[lane] = true;
        }
        if (crowded.empty()) return;
        // Lanes that are equally free need no more tracks than lie side by side where they lie densest, if
        // they are put in the order in which they begin (Hashimoto and Stevens, "Wire routing by optimizing
        // channel assignment within large apertures", 1971). Those with the least choice go first.
        std::stable_sort(crowded.begin(), crowded.end(), [&](std::size_t a, std::size_t b) {
            if (freedom(lanes[a]) != freedom(lanes[b])) return freedom(lanes[a]) < freedom(lanes[b]);
            return lanes[a].spanBegin < lanes[b].spanBegin;
        });
        Tracks tracks(lanes, row, moves, pitch);
        for (const std::size_t lane : crowded)
            tracks.put(lane);
    }
}

} // namespace factline::diagram
