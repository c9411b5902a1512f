// SPDX-License-Identifier: Apache-2.0
#include "generate/wire.h"

#include <set>

#include <fmt/format.h>

namespace factline::generate {

Wire wireOf(const Lookup& lookup, const Context& publisher, const Event& event) {
    Wire wire{&publisher, &event, publisher.name, {}, {}, nullptr, false};
    if (!event.announces.empty()) {
        const Ref& fact = event.announces.front();
        wire.aggregateType = fact.context == publisher.name ? fact.name : toString(fact);
        if (const Fact* declared = lookup.findFact(fact)) wire.key = declared->key;
    }
    wire.channel = lookup.findChannel(event.channel);
    if (wire.channel) wire.topic = wire.channel->name;
    wire.sequenced =
        publisher.kind != ContextKind::External &&
        mechanismOf(publisher, event).value_or(PublishingMechanism::Outbox) == PublishingMechanism::Outbox;
    return wire;
}

std::optional<PublishingMechanism> mechanismOf(const Context& publisher, const Event& event) {
    if (event.publishing && event.publishing->through) return event.publishing->through;
    return publisher.publishing ? publisher.publishing->through : std::nullopt;
}

std::vector<Wire> outboxEvents(const Lookup& lookup, const Context& context, std::string_view target,
                               std::vector<Omission>& omitted) {
    std::vector<Wire> events;
    for (const auto& event : context.events) {
        const auto omit = [&](Phrase reason) {
            omitted.push_back({keyOf(ElementKind::Event, context.name, event->name), std::string(target),
                               std::move(reason)});
        };
        if (lookup.findEvent({context.name, event->name}) != event.get()) {
            omit(Phrase::of("another event before it has the same name; give it a name of its own"));
            continue;
        }
        const auto mechanism = mechanismOf(context, *event).value_or(PublishingMechanism::Outbox);
        Wire wire = wireOf(lookup, context, *event);
        if (mechanism != PublishingMechanism::Outbox)
            omit(Phrase::of("it goes out through {}, which needs no outbox; say `through: outbox` to get one",
                            word(mechanism)));
        else if (event->name.empty())
            omit(Phrase::of("it has no name; give it one"));
        else if (event->channel.empty())
            omit(Phrase::of("it has no channel, so a relay would not know where to send it; say `channel:`"));
        else if (!wire.channel)
            omit(Phrase::of("its channel {} is declared nowhere; declare it", toString(event->channel)));
        else
            events.push_back(std::move(wire));
    }
    return events;
}

namespace {

/// The inputs among `subscriptions` that can be generated; the others go to `omitted`.
std::vector<ConsumerPlan::Input> inputsOf(const Lookup& lookup, const Context& context,
                                          const std::string& consumer,
                                          const std::vector<Shared<Subscription>>& subscriptions,
                                          std::string_view target, std::vector<Omission>& omitted) {
    std::vector<ConsumerPlan::Input> inputs;
    std::set<Ref> seen;
    for (const auto& subscription : subscriptions) {
        const Ref& ref = subscription->event;
        const auto omit = [&](Phrase reason) {
            omitted.push_back(
                {{ElementKind::Subscription, fmt::format("{}/{}<-{}", context.name, consumer, toString(ref))},
                 std::string(target),
                 std::move(reason)});
        };
        const Context* publisher = lookup.findContext(ref.context);
        const Event* event = lookup.findEvent(ref);
        if (!publisher || !event) {
            omit(Phrase::of("nobody publishes this event; declare it where it happens"));
            continue;
        }
        if (!seen.insert(ref).second) {
            omit(Phrase::of("this consumer has another subscription to the same event; join the two"));
            continue;
        }
        Wire wire = wireOf(lookup, *publisher, *event);
        if (!wire.channel)
            omit(Phrase::of("the event has no channel to read it from; say `channel:` on the event"));
        else
            inputs.push_back({subscription.get(), std::move(wire)});
    }
    return inputs;
}

} // namespace

std::vector<ConsumerPlan> consumersOf(const Lookup& lookup, const Context& context, std::string_view target,
                                      std::vector<Omission>& omitted) {
    std::vector<ConsumerPlan> plans;
    std::set<std::string_view> names;
    const auto add = [&](ElementKind kind, const std::string& name, const View* view, const Policy* policy,
                         const std::vector<Shared<Subscription>>& subscriptions) {
        if (subscriptions.empty()) return;
        if (name.empty() || !names.insert(name).second) {
            omitted.push_back(
                {keyOf(kind, context.name, name), std::string(target),
                 name.empty()
                     ? Phrase::of("it has no name; give it one")
                     : Phrase::of("another view or policy has the same name; give it a name of its own")});
            return;
        }
        auto inputs = inputsOf(lookup, context, name, subscriptions, target, omitted);
        if (!inputs.empty()) plans.push_back({name, view, policy, std::move(inputs)});
    };
    for (const auto& view : context.views)
        add(ElementKind::View, view->name, view.get(), nullptr, view->fedBy);
    for (const auto& policy : context.policies)
        add(ElementKind::Policy, policy->name, nullptr, policy.get(), policy->when);
    return plans;
}

} // namespace factline::generate
