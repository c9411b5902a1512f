// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace factline::verification {

/// What of a condition counts, however a database writes it down again (`a IN (1)` as `(a = ANY
/// (ARRAY[1]))`).
struct Condition {
    std::string text;                  ///< as it stands, in one line
    std::vector<std::string> names;    ///< in their order, those of columns among them
    std::vector<std::string> values;   ///< sorted; a text begins with ', a number does not
    std::set<std::string> comparisons; ///< < and so on; BETWEEN is two of them
    int negations = 0;                 ///< how often NOT
    bool operator==(const Condition&) const = default;
};

/// A check or an index with a name of its own.
struct Named {
    std::string table;
    Condition what;
    bool operator==(const Named&) const = default;
};

struct Column {
    std::string name;
    std::string type;      ///< in small letters, without a length
    bool isNeeded = false; ///< NOT NULL
    bool operator==(const Column&) const = default;
};

/// What of a table counts for the contract.
struct Table {
    std::vector<Column> columns;
    std::vector<Condition> checks;           ///< those that are created with it
    std::set<std::vector<std::string>> keys; ///< primary and unique: their columns, sorted
    bool operator==(const Table&) const = default;
};

/// What of a database counts for the contract.
struct Schema {
    std::map<std::string, Table> tables;
    std::map<std::string, Named> indexes;
    std::map<std::string, Named> checks; ///< constraints, and triggers by when they fire
    std::string routes;                  ///< rows of outbox_route as SQL, "(...), (...)"; empty: none
    bool operator==(const Schema&) const = default;
};

/// Reads what SQL creates: the part of SQL in which `generate` writes, in which SQLite keeps its schema, and
/// in which PostgreSQL tells its own. Comments, functions and what it does not know are passed over.
Schema parseSchema(std::string_view sql);

/// Adds what one file creates to what others do.
void merge(Schema& into, Schema from);

/// What is missing in a database, another, or there without being declared, in sentences; tables that nobody
/// declares are not looked at. Empty: it matches.
std::vector<std::string> deviations(const Schema& expected, const Schema& found);

} // namespace factline::verification
