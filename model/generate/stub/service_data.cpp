// SPDX-License-Identifier: Apache-2.0
#include "generate/stub/service_data.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <set>

#include <fmt/format.h>

#include "generate/names.h"
#include "generate/object_of.h"
#include "generate/promises.h"
#include "generate/reading.h"

namespace factline::generate::stub {

namespace {

using Json = nlohmann::ordered_json;

std::uint32_t versionOf(const Event& event) {
    return std::clamp<std::uint32_t>(event.version, 1, std::numeric_limits<std::int32_t>::max());
}

constexpr std::size_t roomForMore = 3; ///< which project it is of, and whether it is the last

/// Marks the last entry of a list, for what stands between two.
Json closed(Json list) {
    for (std::size_t i = 0; i < list.size(); ++i)
        list[i]["last"] = i + 1 == list.size();
    return list;
}

std::string meaningOf(const ConsumerPlan::Input& input) {
    const Event& event = *input.wire.event;
    const std::string name = input.wire.publisher->name + '/' + event.name;
    if (!input.subscription->understoodAs.empty())
        return fmt::format("{}, understood as: {}", name, input.subscription->understoodAs);
    return event.means.empty() ? name : fmt::format("{}: {}", name, event.means);
}

Json inputsData(const Dialect& dialect, const ConsumerPlan& plan, const std::string& consumer,
                const ElementKey& key, PayloadTypes& types, std::vector<Omission>& notes) {
    NameScope methods;
    Json inputs = Json::array();
    for (const auto& input : plan.inputs) {
        const Event& event = *input.wire.event;
        const std::string name = input.wire.publisher->name + '/' + event.name;
        const auto [oldest, newest] = readableVersions(*input.subscription, event);
        auto [method, clash] = methods.take(dialect.methodName(event.name), name);
        if (!clash.empty()) notes.push_back({key, std::string(dialect.target), clash, true});
        inputs.push_back(objectOf(
            {{"publisher", dialect.literal(input.wire.publisher->name)},
             {"type", dialect.literal(event.name)},
             {"event", types.eventType(*input.wire.publisher, event)},
             {"method", method},
             {"oldest", oldest},
             {"newest", newest},
             {"onFailure", failureWord(input.subscription->onFailure)},
             {"failure", dialect.literal(fmt::format("{}", failureWord(input.subscription->onFailure)))},
             {"comment", dialect.comment(meaningOf(input))},
             {"task", dialect.comment(fmt::format("Write what {} does with {}.", consumer, name))},
             {"error",
              dialect.literal(fmt::format("the handler of {} for {} is not written yet", consumer, name))}}));
    }
    return closed(std::move(inputs));
}

Json consumerData(const Request& request, const Dialect& dialect, const ConsumerPlan& plan,
                  NameScope& classes, NameScope& files, PayloadTypes& types, std::vector<Omission>& notes) {
    const std::string name = request.context.name + '/' + plan.name;
    const ElementKey key =
        keyOf(plan.view ? ElementKind::View : ElementKind::Policy, request.context.name, plan.name);
    const auto [file, fileClash] = files.take(dialect.fileName(plan.name), plan.name);
    const auto [className, classClash] = classes.take(dialect.typeName(plan.name), plan.name);
    for (const Phrase& clash : {fileClash, classClash})
        if (!clash.empty()) notes.push_back({key, std::string(dialect.target), clash, true});
    const auto truth = [&](bool value) { return std::string(value ? dialect.yes : dialect.no); };
    Json topics = Json::array();
    Json streams = Json::array();
    Json declared = Json::array();
    std::set<std::string> knownTopics;
    std::set<std::pair<const Context*, std::string>> knownStreams;
    for (const auto& input : plan.inputs) {
        const Wire& wire = input.wire;
        if (wire.sequenced && knownStreams.emplace(wire.publisher, wire.aggregateType).second)
            streams.push_back(objectOf({{"publisher", dialect.literal(wire.publisher->name)},
                                        {"aggregatetype", dialect.literal(wire.aggregateType)},
                                        {"contiguous", truth(request.wires.contiguous(wire))}}));
        if (!knownTopics.insert(wire.topic).second) continue;
        topics.push_back(objectOf({{"literal", dialect.literal(wire.topic)}}));
        for (const Wire& other : request.wires.onTopic(wire.topic))
            declared.push_back(objectOf({{"publisher", dialect.literal(other.publisher->name)},
                                         {"topic", dialect.literal(other.topic)},
                                         {"type", dialect.literal(other.event->name)},
                                         {"version", versionOf(*other.event)},
                                         {"aggregatetype", dialect.literal(other.aggregateType)}}));
    }
    std::string comment = (plan.view ? "The view " : "The policy ") + name;
    const bool promises = plan.view && plan.view->freshness && plan.view->freshness->within;
    if (promises)
        comment += fmt::format(", promised within {} for {}", toString(*plan.view->freshness->within),
                               toString(plan.view->freshness->forShare));
    Json inputs = inputsData(dialect, plan, name, key, types, notes);
    std::set<std::string> eventTypes;
    Json imports = Json::array();
    for (const Json& input : inputs)
        if (eventTypes.insert(input["event"]).second)
            imports.push_back(objectOf({{"event", input["event"]}}));
    return objectOf({{"name", dialect.literal(name)},
                     {"class", className},
                     {"file", file},
                     {"comment", dialect.comment(comment + '.')},
                     {"projection", truth(plan.view)},
                     {"within", promises ? bucketOf(toSeconds(*plan.view->freshness->within)) : "0"},
                     {"inputs", std::move(inputs)},
                     {"imports", closed(std::move(imports))},
                     {"topics", closed(std::move(topics))},
                     {"streams", closed(std::move(streams))},
                     {"declared", closed(std::move(declared))}},
                    roomForMore);
}

} // namespace

Json consumersData(const Request& request, const Dialect& dialect, const std::vector<ConsumerPlan>& plans,
                   PayloadTypes& types, std::vector<Omission>& notes) {
    NameScope classes;
    NameScope files;
    Json consumers = Json::array();
    for (const ConsumerPlan& plan : plans)
        consumers.push_back(consumerData(request, dialect, plan, classes, files, types, notes));
    return closed(std::move(consumers));
}

Json eventsData(const Dialect& dialect, const std::vector<Wire>& events, std::vector<Omission>& notes) {
    NameScope constants;
    Json result = Json::array();
    for (const Wire& wire : events) {
        auto [constant, clash] = constants.take(dialect.typeName(wire.event->name), wire.event->name);
        if (!clash.empty())
            notes.push_back({keyOf(ElementKind::Event, wire.publisher->name, wire.event->name),
                             std::string(dialect.target), clash, true});
        // The key can be read from the payload where it always carries it.
        Json key = Json::array();
        const bool carried = std::ranges::all_of(wire.key, [&](const std::string& field) {
            return std::ranges::find(wire.event->payload, field, &PayloadField::name) !=
                   wire.event->payload.end();
        });
        if (carried)
            for (const std::string& field : wire.key)
                key.push_back(objectOf({{"literal", dialect.literal(field)}}));
        result.push_back(
            objectOf({{"constant", constant},
                      {"type", dialect.literal(wire.event->name)},
                      {"version", versionOf(*wire.event)},
                      {"aggregatetype", dialect.literal(wire.aggregateType)},
                      {"key", closed(std::move(key))},
                      {"comment",
                       dialect.comment(wire.event->means.empty() ? wire.event->name : wire.event->means)}}));
    }
    return closed(std::move(result));
}

long pollOf(const Context& context) {
    constexpr long usual = 500;
    if (!context.publishing) return usual;
    for (const Hop& hop : context.publishing->lag)
        if (const auto* poll = std::get_if<PollLag>(&hop.form))
            return std::clamp<long>(
                static_cast<long>(std::chrono::duration_cast<std::chrono::milliseconds>(poll->poll).count()),
                1, 3'600'000);
    return usual;
}

} // namespace factline::generate::stub
