// SPDX-License-Identifier: Apache-2.0
#include "generate/targets/postgresql/postgresql.h"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>

#include <fmt/format.h>

#include "generate/names.h"

namespace factline::generate::postgresql {

namespace {

using Json = nlohmann::ordered_json;

constexpr auto defaultRetention = std::chrono::hours(7 * 24);
constexpr auto segmentTime = std::chrono::hours(7 * 24);

/// The key of a payload as SQL: its fields as text, escaped and joined by '|'.
std::string keyExpression(const std::vector<std::string>& key) {
    std::string text;
    for (const std::string& field : key)
        text += fmt::format(R"({}replace(replace(payload ->> {}, E'\\', E'\\\\'), '|', E'\\|'))",
                            text.empty() ? "" : " || '|' || ", sqlLiteral(field));
    return text;
}

/// How long a channel keeps its records.
Duration kept(const Wire& wire) {
    return wire.channel->retention.value_or(defaultRetention);
}

std::string interval(Duration time) {
    const auto micros = std::chrono::duration_cast<std::chrono::microseconds>(time).count();
    const std::string fraction = micros % 1'000'000 == 0 ? "" : fmt::format(".{:06}", micros % 1'000'000);
    return fmt::format("{}{} seconds", micros / 1'000'000, fraction);
}

/// How long published rows stay: as long as the longest channel keeps them.
std::string retention(const std::vector<Wire>& events) {
    Duration longest{};
    for (const Wire& wire : events)
        longest = std::max(longest, kept(wire));
    return interval(longest);
}

/// How long a consumer remembers what it applied: as long as a broker may bring it back, which is the longest
/// retention and the week that a broker takes by default to close a segment of its log. Nothing where a
/// channel is compacted: its records come back for ever.
std::optional<Duration> memory(const std::vector<ConsumerPlan>& consumers) {
    Duration longest{};
    for (const ConsumerPlan& plan : consumers)
        for (const auto& input : plan.inputs) {
            if (input.wire.channel->compacted) return std::nullopt;
            longest = std::max(longest, kept(input.wire));
        }
    return std::min(longest, Duration::max() - segmentTime) + segmentTime;
}

/// The last version that the outbox takes, as PostgreSQL's integer.
std::uint32_t newestVersion(const Event& event) {
    return std::clamp<std::uint32_t>(event.version, 1, std::numeric_limits<std::int32_t>::max());
}

/// The version from which on the payload always carries the field; nothing where it need not.
std::optional<std::uint32_t> carriedSince(const Event& event, const std::string& field) {
    const auto found = std::ranges::find(event.payload, field, &PayloadField::name);
    if (found == event.payload.end() || found->optional) return std::nullopt;
    return found->since.value_or(1);
}

/// Groups of events whose payload carries the same key; events that do not carry theirs are named.
Json keyChecks(const std::vector<Wire>& events, std::vector<Omission>& omitted) {
    using Group = std::pair<std::vector<std::string>, std::uint32_t>; // key, first version that carries it
    std::vector<std::pair<Group, Json>> groups;
    std::map<Group, std::size_t> index;
    for (const Wire& wire : events) {
        std::uint32_t since = 1;
        const auto missing = std::ranges::find_if(wire.key, [&](const auto& field) {
            const auto carried = carriedSince(*wire.event, field);
            since = std::max(since, carried.value_or(1));
            return !carried;
        });
        if (wire.key.empty() || missing != wire.key.end()) {
            omitted.push_back(
                {keyOf(ElementKind::Event, wire.publisher->name, wire.event->name), "postgresql",
                 wire.key.empty()
                     ? std::string("the check of its key is left out: the fact it announces declares no "
                                   "key; say `key:` on the fact")
                     : fmt::format("the check of its key is left out: its payload does not always carry "
                                   "{}; add it to the payload",
                                   *missing),
                 true});
            continue;
        }
        const Group group(wire.key, since);
        const auto [at, isNew] = index.try_emplace(group, groups.size());
        if (isNew) groups.emplace_back(group, Json::array());
        Json& types = groups[at->second].second;
        types.push_back({{"literal", sqlLiteral(wire.event->name)}, {"comma", !types.empty()}});
    }
    Json result = Json::array();
    for (auto& [group, types] : groups) {
        result.push_back({{"types", std::move(types)}, {"expression", keyExpression(group.first)}});
        if (group.second > 1) result.back()["from"] = {{"version", group.second}};
    }
    return result;
}

Json outboxData(const Request& request, const std::vector<Wire>& events, std::vector<Omission>& omitted) {
    Json rows = Json::array();
    for (const Wire& wire : events)
        rows.push_back({{"type", sqlLiteral(wire.event->name)},
                        {"version", newestVersion(*wire.event)},
                        {"aggregatetype", sqlLiteral(wire.aggregateType)},
                        {"topic", sqlLiteral(wire.topic)},
                        {"partitions", wire.channel->partitions},
                        {"element", commentText(toString(Ref{wire.publisher->name, wire.event->name}))},
                        {"first", &wire == &events.front()},
                        {"last", &wire == &events.back()}});
    const std::string& name = request.context.name;
    const auto comment = [&](std::string_view text) {
        return sqlLiteral(fmt::format("Context {}: {}", name, text));
    };
    return {
        {"context", commentText(name)},
        {"source", sqlLiteral(name)},
        {"events", rows},
        {"keyChecks", keyChecks(events, omitted)},
        {"retention", sqlLiteral(retention(events))},
        {"lockName", sqlLiteral("factline outbox")},
        {"streamComment", comment("the last sequence number given to each aggregate")},
        {"eventComment", comment(fmt::format("events on their way out, {} declared types", events.size()))},
        {"routeComment", comment("where each declared event goes")},
        {"shardComment", comment("which relay may publish which part of the outbox")}};
}

bool byDefault(const Lookup& lookup, const Context& context) {
    if (context.store != Store::PostgreSql) return false;
    std::vector<Omission> ignored;
    return !context.events.empty() || !consumersOf(lookup, context, "postgresql", ignored).empty();
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
                                  fmt::format("its store is {}; say `store: postgresql` where that is wrong",
                                              word(context.store))});
        return output;
    }
    if (const auto events = outboxEvents(request.lookup, context, "postgresql", output.omitted);
        !events.empty())
        if (const auto done = add("generated/outbox.sql", "postgresql/outbox.sql.mustache",
                                  outboxData(request, events, output.omitted));
            !done)
            return tl::unexpected(done.error());
    if (const auto consumers = consumersOf(request.lookup, context, "postgresql", output.omitted);
        !consumers.empty())
        if (const auto done = add("generated/consumer.sql", "postgresql/consumer.sql.mustache",
                                  consumerSchema(context, consumers));
            !done)
            return tl::unexpected(done.error());
    return output;
}

} // namespace

Json outboxSchema(const Request& request, const std::vector<Wire>& events) {
    std::vector<Omission> toldByTheTarget;
    return outboxData(request, events, toldByTheTarget);
}

Json consumerSchema(const Context& context, const std::vector<ConsumerPlan>& consumers) {
    Json projections = Json::array();
    for (const ConsumerPlan& plan : consumers)
        if (plan.view) projections.push_back({{"literal", sqlLiteral(context.name + '/' + plan.name)}});
    std::string list;
    for (const ConsumerPlan& plan : consumers)
        list += (list.empty() ? "" : ", ") + plan.name;
    const auto comment = [&](std::string_view text) {
        return sqlLiteral(fmt::format("Context {}: {}", context.name, text));
    };
    for (std::size_t i = 0; i < projections.size(); ++i)
        projections[i]["last"] = i + 1 == projections.size();
    const auto remembered = memory(consumers);
    return {
        {"context", commentText(context.name)},
        {"projections", projections},
        {"keep", remembered ? sqlLiteral(interval(*remembered)) : "NULL"},
        {"forEver", !remembered},
        {"anyProjection", !projections.empty()},
        {"lockName", sqlLiteral("factline consumer")},
        {"streamComment", comment(fmt::format("how far each consumer is with each aggregate ({})", list))},
        {"offsetComment", comment("how far each consumer is with each partition")},
        {"inboxComment", comment("events without a sequence number that were applied")},
        {"freshnessComment", comment("how fresh each view is")},
        {"deadLetterComment", comment("records that could not be applied, with where they came from")}};
}

const Target target{"postgresql",
                    "Outbox, relay and consumer tables with their functions, for PostgreSQL 13 and newer",
                    byDefault, render};

} // namespace factline::generate::postgresql
