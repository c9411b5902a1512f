// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "generate/target.h"

namespace factline::generate {

/// How one database writes what the schemas of all of them have in common.
struct SqlDialect {
    std::string_view target;                  ///< whose name omissions carry
    std::string (*literal)(std::string_view); ///< text
    std::string (*field)(const std::string&); ///< a payload's field as text, `|` and `\` escaped
    std::string (*join)(const std::string& left, const std::string& right); ///< the two with a `|` between
    std::string (*time)(Duration); ///< a length of time, as the cleanup takes it
    bool (*takes)(Store);          ///< whether it is the database of such a context
};

/// What templates of an outbox have in common: context, source, events, keyChecks, retention. Events that do
/// not carry their key are named in `omitted`.
nlohmann::ordered_json outboxTables(const SqlDialect& dialect, const Context& context,
                                    const std::vector<Wire>& events, std::vector<Omission>& omitted);

/// What templates of the consumer's tables have in common: context, projections, keep, forEver.
nlohmann::ordered_json consumerTables(const SqlDialect& dialect, const Context& context,
                                      const std::vector<ConsumerPlan>& consumers);

/// How long a consumer remembers what it applied: as long as a broker may bring it back, which is the longest
/// retention and the week that a broker takes by default to close a segment of its log. Nothing where a
/// channel is compacted: its records come back for ever.
std::optional<Duration> memoryOf(const std::vector<ConsumerPlan>& consumers);

/// Text as a literal of standard SQL, where a backslash is a character like others.
std::string standardSqlLiteral(std::string_view text);

/// Files of one database: those that `outbox` lists where the context publishes through one, those of
/// `consumer` where it consumes.
struct SqlFiles {
    std::vector<std::pair<const char*, const char*>> outbox; ///< path below the folder, template
    std::vector<std::pair<const char*, const char*>> consumer;
};
Result<Output> renderTables(const Request& request, const SqlDialect& dialect, const SqlFiles& files);

/// Whether the context publishes or consumes anything at all.
bool needsTables(const Lookup& lookup, const Context& context);

} // namespace factline::generate
