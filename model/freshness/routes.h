// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "domain/lookup.h"
#include "domain/referrers.h"
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
    Phrase missing;       ///< what would have to be declared; empty: nothing
    std::string place;    ///< where the model says it, as contract::withValueAt takes it; empty: nowhere
    bool tells = false;   ///< from the commit to the event, which is `to`
    const Event* takes = nullptr; ///< by the consumer that is `to`
};
using Path = std::vector<Step>;
/// The ways of one change to each element that learns of it; never more than 32 to one.
using WaysByElement = std::map<ElementKey, std::vector<Path>>;

/// Every way of one change into one view.
struct Route {
    const View* view = nullptr;
    Ref viewRef, fact, change;
    std::vector<Path> paths;
    bool circle = false; ///< a way back to where it came from was cut
    bool cut = false;    ///< there are more ways than are followed
};

/// Schedules that were understood already, without their run: by their five fields and their time zone.
using Schedules = std::map<std::pair<std::string, std::string>, Result<Distribution>>;

/// Finds the ways of changes through a model: events, channels, subscriptions, and policies whose events go
/// on telling of the same fact or of one derived from it.
class Routes {
public:
    /// `schedules`: kept from one to the next, where given.
    explicit Routes(const Lookup& lookup, Schedules* schedules = nullptr);

    /// The routes into a view, one a change that reaches it, in the order of the model.
    std::vector<Route> into(const Context& context, const View& view);
    /// The events that announce a fact, each once, in the order of the model.
    std::vector<Ref> eventsOf(const Ref& fact) const;
    /// A fact and every fact computed from it, however indirectly.
    const std::set<Ref>& derived(const Ref& fact);
    /// The ways of a change to a fact that this event tells of: to the event itself, when it is published, to
    /// every view, to every policy, and to the facts that policies then change.
    WaysByElement waysOf(const Ref& fact, const Ref& change);
    /// The hops of a lag that a decision adds: cache, think time.
    Path decisionSteps(const Lag& lag, const std::string& from, const std::string& to,
                       const std::string& what);

private:
    struct Walk {
        Route* route; ///< the ways into its view; where it has none, those to everything
        const std::set<Ref>* facts;
        std::vector<Ref> visited;
        Path path;
        WaysByElement ways;

        bool isFull(const ElementKey& key) const;
        void note(ElementKind kind, const Ref& element);
    };
    void follow(Walk& walk, const Ref& event);
    void enter(Walk& walk, const Subscriber& subscriber, const View& view, const std::string& arrived);
    void trigger(Walk& walk, const Subscriber& subscriber, const Policy& policy, const std::string& arrived);
    void publish(Path& path, const Ref& ref, const Event& event);
    void carry(Path& path, const Ref& ref, const Event& event);
    void add(Path& path, const Lag& lag, const Hop* standard, LagClass usual, const std::string& from,
             const std::string& to, const Phrase& missing, const std::string& place);
    Result<Distribution> distribution(const Hop& hop);

    const Lookup& m_lookup;
    Referrers m_tellers;  ///< of a fact: the events that announce it
    Referrers m_computed; ///< of a fact: those that are computed from it
    std::unordered_map<Ref, std::set<Ref>> m_derived;
    Schedules m_own;
    Schedules* m_schedules;
};

/// The same ways with the usual relay of an outbox in the place of each schedule by which events are told;
/// empty where there is none.
std::vector<Path> throughOutbox(std::vector<Path> paths);

} // namespace factline::freshness
