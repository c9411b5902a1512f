// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

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

} // namespace factline::freshness
