// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "domain/model.h"

/// Models far larger than anybody writes, for the test of what the rules say of them and the benchmark of how
/// long they take.
namespace factline::testing {

inline std::string claimName(std::size_t i) {
    return fmt::format("s.c{}", i);
}

inline std::vector<Claim> claims(std::size_t count) {
    std::vector<Claim> all(count);
    for (std::size_t i = 0; i < count; ++i)
        all[i].name = claimName(i), all[i].of = {"c", "f"};
    return all;
}

/// A model with these claims and one context c that publishes the events, read by a view of the context d.
inline Model modelOf(const std::vector<Claim>& claims, const std::vector<Event>& events,
                     const std::vector<Subscription>& subscriptions = {}) {
    Model model;
    for (const Claim& claim : claims)
        model.claims.emplace_back(claim);
    Fact fact;
    fact.name = "f";
    Context publisher, consumer;
    publisher.name = "c", consumer.name = "d";
    publisher.facts.emplace_back(fact);
    for (const Event& event : events)
        publisher.events.emplace_back(event);
    View view;
    view.name = "v";
    for (const Subscription& subscription : subscriptions)
        view.fedBy.emplace_back(subscription);
    consumer.views.emplace_back(view);
    model.contexts.emplace_back(publisher);
    model.contexts.emplace_back(consumer);
    return model;
}

inline Event eventOf(std::string name, std::vector<ClaimName> asserts, std::vector<ClaimName> denies = {}) {
    Event event;
    event.name = std::move(name), event.announces = {{"c", "f"}};
    event.asserts = std::move(asserts);
    if (!denies.empty()) event.denies = std::move(denies);
    return event;
}

/// One event that asserts the first and denies the last of `length` claims, each of which implies the next.
inline Model chainOfClaims(std::size_t length) {
    auto chain = claims(length);
    for (std::size_t i = 0; i + 1 < chain.size(); ++i)
        chain[i].implies = {claimName(i + 1)};
    Subscription subscription;
    subscription.event = {"c", "E"};
    subscription.reliesOn = {{claimName(length - 1), Finality::Final}};
    return modelOf(chain, {eventOf("E", {claimName(0)}, {claimName(length - 1)})}, {subscription});
}

/// `length` events, each of which makes a policy publish the next, the last the first.
inline Model circleOfEvents(std::size_t length) {
    Context context;
    context.name = "c";
    const auto name = [](std::size_t i) { return fmt::format("E{}", i); };
    for (std::size_t i = 0; i < length; ++i) {
        context.events.emplace_back(eventOf(name(i), {}));
        Policy policy;
        policy.name = fmt::format("p{}", i);
        Subscription subscription;
        subscription.event = {"c", name(i)};
        policy.when.emplace_back(subscription);
        policy.then = {{"c", name((i + 1) % length)}};
        context.policies.emplace_back(policy);
    }
    Model model;
    model.contexts.emplace_back(context);
    return model;
}

/// `events` events that each assert all of `count` claims, every one of which excludes the `excluded` after
/// it.
inline Model crowdOfExclusions(std::size_t count, std::size_t excluded, std::size_t events) {
    auto all = claims(count);
    std::vector<ClaimName> names;
    for (std::size_t i = 0; i < count; ++i) {
        names.push_back(claimName(i));
        for (std::size_t k = 1; k <= excluded; ++k)
            all[i].excludes.push_back(claimName((i + k) % count));
    }
    std::vector<Event> said;
    std::vector<Subscription> subscriptions;
    for (std::size_t i = 0; i < events; ++i) {
        said.push_back(eventOf(fmt::format("E{}", i), names));
        Subscription subscription;
        subscription.event = {"c", said.back().name};
        subscription.reliesOn.emplace();
        for (const auto& name : names)
            subscription.reliesOn->push_back({name, {}});
        subscriptions.push_back(subscription);
    }
    return modelOf(all, said, subscriptions);
}

} // namespace factline::testing
