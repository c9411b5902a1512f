// SPDX-License-Identifier: Apache-2.0
#include "generate/targets/sqlite/sqlite.h"

#include <fmt/format.h>

#include "generate/sql_schema.h"

namespace factline::generate::sqlite {

namespace {

/// A payload's field as text, escaped. By json_each, because the path of json_extract takes not every name.
std::string field(const std::string& name) {
    return fmt::format(
        R"((SELECT replace(replace(CASE type WHEN 'true' THEN 'true' WHEN 'false' THEN 'false' )"
        R"(ELSE CAST(value AS TEXT) END, '\', '\\'), '|', '\|') )"
        "FROM json_each(NEW.payload) WHERE key = {})",
        standardSqlLiteral(name));
}

std::string join(const std::string& left, const std::string& right) {
    return left + " || '|' || " + right;
}

std::string milliseconds(Duration time) {
    return std::to_string(std::chrono::duration_cast<std::chrono::milliseconds>(time).count());
}

bool takes(Store store) {
    return store == Store::Sqlite;
}

constexpr SqlDialect dialect{"sqlite", standardSqlLiteral, field, join, milliseconds, takes};

bool byDefault(const Lookup& lookup, const Context& context) {
    return takes(context.store) && needsTables(lookup, context);
}

Result<Output> render(const Request& request) {
    return renderTables(request, dialect,
                        {{{"generated/outbox.sql", "sqlite/outbox.sql.mustache"},
                          {"generated/narrow.sql", "sqlite/narrow.sql.mustache"},
                          {"generated/relay.sql", "sqlite/relay.sql.mustache"}},
                         {{"generated/consumer.sql", "sqlite/consumer.sql.mustache"},
                          {"generated/applying.sql", "sqlite/applying.sql.mustache"}}});
}

} // namespace

const Target target{
    "sqlite",
    Phrase::words("Outbox and consumer tables with the statements on them, for SQLite 3.38 and newer"),
    byDefault, render};

} // namespace factline::generate::sqlite
