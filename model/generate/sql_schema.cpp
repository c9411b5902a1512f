// SPDX-License-Identifier: Apache-2.0
#include "generate/sql_schema.h"

#include <algorithm>
#include <limits>
#include <map>

#include <fmt/format.h>

#include "generate/names.h"
#include "generate/object_of.h"

namespace factline::generate {

namespace {

using Json = nlohmann::ordered_json;

constexpr auto defaultRetention = std::chrono::hours(7 * 24);
constexpr std::size_t roomForMore = 32; ///< what a dialect, and the service around the tables, adds
constexpr auto segmentTime = std::chrono::hours(7 * 24);

/// How long a channel keeps its records.
Duration kept(const Wire& wire) {
    return wire.channel->retention.value_or(defaultRetention);
}

/// How long published rows stay: as long as the longest channel keeps them.
Duration retentionOf(const std::vector<Wire>& events) {
    Duration longest{};
    for (const Wire& wire : events)
        longest = std::max(longest, kept(wire));
    return longest;
}

/// The last version that the outbox takes, as a 32-bit integer.
std::uint32_t newestVersion(const Event& event) {
    return std::clamp<std::uint32_t>(event.version, 1, std::numeric_limits<std::int32_t>::max());
}

/// The version from which on the payload always carries the field; nothing where it need not.
std::optional<std::uint32_t> carriedSince(const Event& event, const std::string& field) {
    const auto found = std::ranges::find(event.payload, field, &PayloadField::name);
    if (found == event.payload.end() || found->optional) return std::nullopt;
    return found->since.value_or(1);
}

/// The key of a payload as SQL.
std::string keyExpression(const SqlDialect& dialect, const std::vector<std::string>& key) {
    std::string text;
    for (const std::string& field : key)
        text = text.empty() ? dialect.field(field) : dialect.join(text, dialect.field(field));
    return text;
}

/// Groups of events whose payload carries the same key; events that do not carry theirs are named.
Json keyChecks(const SqlDialect& dialect, const std::vector<Wire>& events, std::vector<Omission>& omitted) {
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
                {keyOf(ElementKind::Event, wire.publisher->name, wire.event->name),
                 std::string(dialect.target),
                 wire.key.empty()
                     ? Phrase::of("the check of its key is left out: the fact it announces declares no "
                                  "key; say `key:` on the fact")
                     : Phrase::of("the check of its key is left out: its payload does not always carry "
                                  "{}; add it to the payload",
                                  *missing),
                 true});
            continue;
        }
        const Group group(wire.key, since);
        const auto [at, isNew] = index.try_emplace(group, groups.size());
        if (isNew) groups.emplace_back(group, Json::array());
        Json& types = groups[at->second].second;
        types.push_back(
            objectOf({{"literal", dialect.literal(wire.event->name)}, {"comma", !types.empty()}}));
    }
    Json result = Json::array();
    for (auto& [group, types] : groups) {
        result.push_back(
            objectOf({{"types", std::move(types)}, {"expression", keyExpression(dialect, group.first)}}));
        if (group.second > 1) result.back()["from"] = objectOf({{"version", group.second}});
    }
    return result;
}

} // namespace

std::optional<Duration> memoryOf(const std::vector<ConsumerPlan>& consumers) {
    Duration longest{};
    for (const ConsumerPlan& plan : consumers)
        for (const auto& input : plan.inputs) {
            if (input.wire.channel->compacted) return std::nullopt;
            longest = std::max(longest, kept(input.wire));
        }
    return std::min(longest, Duration::max() - segmentTime) + segmentTime;
}

Json outboxTables(const SqlDialect& dialect, const Context& context, const std::vector<Wire>& events,
                  std::vector<Omission>& omitted) {
    Json rows = Json::array();
    for (const Wire& wire : events)
        rows.push_back(
            objectOf({{"type", dialect.literal(wire.event->name)},
                      {"version", newestVersion(*wire.event)},
                      {"aggregatetype", dialect.literal(wire.aggregateType)},
                      {"topic", dialect.literal(wire.topic)},
                      {"partitions", wire.channel->partitions},
                      {"element", commentText(toString(Ref{wire.publisher->name, wire.event->name}))},
                      {"first", &wire == &events.front()},
                      {"last", &wire == &events.back()}}));
    Json checks = keyChecks(dialect, events, omitted);
    const bool any = !checks.empty();
    return objectOf({{"context", commentText(context.name)},
                     {"source", dialect.literal(context.name)},
                     {"events", std::move(rows)},
                     {"keyChecks", std::move(checks)},
                     {"anyKeyCheck", any},
                     {"retention", dialect.time(retentionOf(events))}},
                    roomForMore);
}

Json consumerTables(const SqlDialect& dialect, const Context& context,
                    const std::vector<ConsumerPlan>& consumers) {
    Json projections = Json::array();
    for (const ConsumerPlan& plan : consumers)
        if (plan.view)
            projections.push_back(objectOf({{"literal", dialect.literal(context.name + '/' + plan.name)}}));
    for (std::size_t i = 0; i < projections.size(); ++i)
        projections[i]["last"] = i + 1 == projections.size();
    const auto remembered = memoryOf(consumers);
    const bool any = !projections.empty();
    return objectOf({{"context", commentText(context.name)},
                     {"projections", std::move(projections)},
                     {"anyProjection", any},
                     {"keep", remembered ? dialect.time(*remembered) : "NULL"},
                     {"forEver", !remembered}},
                    roomForMore);
}

std::string standardSqlLiteral(std::string_view text) {
    std::string result = "'";
    for (const char c : text) {
        if (c == '\0') continue; // no database's text holds it
        if (c == '\'') result += c;
        result += c;
    }
    return result + '\'';
}

Result<Output> renderTables(const Request& request, const SqlDialect& dialect, const SqlFiles& files) {
    Output output;
    if (const Store store = request.context.store; store != Store::None && !dialect.takes(store)) {
        output.omitted.push_back({{ElementKind::Context, request.context.name},
                                  std::string(dialect.target),
                                  Phrase::of("its store is {}; say `store: {}` where that is wrong",
                                             word(store), dialect.target)});
        return output;
    }
    const auto add = [&](const auto& list, const Json& data) -> Result<void> {
        for (const auto& [path, source] : list) {
            auto text = request.templates.render(source, data);
            if (!text) return tl::unexpected(text.error());
            output.files.push_back({request.folder + path, std::move(*text), Ownership::Generated});
        }
        return {};
    };
    if (const auto events = outboxEvents(request.lookup, request.context, dialect.target, output.omitted);
        !events.empty())
        if (const auto done =
                add(files.outbox, outboxTables(dialect, request.context, events, output.omitted));
            !done)
            return tl::unexpected(done.error());
    if (const auto consumers = consumersOf(request.lookup, request.context, dialect.target, output.omitted);
        !consumers.empty())
        if (const auto done = add(files.consumer, consumerTables(dialect, request.context, consumers)); !done)
            return tl::unexpected(done.error());
    std::ranges::sort(output.files, {}, &GeneratedFile::path);
    return output;
}

bool needsTables(const Lookup& lookup, const Context& context) {
    std::vector<Omission> ignored;
    return !context.events.empty() || !consumersOf(lookup, context, {}, ignored).empty();
}

} // namespace factline::generate
