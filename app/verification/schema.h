// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace factline::verification {

/// What of a table counts for the contract.
struct Table {
    std::vector<std::string> columns;
    std::size_t checks = 0;  ///< without a name of their own
    std::size_t uniques = 0; ///< primary keys among them
    bool operator==(const Table&) const = default;
};

/// What of a database counts for the contract.
struct Schema {
    std::map<std::string, Table> tables;
    std::set<std::string> indexes; ///< that have a name of their own
    std::set<std::string> checks;  ///< constraints and triggers that have a name of their own
    std::string routes;            ///< rows of outbox_route as SQL, "(...), (...)"; empty: none
    bool operator==(const Schema&) const = default;
};

/// Reads what SQL creates: the part of SQL in which `generate` writes, and in which SQLite keeps its schema.
/// Comments, functions and what it does not know are passed over.
Schema parseSchema(std::string_view sql);

/// Adds what one file creates to what others do.
void merge(Schema& into, Schema from);

/// What is missing in a database, or there without being declared, in sentences; tables that nobody declares
/// are not looked at. Empty: it matches.
std::vector<std::string> deviations(const Schema& expected, const Schema& found);

} // namespace factline::verification
