// SPDX-License-Identifier: Apache-2.0
#include "freshness/routes.h"

#include <algorithm>
#include <fmt/format.h>

namespace factline::freshness {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t mostPaths = 32;

Hop standardHop(decltype(Hop::form) form) {
    return {.form = std::move(form), .basis = Basis::Default};
}

/// What holds for publishing that says how, but not how long; nothing for what has no default.
const Hop* standardPublishing(std::optional<PublishingMechanism> through, ContextKind kind) {
    static const Hop relay = standardHop(PollLag{.poll = 500ms});
    static const Hop atOnce = standardHop(FixedLag{5ms});
    if (!through || kind == ContextKind::External) return nullptr;
    switch (*through) {
    case PublishingMechanism::Outbox:
    case PublishingMechanism::Cdc:
        return &relay;
    case PublishingMechanism::EventStore:
    case PublishingMechanism::DualWrite:
        return &atOnce;
    case PublishingMechanism::Batch:
        break;
    }
    return nullptr;
}

const Hop& standardChannel() {
    static const Hop hop = standardHop(QuantileLag{.p50 = 13ms, .p99 = 32ms, .p999 = 208ms});
    return hop;
}

const Hop& standardSubscription() {
    static const Hop hop = standardHop(QuantileLag{.p50 = 2ms, .p99 = 20ms});
    return hop;
}

std::string placeOf(const Ref& element, std::string_view section, std::string_view rest) {
    return fmt::format("contexts.{}.{}.{}.{}", element.context, section, element.name, rest);
}

std::string withoutFullStop(std::string text) {
    while (text.ends_with('.'))
        text.pop_back();
    return text;
}

Phrase lagInto(const Ref& consumer, const Subscription& subscription) {
    return Phrase::of("the lag of {}'s subscription to {}", toString(consumer), toString(subscription.event));
}

/// Who tells of a fact, or computes another from it, refers to it by this name.
void noteFact(const Ref& fact) {
    if (Asking::isNoting()) Asking::note(askedName(ElementKind::Fact, fact.context, fact.name));
}

} // namespace

Routes::Routes(const Lookup& lookup, Schedules* schedules)
    : m_lookup(lookup)
    , m_schedules(schedules ? schedules : &m_own) {
    for (const auto& context : lookup.model().contexts) {
        for (const auto& event : context->events)
            for (const Ref& fact : event->announces)
                m_tellers.add(fact, *context, *event);
        for (const auto& fact : context->facts)
            for (const Ref& source : fact->derivedFrom)
                m_computed.add(source, *context, *fact);
    }
    m_tellers.sort();
    m_computed.sort();
}

/// A fact and every fact computed from it, however indirectly.
const std::set<Ref>& Routes::derived(const Ref& fact) {
    const auto [place, isNew] = m_derived.try_emplace(fact);
    if (!isNew) {
        for (const Ref& ref : place->second)
            noteFact(ref);
        return place->second;
    }
    std::vector<Ref> open{fact};
    std::set<Ref> found{fact};
    while (!open.empty()) {
        const Ref next = open.back();
        open.pop_back();
        noteFact(next);
        for (Ref& ref : m_computed.to(next))
            if (found.insert(ref).second) open.push_back(std::move(ref));
    }
    return place->second = std::move(found);
}

Result<Distribution> Routes::distribution(const Hop& hop) {
    const auto* cron = std::get_if<CronLag>(&hop.form);
    if (!cron) return distributionOf(hop);
    const auto key = std::pair(cron->cron, cron->timeZone);
    auto found = m_schedules->find(key);
    if (found == m_schedules->end()) {
        Hop wait = hop;
        std::get<CronLag>(wait.form).run.reset();
        found = m_schedules->try_emplace(key, distributionOf(wait)).first;
    }
    Result<Distribution> made = found->second;
    if (made && cron->run) made->shift += toSeconds(*cron->run);
    return made;
}

void Routes::add(Path& path, const Lag& lag, const Hop* standard, LagClass usual, const std::string& from,
                 const std::string& to, const Phrase& missing, const std::string& place) {
    const auto addHop = [&](const Hop& hop, std::size_t number) {
        Step step{.from = from,
                  .to = to,
                  .lagClass = hop.lagClass.value_or(usual),
                  .basis = hop.basis,
                  .hop = hop,
                  .identity = fmt::format("{}>{}#{}", from, to, number),
                  .place = lag.size() > 1 ? fmt::format("{}.{}", place, number) : place};
        if (auto made = distribution(hop))
            step.distribution = *std::move(made);
        else
            step.missing = Phrase::of("{} ({})", missing, withoutFullStop(made.error().message));
        path.push_back(std::move(step));
    };
    for (std::size_t i = 0; i < lag.size(); ++i)
        addHop(lag[i], i);
    if (!lag.empty()) return;
    if (standard) return addHop(*standard, 0);
    path.push_back({.from = from,
                    .to = to,
                    .lagClass = usual,
                    .identity = from + ">" + to,
                    .missing = missing,
                    .place = place});
}

/// From the commit to the event.
void Routes::publish(Path& path, const Ref& ref, const Event& event) {
    const Context* context = m_lookup.findContext(ref.context);
    const std::string name = toString(ref);
    const Publishing own = event.publishing.value_or(Publishing{});
    const Publishing usual = context && context->publishing ? *context->publishing : Publishing{};
    const bool overrides = event.publishing.has_value();
    const auto through = own.through ? own.through : usual.through;
    // An event that publishes by another mechanism does not take the context's time for its own.
    const bool ownLag = overrides && (!own.lag.empty() || own.through);
    const Lag& lag = ownLag ? own.lag : usual.lag;
    const std::string fact = event.announces.empty() ? ref.context : toString(event.announces.front());
    const std::size_t before = path.size();
    add(path, lag, standardPublishing(through, context ? context->kind : ContextKind::External),
        LagClass::Transport, fact, name,
        Phrase::of("the publishing lag of {}", overrides ? name : ref.context),
        ownLag ? placeOf(ref, "events", "publishing.lag")
               : fmt::format("contexts.{}.publishing.lag", ref.context));
    for (std::size_t i = before; i < path.size(); ++i)
        path[i].tells = true;
}

/// From the event to its channel's other end.
void Routes::carry(Path& path, const Ref& ref, const Event& event) {
    const Channel* channel = m_lookup.findChannel(event.channel);
    const std::string name = toString(ref);
    add(path, channel ? channel->lag : Lag{}, &standardChannel(), LagClass::Transport, name,
        channel ? toString(event.channel) : name,
        channel ? Phrase::of("the lag of channel {}", toString(event.channel))
                : Phrase::of("the lag of the transport of {}", name),
        channel ? placeOf(event.channel, "channels", "lag") : std::string());
}

bool Routes::Walk::isFull(const ElementKey& key) const {
    const auto found = ways.find(key);
    return found != ways.end() && found->second.size() >= mostPaths;
}

/// The way as it is now leads to this element.
void Routes::Walk::note(ElementKind kind, const Ref& element) {
    if (route->view) return;
    const ElementKey key = keyOf(kind, element.context, element.name);
    if (!isFull(key)) ways[key].push_back(path);
}

void Routes::follow(Walk& walk, const Ref& ref) {
    const Event* event = m_lookup.findEvent(ref);
    if (!event) return;
    if (std::ranges::find(walk.visited, ref) != walk.visited.end()) {
        walk.route->circle = true;
        return;
    }
    if (walk.isFull(keyOf(ElementKind::Event, ref.context, ref.name))) return;
    const std::size_t before = walk.path.size();
    walk.visited.push_back(ref);
    publish(walk.path, ref, *event);
    walk.note(ElementKind::Event, ref);
    carry(walk.path, ref, *event);
    const std::string arrived = walk.path.back().to;
    const std::size_t told = walk.path.size();
    for (const Subscriber& subscriber : m_lookup.subscribers(ref)) {
        if (const auto* view = std::get_if<const View*>(&subscriber.consumer))
            enter(walk, subscriber, **view, arrived);
        else
            trigger(walk, subscriber, *std::get<const Policy*>(subscriber.consumer), arrived);
        walk.path.resize(told);
    }
    walk.visited.pop_back();
    walk.path.resize(before);
}

void Routes::enter(Walk& walk, const Subscriber& subscriber, const View& view, const std::string& arrived) {
    if (walk.route->view && &view != walk.route->view) return;
    if (walk.route->paths.size() == mostPaths) {
        walk.route->cut = true;
        return;
    }
    const Ref consumer{subscriber.context->name, view.name};
    add(walk.path, subscriber.subscription->lag, &standardSubscription(), LagClass::Processing, arrived,
        toString(consumer), lagInto(consumer, *subscriber.subscription),
        placeOf(consumer, "views", "fedBy." + toString(subscriber.subscription->event) + ".lag"));
    walk.path.back().takes = m_lookup.findEvent(subscriber.subscription->event);
    if (walk.route->view)
        walk.route->paths.push_back(walk.path);
    else
        walk.note(ElementKind::View, consumer);
}

void Routes::trigger(Walk& walk, const Subscriber& subscriber, const Policy& policy,
                     const std::string& arrived) {
    const Ref consumer{subscriber.context->name, policy.name};
    const bool waits = !subscriber.subscription->lag.empty();
    const Event* taken = m_lookup.findEvent(subscriber.subscription->event);
    const std::size_t told = walk.path.size();
    if (waits)
        add(walk.path, subscriber.subscription->lag, nullptr, LagClass::Processing, arrived,
            toString(consumer), lagInto(consumer, *subscriber.subscription),
            placeOf(consumer, "policies", "when." + toString(subscriber.subscription->event) + ".lag"));
    if (waits) walk.path.back().takes = taken;
    walk.note(ElementKind::Policy, consumer);
    const std::size_t here = walk.path.size();
    for (const Ref& next : policy.then) {
        const Event* effect = m_lookup.findEvent(next);
        const auto concerns = [&](const Ref& fact) { return walk.facts->contains(fact); };
        if (!effect || std::ranges::none_of(effect->announces, concerns)) continue;
        add(walk.path, policy.lag, nullptr, LagClass::Processing, waits ? toString(consumer) : arrived,
            waits ? toString(effect->announces.front()) : toString(consumer),
            Phrase::of("the lag of policy {}", toString(consumer)), placeOf(consumer, "policies", "lag"));
        if (!waits) walk.path.back().takes = taken;
        for (const Ref& fact : effect->announces)
            if (concerns(fact)) walk.note(ElementKind::Fact, fact);
        follow(walk, next);
        walk.path.resize(here);
    }
    walk.path.resize(told);
}

std::vector<Ref> Routes::eventsOf(const Ref& fact) const {
    return m_tellers.to(fact);
}

WaysByElement Routes::waysOf(const Ref& fact, const Ref& change) {
    Route everywhere;
    const std::set<Ref> facts = derived(fact);
    Walk walk{.route = &everywhere, .facts = &facts, .visited = {}, .path = {}, .ways = {}};
    follow(walk, change);
    return std::move(walk.ways);
}

std::vector<Route> Routes::into(const Context& context, const View& view) {
    std::vector<Route> routes;
    std::vector<Ref> measured = view.shows;
    if (view.freshness && !view.freshness->from.empty()) measured = {view.freshness->from};
    std::set<Ref> done;
    for (const Ref& fact : measured) {
        noteFact(fact); // whoever begins to announce it names it
        for (const Ref& change : eventsOf(fact)) {
            if (!done.insert(change).second) continue;
            Route route{&view, {context.name, view.name}, fact, change};
            std::set<Ref> facts = derived(fact);
            for (const Ref& other : measured) // one event may announce several facts that are shown
                if (const Event* event = m_lookup.findEvent(change);
                    event && other != fact &&
                    std::ranges::find(event->announces, other) != event->announces.end())
                    facts.merge(std::set<Ref>(derived(other)));
            Walk walk{.route = &route, .facts = &facts, .visited = {}, .path = {}, .ways = {}};
            follow(walk, change);
            if (!route.paths.empty()) routes.push_back(std::move(route));
        }
    }
    return routes;
}

Path Routes::decisionSteps(const Lag& lag, const std::string& from, const std::string& to,
                           const std::string& what) {
    Path path;
    if (!lag.empty()) add(path, lag, nullptr, LagClass::Decision, from, to, what, {});
    return path;
}

std::vector<Path> throughOutbox(std::vector<Path> paths) {
    bool changed = false;
    for (Path& path : paths)
        for (Step& step : path) {
            if (!step.tells || !std::holds_alternative<CronLag>(step.hop.form)) continue;
            step.hop = *standardPublishing(PublishingMechanism::Outbox, ContextKind::Supporting);
            step.basis = step.hop.basis;
            step.distribution = distributionOf(step.hop).value();
            changed = true;
        }
    if (!changed) paths.clear();
    return paths;
}

} // namespace factline::freshness
