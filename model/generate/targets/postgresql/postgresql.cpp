// SPDX-License-Identifier: Apache-2.0
#include "generate/targets/postgresql/postgresql.h"

#include <fmt/format.h>

#include "generate/names.h"
#include "generate/sql_schema.h"

namespace factline::generate::postgresql {

namespace {

using Json = nlohmann::ordered_json;

/// A payload's field as text, escaped.
std::string field(const std::string& name) {
    return fmt::format(R"(replace(replace(payload ->> {}, E'\\', E'\\\\'), '|', E'\\|'))", sqlLiteral(name));
}

std::string join(const std::string& left, const std::string& right) {
    return left + " || '|' || " + right;
}

std::string interval(Duration time) {
    const auto micros = std::chrono::duration_cast<std::chrono::microseconds>(time).count();
    const std::string fraction = micros % 1'000'000 == 0 ? "" : fmt::format(".{:06}", micros % 1'000'000);
    return fmt::format("{}{} seconds", micros / 1'000'000, fraction);
}

std::string intervalLiteral(Duration time) {
    return sqlLiteral(interval(time));
}

bool takes(Store store) {
    return store == Store::PostgreSql;
}

constexpr SqlDialect dialect{"postgresql", sqlLiteral, field, join, intervalLiteral, takes};

Json outboxData(const Request& request, const std::vector<Wire>& events, std::vector<Omission>& omitted) {
    Json data = outboxTables(dialect, request.context, events, omitted);
    const std::string& name = request.context.name;
    const auto comment = [&](std::string_view text) {
        return sqlLiteral(fmt::format("Context {}: {}", name, text));
    };
    data["lockName"] = sqlLiteral("factline outbox");
    data["streamComment"] = comment("the last sequence number given to each aggregate");
    data["eventComment"] = comment(fmt::format("events on their way out, {} declared types", events.size()));
    data["declaredComment"] = comment("what may go out, by the model and by those before it");
    data["routeComment"] = comment("where each declared event goes");
    data["shardComment"] = comment("which relay may publish which part of the outbox");
    return data;
}

bool byDefault(const Lookup& lookup, const Context& context) {
    return takes(context.store) && needsTables(lookup, context);
}

Result<Output> render(const Request& request) {
    Output output;
    const Context& context = request.context;
    const auto add = [&](const char* path, const char* source, const Json& data) -> Result<void> {
        auto text = request.templates.render(source, data);
        if (!text) return tl::unexpected(text.error());
        output.files.push_back({request.folder + path, std::move(*text), Ownership::Generated});
        return {};
    };
    if (context.store != Store::PostgreSql && context.store != Store::None) {
        output.omitted.push_back({{ElementKind::Context, context.name},
                                  "postgresql",
                                  Phrase::of("its store is {}; say `store: {}` where that is wrong",
                                             word(context.store), "postgresql")});
        return output;
    }
    const auto events = outboxEvents(request.lookup, context, "postgresql", output.omitted);
    std::optional<Json> outbox;
    if (!events.empty()) outbox.emplace(outboxData(request, events, output.omitted));
    if (const auto consumers = consumersOf(request.lookup, context, "postgresql", output.omitted);
        !consumers.empty())
        if (const auto done = add("generated/consumer.sql", "postgresql/consumer.sql.mustache",
                                  consumerSchema(context, consumers));
            !done)
            return tl::unexpected(done.error());
    if (!outbox) return output;
    for (const auto& [path, source] : {std::pair{"generated/narrow.sql", "postgresql/narrow.sql.mustache"},
                                       std::pair{"generated/outbox.sql", "postgresql/outbox.sql.mustache"}})
        if (const auto done = add(path, source, *outbox); !done) return tl::unexpected(done.error());
    return output;
}

} // namespace

Json outboxSchema(const Request& request, const std::vector<Wire>& events) {
    std::vector<Omission> toldByTheTarget;
    return outboxData(request, events, toldByTheTarget);
}

Json consumerSchema(const Context& context, const std::vector<ConsumerPlan>& consumers) {
    Json data = consumerTables(dialect, context, consumers);
    std::string list;
    for (const ConsumerPlan& plan : consumers)
        list += (list.empty() ? "" : ", ") + plan.name;
    const auto comment = [&](std::string_view text) {
        return sqlLiteral(fmt::format("Context {}: {}", context.name, text));
    };
    data["lockName"] = sqlLiteral("factline consumer");
    data["streamComment"] = comment(fmt::format("how far each consumer is with each aggregate ({})", list));
    data["offsetComment"] = comment("how far each consumer is with each partition");
    data["inboxComment"] = comment("events without a sequence number that were applied");
    data["freshnessComment"] = comment("how fresh each view is");
    data["deadLetterComment"] = comment("records that could not be applied, with where they came from");
    return data;
}

const Target target{
    "postgresql",
    Phrase::words("Outbox, relay and consumer tables with their functions, for PostgreSQL 13 and newer"),
    byDefault, render};

} // namespace factline::generate::postgresql
