// SPDX-License-Identifier: Apache-2.0
#include "generate/targets/cpp/cpp.h"

#include <algorithm>
#include <array>
#include <limits>
#include <set>

#include <fmt/format.h>

#include "generate/names.h"
#include "generate/promises.h"
#include "generate/reading.h"
#include "generate/targets/cpp/event_types.h"
#include "generate/targets/postgresql/postgresql.h"

namespace factline::generate::cpp {

namespace {

using Json = nlohmann::ordered_json;

/// Output path and template of every file that each project has once.
struct ProjectFile {
    const char* path;
    const char* source;
};
constexpr std::array projectFiles{
    ProjectFile{"CMakeLists.txt", "cpp/CMakeLists.txt.mustache"},
    ProjectFile{"README.md", "cpp/README.md.mustache"},
    ProjectFile{"generated/applier.cpp", "cpp/applier.cpp.mustache"},
    ProjectFile{"generated/applier.h", "cpp/applier.h.mustache"},
    ProjectFile{"generated/consumer.sql", "postgresql/consumer.sql.mustache"},
    ProjectFile{"generated/database.cpp", "cpp/database.cpp.mustache"},
    ProjectFile{"generated/database.h", "cpp/database.h.mustache"},
    ProjectFile{"generated/dispatch.cpp", "cpp/dispatch.cpp.mustache"},
    ProjectFile{"generated/dispatch.h", "cpp/dispatch.h.mustache"},
    ProjectFile{"generated/events.h", "cpp/events.h.mustache"},
    ProjectFile{"generated/handlers.h", "cpp/handlers.h.mustache"},
    ProjectFile{"generated/http.cpp", "cpp/http.cpp.mustache"},
    ProjectFile{"generated/http.h", "cpp/http.h.mustache"},
    ProjectFile{"generated/json.h", "cpp/json.h.mustache"},
    ProjectFile{"generated/kafka.cpp", "cpp/kafka.cpp.mustache"},
    ProjectFile{"generated/kafka.h", "cpp/kafka.h.mustache"},
    ProjectFile{"generated/log.cpp", "cpp/log.cpp.mustache"},
    ProjectFile{"generated/log.h", "cpp/log.h.mustache"},
    ProjectFile{"generated/main.cpp", "cpp/main.cpp.mustache"},
    ProjectFile{"generated/metrics.cpp", "cpp/metrics.cpp.mustache"},
    ProjectFile{"generated/metrics.h", "cpp/metrics.h.mustache"},
    ProjectFile{"generated/record.cpp", "cpp/record.cpp.mustache"},
    ProjectFile{"generated/record.h", "cpp/record.h.mustache"},
};

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
    return {{"publisher", cppLiteral(input.wire.publisher->name)},
            {"type", cppLiteral(event.name)},
            {"namespace", name.space},
            {"event", name.type},
            {"oldest", oldest},
            {"newest", newest},
            {"onFailure", failureWord(subscription.onFailure)},
            {"comment", commentText(comment)}};
}

Json consumerData(const Request& request, const ConsumerPlan& plan, NameScope& classes, NameScope& members,
                  EventTypes& types, std::vector<Omission>& notes) {
    const std::string name = request.context.name + '/' + plan.name;
    const auto [member, memberClash] = members.take(snakeIdentifier(plan.name), plan.name);
    const auto [className, classClash] = classes.take(pascalIdentifier(plan.name), plan.name);
    for (const std::string& clash : {memberClash, classClash})
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
            streams.push_back({{"publisher", cppLiteral(input.wire.publisher->name)},
                               {"aggregatetype", cppLiteral(input.wire.aggregateType)},
                               {"contiguous", request.wires.contiguous(input.wire) ? "true" : "false"}});
        if (!knownTopics.insert(input.wire.topic).second) continue;
        topics.push_back({{"literal", cppLiteral(input.wire.topic)}});
        for (const Wire& wire : request.wires.onTopic(input.wire.topic))
            declared.push_back(
                {{"publisher", cppLiteral(wire.publisher->name)},
                 {"topic", cppLiteral(wire.topic)},
                 {"type", cppLiteral(wire.event->name)},
                 {"version", std::clamp<std::uint32_t>(wire.event->version, 1,
                                                       std::numeric_limits<std::int32_t>::max())},
                 {"aggregatetype", cppLiteral(wire.aggregateType)}});
    }
    std::string comment = plan.view ? "The view " + name : "The policy " + name;
    const bool promises = plan.view && plan.view->freshness && plan.view->freshness->within;
    if (promises)
        comment += fmt::format(", promised within {} for {}", toString(*plan.view->freshness->within),
                               toString(plan.view->freshness->forShare));
    return {{"name", cppLiteral(name)},
            {"class", className},
            {"member", member},
            {"comment", commentText(comment + '.')},
            {"projection", plan.view ? "true" : "false"},
            {"within", promises ? bucketOf(toSeconds(*plan.view->freshness->within)) : "0"},
            {"inputs", std::move(inputs)},
            {"topics", std::move(topics)},
            {"streams", std::move(streams)},
            {"declared", std::move(declared)}};
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
        output.omitted.push_back({{ElementKind::Context, context.name},
                                  "cpp",
                                  fmt::format("its store is {}, and a consumer in C++ keeps its position in "
                                              "PostgreSQL; say `store: postgresql` "
                                              "where that is wrong",
                                              word(context.store))});
        return output;
    }
    const auto plans = consumersOf(request.lookup, context, "cpp", output.omitted);
    if (plans.empty()) return output;

    EventTypes types(request.lookup, output.omitted);
    NameScope classes;
    NameScope members;
    Json consumers = Json::array();
    for (const ConsumerPlan& plan : plans)
        consumers.push_back(consumerData(request, plan, classes, members, types, output.omitted));

    Json data = postgresql::consumerSchema(context, plans);
    data["project"] = snakeIdentifier(context.name) + "_consumer";
    data["group"] = cppLiteral(context.name);
    data["groupText"] = commentText(context.name);
    data["publishers"] = types.publishers();
    data["consumers"] = consumers;
    const TemplateData filling(data);
    for (const ProjectFile& file : projectFiles) {
        auto text = request.templates.render(file.source, filling);
        if (!text) return tl::unexpected(text.error());
        output.files.push_back({request.folder + file.path, std::move(*text), Ownership::Generated});
    }
    for (const Json& consumer : consumers) {
        auto text = request.templates.render("cpp/handler.cpp.mustache", consumer);
        if (!text) return tl::unexpected(text.error());
        output.files.push_back(
            {fmt::format("{}handlers/{}.cpp", request.folder, consumer["member"].get<std::string>()),
             std::move(*text), Ownership::Handler});
    }
    return output;
}

} // namespace

const Target target{"cpp", "Consumer process in C++20 on librdkafka and libpq, with the tables it needs",
                    byDefault, render};

} // namespace factline::generate::cpp
