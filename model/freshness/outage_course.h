// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/phrase.h"
#include "freshness/outage.h"

namespace factline::freshness {

/// How an outage goes, as a fluid: what waits, and how old what arrives is, from its begin until all is
/// worked off. Straight lines between the points.
struct OutageCourse {
    struct Point {
        double at = 0; ///< seconds since the outage began
        double value = 0;
        bool operator==(const Point&) const = default;
    };
    std::vector<Point> backlog; ///< messages; empty: nobody says how many come
    std::vector<Point> lag;     ///< seconds by which readers are behind; never empty
    double end = 0;             ///< of what is worth drawing
    double back = 0;            ///< when the context works again
    bool catchesUp = false;     ///< otherwise it never does, or nobody can say
    bool endless = false;       ///< what comes is more than the slowest consumer can take
    /// From when to when the lag is past the promise; nothing: never, or nothing is promised. Where it does
    /// not end, it ends with the picture.
    std::optional<std::pair<double, double>> late;
    bool lateForEver = false;
    bool lateWhoKnows = false; ///< nobody says for how long
    bool operator==(const OutageCourse&) const = default;
};

/// While a context is down, readers are behind by as long as it is down. Afterwards the slowest consumer
/// works the queue off, rho = its utilisation: what was committed at s arrives at D + rho s, so the lag falls
/// from D to 0 within rho D / (1 - rho). The lag is that of the view that is late for longest, and so with
/// the slowest on its way; the backlog is that of all that waits, with the slowest of all.
OutageCourse courseOf(const ContextOutage& outage);

/// What an outage does, in sentences that can be read aloud, and what would have to be declared to say more.
struct OutageSentence {
    Phrase text;
    bool counts = false; ///< what one wants to hear first
};
std::vector<OutageSentence> sentencesOn(const ContextOutage& outage);
/// All of them.
Phrase spoken(const ContextOutage& outage);

} // namespace factline::freshness
