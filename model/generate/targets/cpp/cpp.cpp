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
#include "generate/stub/service_data.h"
#include "generate/targets/cpp/event_types.h"
#include "generate/targets/postgresql/postgresql.h"

namespace factline::generate::cpp {

namespace {

using Json = nlohmann::ordered_json;

/// Output path and template of every file that a project has once, and which projects have it.
enum class When { Always, Consumes, Publishes };
struct ProjectFile {
    const char* path;
    const char* source;
    When when = When::Always;
};
constexpr std::array projectFiles{
    ProjectFile{"CMakeLists.txt", "cpp/CMakeLists.txt.mustache"},
    ProjectFile{"README.md", "cpp/README.md.mustache"},
    ProjectFile{"generated/applier.cpp", "cpp/applier.cpp.mustache", When::Consumes},
    ProjectFile{"generated/applier.h", "cpp/applier.h.mustache", When::Consumes},
    ProjectFile{"generated/consumer.sql", "postgresql/consumer.sql.mustache", When::Consumes},
    ProjectFile{"generated/database.cpp", "cpp/database.cpp.mustache"},
    ProjectFile{"generated/database.h", "cpp/database.h.mustache"},
    ProjectFile{"generated/dispatch.cpp", "cpp/dispatch.cpp.mustache", When::Consumes},
    ProjectFile{"generated/dispatch.h", "cpp/dispatch.h.mustache", When::Consumes},
    ProjectFile{"generated/events.h", "cpp/events.h.mustache", When::Consumes},
    ProjectFile{"generated/handlers.h", "cpp/handlers.h.mustache", When::Consumes},
    ProjectFile{"generated/http.cpp", "cpp/http.cpp.mustache"},
    ProjectFile{"generated/http.h", "cpp/http.h.mustache"},
    ProjectFile{"generated/json.h", "cpp/json.h.mustache"},
    ProjectFile{"generated/kafka.cpp", "cpp/kafka.cpp.mustache", When::Consumes},
    ProjectFile{"generated/kafka.h", "cpp/kafka.h.mustache", When::Consumes},
    ProjectFile{"generated/kafka_settings.cpp", "cpp/kafka_settings.cpp.mustache"},
    ProjectFile{"generated/kafka_settings.h", "cpp/kafka_settings.h.mustache"},
    ProjectFile{"generated/log.cpp", "cpp/log.cpp.mustache"},
    ProjectFile{"generated/log.h", "cpp/log.h.mustache"},
    ProjectFile{"generated/main.cpp", "cpp/main.cpp.mustache", When::Consumes},
    ProjectFile{"generated/metrics.cpp", "cpp/metrics.cpp.mustache"},
    ProjectFile{"generated/metrics.h", "cpp/metrics.h.mustache"},
    ProjectFile{"generated/outbox.h", "cpp/outbox.h.mustache", When::Publishes},
    ProjectFile{"generated/outbox.sql", "postgresql/outbox.sql.mustache", When::Publishes},
    ProjectFile{"generated/relay.cpp", "cpp/relay.cpp.mustache", When::Publishes},
    ProjectFile{"generated/relay.h", "cpp/relay.h.mustache", When::Publishes},
    ProjectFile{"generated/relay_main.cpp", "cpp/relay_main.cpp.mustache", When::Publishes},
    ProjectFile{"generated/record.cpp", "cpp/record.cpp.mustache", When::Consumes},
    ProjectFile{"generated/record.h", "cpp/record.h.mustache", When::Consumes},
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
        output.omitted.push_back(
            {{ElementKind::Context, context.name},
             "cpp",
             fmt::format("its store is {}, and a service in C++ keeps its outbox and its position in "
                         "PostgreSQL; say `store: postgresql` "
                         "where that is wrong",
                         word(context.store))});
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
    data["consumers"] = consumers;
    const TemplateData filling(data);
    const TemplateData outbox(events.empty() ? Json::object() : postgresql::outboxSchema(request, events));
    for (const ProjectFile& file : projectFiles) {
        if ((file.when == When::Consumes && plans.empty()) ||
            (file.when == When::Publishes && events.empty()))
            continue;
        const bool isOutbox = std::string_view(file.source).starts_with("postgresql/outbox");
        auto text = request.templates.render(file.source, isOutbox ? outbox : filling);
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

const Target target{"cpp", "Service in C++20 on librdkafka and libpq: appends, relays and consumes",
                    byDefault, render};

} // namespace factline::generate::cpp
