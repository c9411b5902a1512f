// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>

#include "freshness/analysis.h"
#include "freshness/flow.h"

namespace factline::freshness {

namespace {

/// What one consumer has to do on one channel.
struct Work {
    const Channel* channel = nullptr;
    double rate = 0, peak = 0;         ///< messages a second
    double busyness = 0, peakBusy = 0; ///< seconds of work a second
    double slowest = 0;
    std::uint32_t consumers = 1;
    bool rated = false, peaked = false;
};

} // namespace

std::vector<ChannelLoad> loadsOf(const Lookup& lookup) {
    Flow flow(lookup);
    return loadsOf(lookup, lookup.subscriptions(), flow);
}

std::vector<ChannelLoad> loadsOf(const Lookup& lookup, std::span<const Subscriber> subscribers, Flow& flow) {
    std::vector<std::pair<std::string, std::string>> order;
    std::map<std::pair<std::string, std::string>, Work> works;
    for (const Subscriber& subscriber : subscribers) {
        const Subscription& subscription = *subscriber.subscription;
        if (!subscription.capacity) continue;
        const Event* event = lookup.findEvent(subscription.event);
        if (!event) continue;
        const std::pair key(event->channel.empty() ? std::string() : toString(event->channel),
                            subscriber.context->name + "/" + subscriber.consumerName());
        const auto [place, isNew] = works.try_emplace(key);
        if (isNew) order.push_back(key);
        Work& work = place->second;
        work.channel = lookup.findChannel(event->channel);
        work.consumers = std::max(work.consumers, subscription.capacity->consumers);
        const double service = toSeconds(subscription.capacity->perMessage);
        work.slowest = std::max(work.slowest, service);
        const Told& told = flow.of(subscription.event);
        if (told.rate) {
            work.rated = true;
            work.rate += *told.rate;
            work.busyness += *told.rate * service;
        }
        if (const auto& most = told.peak ? told.peak : told.rate) {
            work.peaked = work.peaked || told.peak;
            work.peak += *most;
            work.peakBusy += *most * service;
        }
    }
    std::vector<ChannelLoad> loads;
    loads.reserve(order.size());
    for (const auto& key : order) {
        const Work& work = works[key];
        ChannelLoad load{key.first, key.second};
        if (work.channel) load.hottestKey = work.channel->hottestKey.value;
        if (work.channel) load.partitions = work.channel->partitions;
        load.consumers = work.consumers;
        load.spread = spreadOf(load.hottestKey, load.partitions, load.consumers);
        load.service = work.rate > 0 ? work.busyness / work.rate : work.slowest;
        load.peakService = work.peak > 0 ? work.peakBusy / work.peak : work.slowest;
        if (work.peaked) load.peakUtilisation = work.peakBusy * load.spread.busiest;
        if (work.rated && work.rate > 0) {
            const Load busiest = loadOf(work.rate * load.spread.busiest, work.busyness / work.rate);
            load.rate = work.rate;
            load.utilisation = busiest.utilisation;
            load.meanWait = busiest.meanWait;
            load.growthPerSecond = busiest.growthPerSecond;
        }
        loads.push_back(std::move(load));
    }
    return loads;
}

namespace {

/// Everything that waits while a context is down, and everybody who has to work it off.
struct Affected {
    std::set<Ref> stuck; ///< events that are told or taken in the context
    std::set<std::string> consumers;
};

Affected affectedBy(const Lookup& lookup, const ContextName& context) {
    Affected found;
    std::vector<Ref> open;
    if (const Context* down = lookup.findContext(context))
        for (const auto& event : down->events)
            open.push_back({context, event->name});
    for (const Subscriber& subscriber : lookup.subscriptions())
        if (subscriber.context->name == context) {
            found.stuck.insert(subscriber.subscription->event);
            found.consumers.insert(context + "/" + subscriber.consumerName());
        }
    found.stuck.insert(open.begin(), open.end());
    std::set<Ref> seen(open.begin(), open.end());
    while (!open.empty()) { // what goes on from there
        const Ref event = open.back();
        open.pop_back();
        for (const Subscriber& subscriber : lookup.subscribers(event)) {
            found.consumers.insert(subscriber.context->name + "/" + subscriber.consumerName());
            if (const auto* policy = std::get_if<const Policy*>(&subscriber.consumer))
                for (const Ref& next : (*policy)->then)
                    if (seen.insert(next).second) open.push_back(next);
        }
    }
    return found;
}

} // namespace

std::map<std::string, double> utilisationsOf(const Lookup& lookup) {
    Flow flow(lookup);
    std::map<std::pair<std::string, std::string>, double> busy; // consumer and channel
    std::map<std::string, double> most;
    for (const Subscriber& subscriber : lookup.subscriptions()) {
        const auto& capacity = subscriber.subscription->capacity;
        const Event* event = lookup.findEvent(subscriber.subscription->event);
        if (!capacity || !event) continue;
        const auto rate = flow.of(subscriber.subscription->event).rate;
        if (!rate) continue;
        const std::string consumer = subscriber.context->name + "/" + subscriber.consumerName();
        const Channel* channel = lookup.findChannel(event->channel);
        const Spread spread = spreadOf(channel ? channel->hottestKey.value : 0,
                                       channel ? channel->partitions : 1, capacity->consumers);
        double& sum = busy[{consumer, event->channel.empty() ? std::string() : toString(event->channel)}];
        sum += *rate * toSeconds(capacity->perMessage) * spread.busiest;
        double& known = most[consumer];
        known = std::max(known, sum);
    }
    return most;
}

ContextOutage outageIn(const Lookup& lookup, const ContextName& context, Duration duration,
                       const std::vector<std::unique_ptr<Row>>& rows) {
    const Affected affected = affectedBy(lookup, context);
    ContextOutage made{.context = context, .duration = toSeconds(duration)};
    Flow flow(lookup);
    auto& rate = made.rate;
    auto& within = made.within;
    for (const Ref& ref : affected.stuck) {
        const Event* event = lookup.findEvent(ref);
        if (!event) continue;
        // What the context only tells because of what waits for it does not wait itself.
        const bool follows = ref.context == context && !event->rate && flow.hasCauses(ref);
        if (const auto told = follows ? std::nullopt : flow.of(ref).rate)
            rate = rate.value_or(0) + *told;
        else if (!follows)
            made.uncounted.push_back(toString(ref));
        // What the context tells itself waits in its outbox; in a channel waits what others tell it.
        const Channel* channel = lookup.findChannel(event->channel);
        const bool waits = ref.context != context;
        if (waits && channel && channel->retention && *channel->retention < duration) made.lost = true;
    }
    for (const auto& [consumer, rho] : utilisationsOf(lookup)) {
        if (!affected.consumers.contains(consumer) || made.utilisation.value_or(-1) >= rho) continue;
        made.utilisation = rho;
        made.slowest = consumer;
    }
    const auto& rho = made.utilisation;
    for (const auto& row : rows) {
        const std::string view = toString(row->route.viewRef);
        if (!row->within || !affected.consumers.contains(view) || (within && *within <= *row->within))
            continue;
        within = row->within;
        made.promised = view;
    }
    if (rate) {
        made.backlog = *rate * made.duration;
        if (rho) {
            const Outage outage = outageOf(made.duration, *rate, *rho, within.value_or(0));
            made.catchUp = outage.catchUp;
            if (within) {
                made.outOfSlo = outage.outOfSlo;
                made.lateChanges = outage.lateChanges;
            }
        }
    }
    if (rho && *rho >= 1) made.lost = true;
    return made;
}

} // namespace factline::freshness
