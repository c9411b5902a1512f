// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>

#include "freshness/analysis.h"

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
    return loadsOf(lookup, lookup.subscriptions());
}

std::vector<ChannelLoad> loadsOf(const Lookup& lookup, std::span<const Subscriber> subscribers) {
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
        if (event->rate) {
            work.rated = true;
            work.rate += event->rate->perSecond();
            work.busyness += event->rate->perSecond() * service;
        }
        if (const auto& most = event->peak ? event->peak : event->rate) {
            work.peaked = work.peaked || event->peak;
            work.peak += most->perSecond();
            work.peakBusy += most->perSecond() * service;
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

/// Messages a second of each event: as declared, else what the policies that cause it are woken by, all
/// together (an event that wakes two of them fans out).
class Flow {
public:
    explicit Flow(const Lookup& lookup)
        : m_lookup(lookup) {
        for (const auto& context : lookup.model().contexts)
            for (const auto& policy : context->policies)
                for (const Ref& effect : policy->then)
                    for (const auto& when : policy->when)
                        m_causes[effect].push_back(when->event);
    }

    std::optional<double> rateOf(const Ref& ref) {
        const Event* event = m_lookup.findEvent(ref);
        if (event && event->rate) return event->rate->perSecond();
        const auto causes = m_causes.find(ref);
        if (!event || causes == m_causes.end() || !m_open.insert(ref).second) return std::nullopt;
        std::optional<double> sum;
        for (const Ref& cause : causes->second)
            if (const auto rate = rateOf(cause)) sum = sum.value_or(0) + *rate;
        m_open.erase(ref);
        return sum;
    }

    bool hasCauses(const Ref& ref) const { return m_causes.contains(ref); }

private:
    const Lookup& m_lookup;
    std::map<Ref, std::vector<Ref>> m_causes;
    std::set<Ref> m_open; ///< asked for at the moment: a circle adds nothing
};

} // namespace

std::map<std::string, double> utilisationsOf(const Lookup& lookup) {
    Flow flow(lookup);
    std::map<std::pair<std::string, std::string>, double> busy; // consumer and channel
    std::map<std::string, double> most;
    for (const Subscriber& subscriber : lookup.subscriptions()) {
        const auto& capacity = subscriber.subscription->capacity;
        const Event* event = lookup.findEvent(subscriber.subscription->event);
        if (!capacity || !event) continue;
        const auto rate = flow.rateOf(subscriber.subscription->event);
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
        if (const auto told = follows ? std::nullopt : flow.rateOf(ref))
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
