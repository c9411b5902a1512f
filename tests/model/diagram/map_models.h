// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "domain/model.h"

namespace factline::test {

/// Contexts that publish and learn in circles, the same on every machine: numbers by a generator that is
/// written out.
inline Model cyclicModel(std::size_t contexts, std::uint64_t seed) {
    std::uint64_t state = seed;
    const auto next = [&](std::size_t below) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        return static_cast<std::size_t>(state >> 33U) % below;
    };
    Model model;
    const auto fresh = [&](Element& element, const std::string& name) {
        element.id = {model.nextId++};
        element.name = name;
    };
    const auto contextName = [](std::size_t c) { return "context-" + std::to_string(c); };
    static const char* const happenings[] = {"Placed", "Confirmed", "Withdrawn", "Recalculated"};
    std::vector<std::size_t> facts(contexts);
    for (auto& count : facts)
        count = 1 + next(3);
    for (std::size_t c = 0; c < contexts; ++c) {
        Context context;
        fresh(context, contextName(c));
        context.team = "a-squad";
        for (std::size_t f = 0; f < facts[c]; ++f) {
            Fact fact;
            fresh(fact, "fact-" + std::to_string(f));
            context.facts.push_back(fact);
            for (std::size_t e = 0; e < 1 + f; ++e) {
                Event event;
                fresh(event, "Fact" + std::to_string(f) + happenings[e]);
                event.announces = {{context.name, fact.name}};
                context.events.push_back(event);
            }
        }
        for (std::size_t v = 0; v < 1 + next(2); ++v) {
            View view;
            fresh(view, "view-" + std::to_string(v));
            for (std::size_t feed = 0; feed < 1 + next(3); ++feed) {
                const std::size_t other = next(2) == 0 ? next(contexts) : (c + 1 + next(4)) % contexts;
                Subscription subscription;
                fresh(subscription, "");
                subscription.event = {contextName(other),
                                      "Fact" + std::to_string(next(facts[other])) + "Placed"};
                subscription.lag = {Hop{FixedLag{std::chrono::seconds(1 + next(90))}}};
                view.fedBy.push_back(subscription);
            }
            context.views.push_back(view);
        }
        if (next(3) == 0) {
            Decision decision;
            fresh(decision, "decide");
            decision.reads = {Read{{context.name, "view-0"}, {}, false, {}},
                              Read{{contextName(next(contexts)), "fact-0"}, {}, true, {}}};
            context.decisions.push_back(decision);
        }
        model.contexts.push_back(context);
    }
    return model;
}

/// Contexts in a row, each learning what the one before it announces.
inline Model chainModel(std::size_t contexts) {
    Model model;
    const auto fresh = [&](Element& element, const std::string& name) {
        element.id = {model.nextId++};
        element.name = name;
    };
    for (std::size_t c = 0; c < contexts; ++c) {
        Context context;
        fresh(context, "context-" + std::to_string(c));
        Fact fact;
        fresh(fact, "record");
        context.facts.push_back(fact);
        Event event;
        fresh(event, "RecordChanged");
        event.announces = {{context.name, fact.name}};
        context.events.push_back(event);
        if (c > 0) {
            Subscription subscription;
            fresh(subscription, "");
            subscription.event = {"context-" + std::to_string(c - 1), event.name};
            subscription.lag = {Hop{FixedLag{std::chrono::seconds(5)}}};
            View view;
            fresh(view, "known-records");
            view.fedBy.push_back(subscription);
            context.views.push_back(view);
        }
        model.contexts.push_back(context);
    }
    return model;
}

} // namespace factline::test
