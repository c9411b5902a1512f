// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <rapidcheck.h>

#include "diagram/build.h"
#include "domain/lookup.h"

namespace factline::test {

/// Eight units a letter, sixteen a line: fonts have no say in these tests.
class EvenMeasure : public diagram::TextMeasure {
public:
    diagram::Size measure(std::string_view text, diagram::TextRole) const override {
        return {8.0 * static_cast<double>(text.size()), 16};
    }
};

/// Contexts that publish to and learn from one another at random, circles, names of every length and
/// references to what nobody declares included.
inline Model randomModel(std::size_t contexts) {
    using namespace rc;
    Model model;
    const auto number = [](int below) { return *gen::inRange(0, below); };
    const auto fresh = [&](Element& element, const std::string& name) {
        element.id = {model.nextId++};
        element.name = name;
    };
    const auto name = [&](const std::string& stem, std::size_t i) {
        static const char* const longer[] = {"", "-revised", "-that-was-counted-twice-a-day", "-x"};
        return stem + std::to_string(i) + longer[number(4)];
    };
    std::vector<std::size_t> events(contexts);
    for (auto& count : events)
        count = static_cast<std::size_t>(number(5));
    const auto anyContext = [&] { return static_cast<std::size_t>(number(static_cast<int>(contexts))); };
    const auto anyEvent = [&] {
        const std::size_t context = anyContext();
        const auto event = number(static_cast<int>(events[context]) + 1); // the last one is not declared
        return Ref{"context" + std::to_string(context), "SomethingHasHappened" + std::to_string(event)};
    };
    for (std::size_t c = 0; c < contexts; ++c) {
        Context context;
        fresh(context, "context" + std::to_string(c));
        context.team = number(2) ? "a-team-of-people" : "";
        for (std::size_t i = 0; i < static_cast<std::size_t>(number(3)); ++i) {
            Fact fact;
            fresh(fact, name("fact", i));
            context.facts.push_back(fact);
        }
        for (std::size_t i = 0; i < events[c]; ++i) {
            Event event;
            fresh(event, "SomethingHasHappened" + std::to_string(i));
            if (!context.facts.empty()) event.announces = {{context.name, context.facts.front()->name}};
            context.events.push_back(event);
        }
        for (std::size_t i = 0; i < static_cast<std::size_t>(number(3)); ++i) {
            View view;
            fresh(view, name("view", i));
            for (int feed = 0; feed < number(4); ++feed) {
                Subscription subscription;
                fresh(subscription, "");
                subscription.event = anyEvent();
                subscription.lag = {Hop{FixedLag{std::chrono::seconds(1 + number(90))}}};
                view.fedBy.push_back(subscription);
            }
            context.views.push_back(view);
        }
        if (!context.views.empty() && number(2)) {
            Decision decision;
            fresh(decision, "decide");
            decision.reads = {Read{{context.name, context.views.front()->name}, {}, false, {}},
                              Read{{"context" + std::to_string(anyContext()), "fact0"}, {}, true, {}}};
            context.decisions.push_back(decision);
        }
        model.contexts.push_back(context);
    }
    return model;
}

/// A layout without the layout program: contexts in rows of `columns`.
inline diagram::LayoutResult inRows(const diagram::LayoutRequest& request, std::size_t columns) {
    diagram::LayoutResult result;
    int y = 0;
    int row = 0;
    for (std::size_t i = 0; i < request.boxes.size(); ++i) {
        if (i > 0 && i % columns == 0) {
            y += row + 40;
            row = 0;
        }
        result.spots.push_back({static_cast<int>(i % columns) * 1200, y});
        row = std::max(row, request.boxes[i].height);
    }
    return result;
}

/// Everything between a model and its picture, without the layout program.
struct Drawn {
    diagram::Sketch sketch;
    diagram::Positions positions;
    diagram::Diagram diagram;
};

inline Drawn draw(const Model& model) {
    const Lookup lookup(model);
    Drawn drawn;
    drawn.sketch = diagram::sketch(lookup, propagation::build(lookup), EvenMeasure());
    drawn.positions = diagram::arrange(drawn.sketch, inRows(diagram::layoutRequest(drawn.sketch), 4));
    drawn.diagram = diagram::build(drawn.sketch, drawn.positions);
    return drawn;
}

} // namespace factline::test
