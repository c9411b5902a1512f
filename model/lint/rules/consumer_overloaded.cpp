// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <optional>
#include <utility>

#include "freshness/spoken.h"
#include "lint/rules/rule_file.h"

namespace factline::lint {

namespace {

constexpr double busy = 0.8;

/// Of the subscriptions that one consumer has to one channel the one that makes most work, by consumer and
/// channel. Gone through once for all: many may be busy.
std::map<std::pair<std::string, std::string>, const Subscriber*> busiestOfEach(const Lookup& lookup) {
    struct Most {
        const Subscriber* subscriber = nullptr;
        double work = -1;
    };
    std::map<std::pair<std::string, std::string>, Most> most;
    for (const Subscriber& subscriber : lookup.subscriptions()) {
        const Subscription& subscription = *subscriber.subscription;
        const Event* event = subscription.capacity ? lookup.findEvent(subscription.event) : nullptr;
        if (!event) continue;
        const double rate = event->rate ? event->rate->perSecond() : 0;
        const double work = rate * toSeconds(subscription.capacity->perMessage);
        Most& known = most[{toString(Ref{subscriber.context->name, subscriber.consumerName()}),
                            event->channel.empty() ? std::string() : toString(event->channel)}];
        if (work > known.work) known = {&subscriber, work};
    }
    std::map<std::pair<std::string, std::string>, const Subscriber*> busiest;
    for (const auto& [key, known] : most)
        busiest.emplace(key, known.subscriber);
    return busiest;
}

Phrase advice(const freshness::ChannelLoad& load, double utilisation, double service) {
    const std::string allowed = freshness::spokenLimit(service * busy / utilisation);
    for (std::uint32_t consumers = load.consumers + 1; consumers <= std::min(load.partitions, 10'000U);
         ++consumers) {
        const auto spread = freshness::spreadOf(load.hottestKey, load.partitions, consumers);
        if (utilisation / load.spread.busiest * spread.busiest >= busy) continue;
        return Phrase::of("Bring perMessage below {}, or take {} consumers.", allowed, consumers);
    }
    return load.partitions == 1
               ? Phrase::of(
                     "Bring perMessage below {}; more consumers alone do not do it, the only partition goes "
                     "to one of them.",
                     allowed)
               : Phrase::of("Bring perMessage below {}; more consumers alone do not do it, the busiest of {} "
                            "partitions goes to one of them.",
                            allowed, load.partitions);
}

void check(const Survey& survey, Report& report) {
    std::optional<std::map<std::pair<std::string, std::string>, const Subscriber*>> busiest;
    for (const auto& load : survey.breaches().loads) {
        const double usual = load.utilisation.value_or(0), peak = load.peakUtilisation.value_or(0);
        if (usual < busy && peak < busy) continue;
        if (!busiest) busiest = busiestOfEach(survey.lookup);
        const auto found = busiest->find({load.consumer, load.channel});
        if (found == busiest->end()) continue;
        const Subscriber* subscriber = found->second;
        const bool atPeak = usual < busy;
        const double utilisation = atPeak ? peak : usual;
        const Phrase what = utilisation < 1 ? Phrase::of("hardly anything is left for catching up")
                            : atPeak
                                ? Phrase::of("what comes then has to wait")
                                : Phrase::of("{} messages more wait each second, and it never catches up",
                                             fmt::format("{:.1f}", load.growthPerSecond.value_or(0)));
        const std::string with =
            load.channel.empty() ? toString(subscriber->subscription->event) : load.channel;
        const auto share = freshness::shareInWords(utilisation);
        std::vector<std::string> evidence;
        if (!load.channel.empty()) evidence.push_back(load.channel);
        evidence.push_back(toString(subscriber->subscription->event));
        report.add(
            usual >= 1 ? Severity::Error : Severity::Warning,
            {.element = subscriber->key(),
             .at = subscriber->subscription->id,
             .field = "capacity",
             .message = atPeak ? Phrase::of("{} is {} busy with {} at the peak: {}. {}", load.consumer, share,
                                            with, what, advice(load, utilisation, load.peakService))
                               : Phrase::of("{} is {} busy with {}: {}. {}", load.consumer, share, with, what,
                                            advice(load, utilisation, load.service)),
             .evidence = std::move(evidence)});
    }
}

} // namespace

Rule consumerOverloaded() {
    return {.id = "consumer-overloaded",
            .severity = Severity::Error,
            .basis = RuleBasis::Structural,
            .topic = Topic::Delivery,
            .summary = "more messages come than a consumer can take, or nearly so",
            .check = check,
            .isAboutTime = true};
}

} // namespace factline::lint
