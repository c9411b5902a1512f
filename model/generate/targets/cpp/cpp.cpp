// SPDX-License-Identifier: Apache-2.0
#include "generate/targets/cpp/cpp.h"

#include <algorithm>
#include <array>
#include <limits>
#include <set>

#include <fmt/format.h>

#include "generate/names.h"
#include "generate/object_of.h"
#include "generate/promises.h"
#include "generate/reading.h"
#include "generate/stub/project_files.h"
#include "generate/stub/service_data.h"
#include "generate/targets/cpp/event_types.h"
#include "generate/targets/postgresql/postgresql.h"

namespace factline::generate::cpp {

namespace {

using Json = nlohmann::ordered_json;
using stub::When;

constexpr auto files = std::to_array<stub::ProjectFile>({{"CMakeLists.txt"},
                                                         {"README.md"},
                                                         {"generated/applier.cpp", When::Consumes},
                                                         {"generated/applier.h", When::Consumes},
                                                         {"generated/database.cpp"},
                                                         {"generated/database.h"},
                                                         {"generated/dispatch.cpp", When::Consumes},
                                                         {"generated/dispatch.h", When::Consumes},
                                                         {"generated/events.h", When::Consumes},
                                                         {"generated/handlers.h", When::Consumes},
                                                         {"generated/http.cpp"},
                                                         {"generated/http.h"},
                                                         {"generated/json.h"},
                                                         {"generated/kafka.cpp", When::Consumes},
                                                         {"generated/kafka.h", When::Consumes},
                                                         {"generated/kafka_settings.cpp"},
                                                         {"generated/kafka_settings.h"},
                                                         {"generated/log.cpp"},
                                                         {"generated/log.h"},
                                                         {"generated/main.cpp", When::Consumes},
                                                         {"generated/metrics.cpp"},
                                                         {"generated/metrics.h"},
                                                         {"generated/outbox.h", When::Publishes},
                                                         {"generated/relay.cpp", When::Publishes},
                                                         {"generated/relay.h", When::Publishes},
                                                         {"generated/relay_main.cpp", When::Publishes},
                                                         {"generated/record.cpp", When::Consumes},
                                                         {"generated/record.h", When::Consumes}});

Json inputData(const ConsumerPlan::Input& input, EventTypes& types) {
    const Event& event = *input.wire.event;
    const Subscription& subscription = *input.subscription;
    const auto [oldest, newest] = readableVersions(subscription, event);
    const auto name = types.eventStruct(*input.wire.publisher, event);
    std::string comment = fmt::format("{}/{}", input.wire.publisher->name, event.name);
    if (!subscription.understoodAs.empty())
        comment += ", understood as: " + subscription.understoodAs;
    else if (!event.means.empty())
        comment += ": " + event.means;
    return objectOf({{"publisher", cppLiteral(input.wire.publisher->name)},
                     {"type", cppLiteral(event.name)},
                     {"namespace", name.space},
                     {"event", name.type},
                     {"oldest", oldest},
                     {"newest", newest},
                     {"onFailure", failureWord(subscription.onFailure)},
                     {"comment", commentText(comment)}},
                    2); // what is to be done, and what is said while it is not
}

Json consumerData(const Request& request, const ConsumerPlan& plan, NameScope& classes, NameScope& members,
                  EventTypes& types, std::vector<Omission>& notes) {
    const std::string name = request.context.name + '/' + plan.name;
    const auto [member, memberClash] = members.take(snakeIdentifier(plan.name), plan.name);
    const auto [className, classClash] = classes.take(pascalIdentifier(plan.name), plan.name);
    for (const Phrase& clash : {memberClash, classClash})
        if (!clash.empty())
            notes.push_back(
                {keyOf(plan.view ? ElementKind::View : ElementKind::Policy, request.context.name, plan.name),
                 "cpp", clash, true});
    Json inputs = Json::array();
    Json topics = Json::array();
    Json streams = Json::array();
    Json declared = Json::array();
    std::set<std::string> knownTopics;
    std::set<std::pair<const Context*, std::string>> knownStreams;
    for (const auto& input : plan.inputs) {
        inputs.push_back(inputData(input, types));
        const std::string event = input.wire.publisher->name + '/' + input.wire.event->name;
        inputs.back()["task"] = commentText(fmt::format("Write what {} does with {}.", name, event));
        inputs.back()["error"] = cppLiteral(fmt::format(
            "the handler of {} for {} is not written yet: see handlers/{}.cpp", name, event, member));
        if (input.wire.sequenced &&
            knownStreams.emplace(input.wire.publisher, input.wire.aggregateType).second)
            streams.push_back(
                objectOf({{"publisher", cppLiteral(input.wire.publisher->name)},
                          {"aggregatetype", cppLiteral(input.wire.aggregateType)},
                          {"contiguous", request.wires.contiguous(input.wire) ? "true" : "false"}}));
        if (!knownTopics.insert(input.wire.topic).second) continue;
        topics.push_back(objectOf({{"literal", cppLiteral(input.wire.topic)}}));
        for (const Wire& wire : request.wires.onTopic(input.wire.topic))
            declared.push_back(
                objectOf({{"publisher", cppLiteral(wire.publisher->name)},
                          {"topic", cppLiteral(wire.topic)},
                          {"type", cppLiteral(wire.event->name)},
                          {"version", std::clamp<std::uint32_t>(wire.event->version, 1,
                                                                std::numeric_limits<std::int32_t>::max())},
                          {"aggregatetype", cppLiteral(wire.aggregateType)}}));
    }
    std::string comment = plan.view ? "The view " + name : "The policy " + name;
    const bool promises = plan.view && plan.view->freshness && plan.view->freshness->within;
    if (promises)
        comment += fmt::format(", promised within {} for {}", toString(*plan.view->freshness->within),
                               toString(plan.view->freshness->forShare));
    return objectOf({{"name", cppLiteral(name)},
                     {"class", className},
                     {"member", member},
                     {"comment", commentText(comment + '.')},
                     {"projection", plan.view ? "true" : "false"},
                     {"within", promises ? bucketOf(toSeconds(*plan.view->freshness->within)) : "0"},
                     {"inputs", std::move(inputs)},
                     {"topics", std::move(topics)},
                     {"streams", std::move(streams)},
                     {"declared", std::move(declared)}});
}

bool byDefault(const Lookup& lookup, const Context& context) {
    if (context.store != Store::PostgreSql && context.store != Store::None) return false;
    std::vector<Omission> ignored;
    return !consumersOf(lookup, context, "cpp", ignored).empty();
}

Result<Output> render(const Request& request) {
    Output output;
    const Context& context = request.context;
    if (context.store != Store::PostgreSql && context.store != Store::None) {
        output.omitted.push_back(
            {{ElementKind::Context, context.name},
             "cpp",
             Phrase::of("its store is {}, and a service in {} keeps its outbox and its position "
                        "in PostgreSQL; say `store: postgresql` where that is wrong",
                        word(context.store), "C++")});
        return output;
    }
    const auto plans = consumersOf(request.lookup, context, "cpp", output.omitted);
    const auto events = outboxEvents(request.lookup, context, "cpp", output.omitted);
    if (plans.empty() && events.empty()) return output;

    EventTypes types(request.lookup, output.omitted);
    NameScope classes;
    NameScope members;
    Json consumers = Json::array();
    for (const ConsumerPlan& plan : plans)
        consumers.push_back(consumerData(request, plan, classes, members, types, output.omitted));

    const stub::Dialect dialect{.target = "cpp",
                                .language = "C++",
                                .comment = commentText,
                                .literal = cppLiteral,
                                .typeName = pascalIdentifier};
    Json data = postgresql::consumerSchema(context, plans);
    data["anyConsumer"] = !plans.empty();
    data["anyEvent"] = !events.empty();
    data["announced"] = stub::eventsData(dialect, events, output.omitted);
    if (!events.empty()) data["example"] = data["announced"][0];
    data["poll"] = stub::pollOf(context);
    data["project"] = snakeIdentifier(context.name) + "_service";
    data["group"] = cppLiteral(context.name);
    data["groupText"] = commentText(context.name);
    data["publishers"] = types.publishers();
    data["consumers"] = std::move(consumers);
    const stub::ProjectData project{
        std::move(data), events.empty() ? Json::object() : postgresql::outboxSchema(request, events)};
    if (const auto done = stub::addProject(output, request, "cpp", files, project); !done)
        return tl::unexpected(done.error());
    if (const auto done =
            stub::addHandlers(output, request, "cpp", ".cpp", project.service["consumers"], "member");
        !done)
        return tl::unexpected(done.error());
    return output;
}

} // namespace

const Target target{"cpp",
                    Phrase::words("Service in C++20 on librdkafka and libpq: appends, relays and consumes"),
                    byDefault, render};

} // namespace factline::generate::cpp
