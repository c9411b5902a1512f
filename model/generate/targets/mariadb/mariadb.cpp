// SPDX-License-Identifier: Apache-2.0
#include "generate/targets/mariadb/mariadb.h"

#include <fmt/format.h>

#include "generate/sql_schema.h"

namespace factline::generate::mariadb {

namespace {

/// Whether a backslash escapes hangs on the session's sql_mode, so text that holds one is written in
/// hexadecimal.
std::string literal(std::string_view text) {
    if (text.find('\\') == std::string_view::npos) return standardSqlLiteral(text);
    std::string digits;
    for (const char c : text)
        if (c != '\0') digits += fmt::format("{:02X}", static_cast<unsigned char>(c));
    return fmt::format("_utf8mb4 X'{}'", digits);
}

/// The path of a member. Both databases read `"` and `\` in it behind a backslash.
std::string path(const std::string& name) {
    std::string text = "$.\"";
    for (const char c : name) {
        if (c == '"' || c == '\\') text += '\\';
        text += c;
    }
    return literal(text + '"');
}

/// A payload's field as text, escaped; NULL where it is missing or null.
std::string field(const std::string& name) {
    return fmt::format("REPLACE(REPLACE(CASE JSON_TYPE(JSON_EXTRACT(NEW.payload, {0})) WHEN 'NULL' THEN NULL "
                       "ELSE JSON_UNQUOTE(JSON_EXTRACT(NEW.payload, {0})) END, "
                       "_utf8mb4 X'5C', _utf8mb4 X'5C5C'), '|', _utf8mb4 X'5C7C')",
                       path(name));
}

std::string join(const std::string& left, const std::string& right) {
    return fmt::format("CONCAT({}, '|', {})", left, right);
}

std::string seconds(Duration time) {
    return std::to_string(std::chrono::ceil<std::chrono::seconds>(time).count());
}

bool takes(Store store) {
    return store == Store::MariaDb || store == Store::MySql;
}

constexpr SqlDialect dialect{"mariadb", literal, field, join, seconds, takes};

bool byDefault(const Lookup& lookup, const Context& context) {
    return takes(context.store) && needsTables(lookup, context);
}

Result<Output> render(const Request& request) {
    return renderTables(request, dialect,
                        {{{"generated/outbox.sql", "mariadb/outbox.sql.mustache"},
                          {"generated/narrow.sql", "mariadb/narrow.sql.mustache"}},
                         {{"generated/consumer.sql", "mariadb/consumer.sql.mustache"}}});
}

} // namespace

const Target target{
    "mariadb",
    Phrase::words(
        "Outbox, relay and consumer tables with their procedures, for MariaDB 10.6 and MySQL 8.0.16"),
    byDefault, render};

} // namespace factline::generate::mariadb
