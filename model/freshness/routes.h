// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "domain/lookup.h"
#include "freshness/arrival.h"
#include "freshness/hop.h"

namespace factline::freshness {

/// One hop on the way of a change, and on what its number rests.
struct Step {
    std::string from, to; ///< `context/name`
    LagClass lagClass = LagClass::Transport;
    Basis basis = Basis::Guess;
    Hop hop;
    Distribution distribution;
    std::string identity; ///< the same for the same hop on another way
    std::string missing;  ///< what would have to be declared; empty: nothing
    bool tells = false;   ///< from the commit to the event
};
using Path = std::vector<Step>;

/// Every way of one change into one view.
struct Route {
    const View* view = nullptr;
    Ref viewRef, fact, change;
    std::vector<Path> paths;
    bool circle = false; ///< a way back to where it came from was cut
    bool cut = false;    ///< there are more ways than are followed
};

/// Finds the ways of changes through a model: events, channels, subscriptions, and policies whose events go
/// on telling of the same fact or of one derived from it.
class Routes {
public:
    explicit Routes(const Lookup& lookup);

    /// The routes into a view, one a change that reaches it, in the order of the model.
    std::vector<Route> into(const Context& context, const View& view);
    /// The hops of a lag that a decision adds: cache, think time.
    Path decisionSteps(const Lag& lag, const std::string& from, const std::string& to,
                       const std::string& what);

private:
    struct Walk {
        Route* route;
        const std::set<Ref>* facts;
        std::vector<Ref> visited;
        Path path;
    };
    void follow(Walk& walk, const Ref& event);
    void tell(Path& path, const Ref& ref, const Event& event);
    void add(Path& path, const Lag& lag, const Hop* standard, LagClass usual, const std::string& from,
             const std::string& to, const std::string& missing);
    const std::set<Ref>& derived(const Ref& fact);
    Result<Distribution> distribution(const Hop& hop);

    const Lookup& m_lookup;
    std::unordered_map<Ref, std::vector<Ref>> m_announcedBy; ///< events by fact
    std::unordered_map<Ref, std::vector<Ref>> m_derivedFrom; ///< facts by what they are computed from
    std::unordered_map<Ref, std::set<Ref>> m_derived;
    std::map<std::pair<std::string, std::string>, Result<Distribution>> m_schedules; ///< without their run
};

/// The same ways with the usual relay of an outbox in the place of each schedule by which events are told;
/// empty where there is none.
std::vector<Path> throughOutbox(std::vector<Path> paths);

/// The hops that all ways begin with are shared, the rest of each is a way of its own. `number` gives for
/// each hop of the arrival its step.
Arrival arrivalOf(const std::vector<Path>& paths, std::vector<const Step*>* steps = nullptr);

} // namespace factline::freshness
