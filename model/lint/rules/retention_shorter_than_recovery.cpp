// SPDX-License-Identifier: Apache-2.0
#include <chrono>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "freshness/outage.h"
#include "freshness/spoken.h"
#include "lint/rules/rule_file.h"

namespace factline::lint {

namespace {

using namespace std::chrono_literals;

constexpr Duration usualOutage = 5min; ///< what a context survives that does not say

/// What is lost on one channel, and who loses it.
struct Loss {
    std::vector<Phrase> said;
    std::vector<std::string> consumers;
    Duration needed{};
};

/// Those who get more than they can take: consumer and channel.
std::set<std::pair<std::string_view, std::string_view>> whoNeverCatchesUp(const Survey& survey) {
    std::set<std::pair<std::string_view, std::string_view>> behind;
    for (const freshness::ChannelLoad& load : survey.breaches().loads)
        if (load.utilisation.value_or(0) >= 1) behind.emplace(load.consumer, load.channel);
    return behind;
}

Duration survivedBy(const Context& context) {
    return context.survives.value_or(usualOutage);
}

/// Whether nobody is away for longer than any channel keeps what it has.
bool allIsKeptForAll(const Model& model) {
    Duration longest = usualOutage, shortest = Duration::max();
    for (const auto& context : model.contexts) {
        longest = std::max(longest, survivedBy(*context));
        for (const auto& channel : context->channels)
            shortest = std::min(shortest, freshness::keptBy(*channel).value_or(Duration::max()));
    }
    return longest <= shortest;
}

void check(const Survey& survey, Report& report) {
    std::vector<const Channel*> order;
    std::map<const Channel*, std::pair<ElementKey, Loss>> losses;
    const auto neverCatchUp = whoNeverCatchesUp(survey);
    if (neverCatchUp.empty() && allIsKeptForAll(survey.lookup.model())) return;
    for (const Subscriber& subscriber : survey.lookup.subscriptions()) {
        const Event* event = survey.lookup.findEvent(subscriber.subscription->event);
        const Channel* channel = event ? survey.lookup.findChannel(event->channel) : nullptr;
        const auto kept = channel ? freshness::keptBy(*channel) : std::nullopt;
        if (!kept) continue;
        const Duration survives = survivedBy(*subscriber.context);
        const bool outlasts = survives > *kept;
        if (!outlasts && neverCatchUp.empty()) continue; // no text is made for what is well
        const std::string name = toString(event->channel);
        const std::string consumer = toString(Ref{subscriber.context->name, subscriber.consumerName()});
        const bool behind = neverCatchUp.contains({consumer, name});
        if (!outlasts && !behind) continue;
        auto [place, isNew] = losses.try_emplace(channel);
        if (isNew) order.push_back(channel);
        auto& [key, loss] = place->second;
        key = {ElementKind::Channel, name};
        loss.consumers.push_back(consumer);
        loss.said.push_back(outlasts
                                ? Phrase::of("{} must get over an outage of {}", subscriber.context->name,
                                             freshness::spokenTime(toSeconds(survives)))
                                : Phrase::of("{} never catches up", consumer));
        if (outlasts) loss.needed = std::max(loss.needed, survives);
    }
    for (const Channel* channel : order) {
        const auto& [key, loss] = losses[channel];
        const std::string kept = freshness::spokenTime(toSeconds(*freshness::keptBy(*channel)));
        report.add(
            {.element = key,
             .at = channel->id,
             .field = "retention",
             .message = Phrase::of(
                 "{} keeps messages for {}{}, and {}: what is older is lost unread. {}", key.name, kept,
                 channel->retention ? Phrase() : Phrase::of(" (nobody says otherwise)"),
                 enumeration(eachOnce(loss.said)),
                 loss.needed > Duration{}
                     ? Phrase::of("Keep them for at least {}.", freshness::spokenTime(toSeconds(loss.needed)))
                     : Phrase::of("A longer retention only puts it off: see consumer-overloaded.")),
             .evidence = eachOnce(loss.consumers)});
    }
}

} // namespace

Rule retentionShorterThanRecovery() {
    return {.id = "retention-shorter-than-recovery",
            .severity = Severity::Error,
            .basis = RuleBasis::Structural,
            .topic = Topic::Delivery,
            .summary = "a channel forgets messages before a consumer that was away has read them",
            .check = check,
            .isAboutTime = true};
}

} // namespace factline::lint
