// SPDX-License-Identifier: Apache-2.0
#include "generate/targets/debezium/debezium.h"

#include <array>
#include <map>

#include <fmt/format.h>

#include "generate/document_text.h"
#include "generate/payload_schema.h"
#include "generate/promises.h"

namespace factline::generate::debezium {

namespace {

using Json = OrderedJson;

constexpr const char* routed = "factline.outbox."; ///< before a type, until its topic is known
constexpr const char* heartbeat = "SELECT ${env:DATABASE_SCHEMA}.debezium_beat()";

/// Text that stands for itself in a regular expression of Java.
std::string literally(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (std::string_view("\\^$.|?*+()[]{}-").find(c) != std::string_view::npos) result += '\\';
        result += c;
    }
    return result;
}

/// Text that stands for itself where a regular expression of Java is replaced.
std::string replacement(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (c == '\\' || c == '$') result += '\\';
        result += c;
    }
    return result;
}

/// `outbox_<context>` as replication slots take it: small letters, digits and `_`, 63 at the most.
std::string slotName(const std::string& context) {
    return ("outbox_" + snakeIdentifier(context)).substr(0, 63);
}

Json connector(const Context& context, const std::vector<Wire>& events) {
    std::map<std::string, std::string> types; // topic -> alternation of types
    for (const Wire& wire : events) {
        std::string& list = types[wire.topic];
        list += (list.empty() ? "" : "|") + literally(wire.event->name);
    }
    Json config{{"connector.class", "io.debezium.connector.postgresql.PostgresConnector"},
                {"plugin.name", "pgoutput"},
                {"database.hostname", "${env:DATABASE_HOST}"},
                {"database.port", "${env:DATABASE_PORT}"},
                {"database.user", "${env:DATABASE_USER}"},
                {"database.password", "${env:DATABASE_PASSWORD}"},
                {"database.dbname", "${env:DATABASE_NAME}"},
                {"topic.prefix", kebabName(context.name, 60)},
                {"slot.name", slotName(context.name)},
                {"publication.name", slotName(context.name)},
                {"publication.autocreate.mode", "filtered"},
                {"table.include.list",
                 "${env:DATABASE_SCHEMA}.outbox_event,${env:DATABASE_SCHEMA}.debezium_heartbeat"},
                {"heartbeat.interval.ms", "10000"},
                {"heartbeat.action.query", heartbeat},
                {"snapshot.mode", "initial"},
                {"skipped.operations", "u,d,t"},
                {"tombstones.on.delete", "false"},
                {"key.converter", "org.apache.kafka.connect.storage.StringConverter"},
                {"value.converter", "org.apache.kafka.connect.storage.StringConverter"},
                {"header.converter", "org.apache.kafka.connect.storage.StringConverter"},
                {"predicates", "outboxTable,heartbeatTable"}};
    for (const auto& [name, table] :
         {std::pair("outboxTable", "outbox_event"), {"heartbeatTable", "debezium_heartbeat"}}) {
        config[fmt::format("predicates.{}.type", name)] =
            "org.apache.kafka.connect.transforms.predicates.TopicNameMatches";
        config[fmt::format("predicates.{}.pattern", name)] = fmt::format(".*[.]{}", table);
    }
    std::string chain = "heartbeat,outbox,specversion,source";
    config["transforms"] = chain; // its place; the rest follows
    config["transforms.heartbeat.type"] = "org.apache.kafka.connect.transforms.Filter";
    config["transforms.heartbeat.predicate"] = "heartbeatTable";
    const auto outbox = [&](const char* key, std::string value) {
        config[fmt::format("transforms.outbox.{}", key)] = std::move(value);
    };
    outbox("type", "io.debezium.transforms.outbox.EventRouter");
    outbox("predicate", "outboxTable");
    outbox("table.field.event.id", "event_id");
    outbox("table.field.event.key", "aggregateid");
    outbox("table.field.event.payload", "payload");
    outbox("table.field.event.timestamp", "occurred_at");
    outbox("table.expand.json.payload", "false");
    outbox("route.by.field", "type");
    outbox("route.topic.replacement", std::string(routed) + "${routedByValue}");
    outbox("route.tombstone.on.empty.payload", "true");
    outbox(
        "table.fields.additional.placement",
        "event_id:header:ce_id,type:header:ce_type,schema_version:header:ce_schemaversion,"
        "aggregatetype:header:ce_aggregatetype,aggregateid:header:ce_subject,ce_sequence:header:ce_sequence,"
        "ce_time:header:ce_time,traceparent:header:ce_traceparent,correlation_id:header:ce_correlationid,"
        "causation_id:header:ce_causationid");
    for (const auto& [name, value] :
         {std::pair<const char*, std::string>("specversion", "1.0"), {"source", context.name}}) {
        config[fmt::format("transforms.{}.type", name)] = "org.apache.kafka.connect.transforms.InsertHeader";
        config[fmt::format("transforms.{}.header", name)] = fmt::format("ce_{}", name);
        config[fmt::format("transforms.{}.value.literal", name)] = value;
    }
    int number = 0;
    for (const auto& [topic, list] : types) {
        const std::string name = fmt::format("topic{}", ++number);
        chain += ',' + name;
        config[fmt::format("transforms.{}.type", name)] = "org.apache.kafka.connect.transforms.RegexRouter";
        config[fmt::format("transforms.{}.regex", name)] = fmt::format("{}({})", literally(routed), list);
        config[fmt::format("transforms.{}.replacement", name)] = replacement(topic);
    }
    config["transforms"] = chain;
    return {{"name", "outbox-" + kebabName(context.name, 60)}, {"config", std::move(config)}};
}

Result<Output> render(const Request& request) {
    Output output;
    const Context& context = request.context;
    if (context.store != Store::PostgreSql && context.store != Store::None) {
        output.omitted.push_back(
            {{ElementKind::Context, context.name},
             "debezium",
             Phrase::of("its store is {}, and this target knows PostgreSQL only; say `store: "
                        "postgresql` where that is wrong",
                        word(context.store))});
        return output;
    }
    const auto events = outboxEvents(request.lookup, context, "debezium", output.omitted);
    if (events.empty()) return output;
    constexpr std::array files{WatchFile{"generated/alerts.yaml", "debezium/alerts.yaml.mustache"},
                               WatchFile{"generated/connector.json", "debezium/connector.json.mustache"},
                               WatchFile{"generated/setup.sql", "debezium/setup.sql.mustache"}};
    return rendered(request, files,
                    {{"context", commentText(context.name)},
                     {"slot", slotName(context.name)},
                     {"document", documentText(connector(context, events))}},
                    std::move(output));
}

} // namespace

const Target target{
    "debezium",
    Phrase::words(
        "A Debezium connector for the outbox on PostgreSQL, with publication, heartbeat and alerts"),
    neverByDefault, render};

} // namespace factline::generate::debezium
