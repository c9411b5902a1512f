// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "domain/lookup.h"

namespace factline::freshness {

struct ChannelLoad;
struct Row;
class Flow;
class Routes;

/// For how long a channel keeps messages, 7 d where nobody says; nothing: for ever, the latest of each key.
std::optional<Duration> keptBy(const Channel& channel);

/// What an outage does to one view that promises something and is on the way of what waits.
struct LateView {
    std::string view;                  ///< `context/name`
    double within = 0;                 ///< seconds
    std::optional<double> utilisation; ///< of the slowest that catches up on its way; nothing: nobody says
    std::string slowest;               ///< `context/name` of that consumer; empty: none
    std::optional<double> outOfSlo; ///< seconds in which changes come late; nothing: for ever, or not known
    std::optional<double> lateChanges; ///< of those changes whose rate is known
};

/// What an assumed outage of a context does to what passes through it.
struct ContextOutage {
    std::string context;
    double duration = 0;                    ///< seconds
    std::optional<double> backlog, catchUp; ///< messages when it ends, seconds until all is worked off
    bool lost = false;
    // What that rests on.
    std::optional<double> rate; ///< messages a second that wait
    std::optional<double>
        utilisation;     ///< of the slowest consumer downstream: it rules when all is worked off
    std::string slowest; ///< `context/name` of that consumer; empty: none
    std::vector<std::string> uncounted;  ///< events that wait too, but nobody says how many
    std::vector<std::string> unmeasured; ///< consumers that catch up too, but nobody says how fast
    /// Each once, the one that is late for longest first; behind those of which it is known, those of which
    /// nobody can say; those that nothing reaches late are last.
    std::vector<LateView> views;
};

/// What is late for longest, as far as it is known; of views that nothing reaches late, the one that promises
/// most.
const LateView* hardest(const ContextOutage& outage);

/// What is held up while a context is down, as a fluid: what it tells waits in its outbox and what it takes
/// waits in channels; afterwards all of it passes on at the pace of the slowest consumer on the way.
class HeldUp {
public:
    /// The lookup outlives it. `loads`: how busy each consumer is with each channel. `routes`: of that
    /// lookup.
    HeldUp(const Lookup& lookup, const ContextName& context, Duration duration,
           std::span<const ChannelLoad> loads, Routes& routes);

    double duration() const { return m_duration; } ///< seconds

    /// `rows`: what is promised.
    ContextOutage told(std::span<const std::unique_ptr<Row>> rows) const;

    /// What has to be caught up before a row is in time again.
    struct CatchUp {
        std::optional<double> utilisation; ///< of the slowest at it; nothing: nobody says
        std::string slowest;               ///< `context/name`; empty: none
        bool outlived = false;             ///< something waits in a channel for longer than that keeps it
    };
    /// Nothing: what this row tells of does not pass through the context, nor come of what does. What waits
    /// in a channel after an outage D: what is not read, D; what comes all at once, (rho - r) D / (1 - r),
    /// rho being that of who takes it and r that of the slowest before.
    std::optional<CatchUp> onTheWayOf(const Row& row) const;

private:
    using Consumer = std::pair<std::string, std::string>; ///< its name and that of the channel it takes from
    /// The slowest that has to catch up before something is told.
    struct Slowest {
        std::optional<double> utilisation;
        std::string name;
        /// Whether it is another one now.
        bool add(const std::optional<double>& other, const std::string& its);
    };

    void spread(Routes& routes);
    std::optional<double> utilisation(const Consumer& consumer) const;
    std::vector<LateView> views(std::span<const std::unique_ptr<Row>> rows, Flow& flow, bool& lost) const;

    const Lookup& m_lookup;
    const ContextName m_context;
    const double m_duration; ///< seconds
    std::map<Consumer, double> m_busy;
    std::set<Ref> m_stuck;           ///< events that are told or taken in the context
    std::map<Ref, Slowest> m_behind; ///< events that tell of the same later, and behind whom
    std::set<Consumer> m_catchingUp;
};

} // namespace factline::freshness
