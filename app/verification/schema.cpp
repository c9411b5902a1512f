// SPDX-License-Identifier: Apache-2.0
#include "verification/schema.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "verification/words.h"

namespace factline::verification {

namespace {

/// While services are replaced it takes what the model before declares as well (narrow.sql ends that).
constexpr std::string_view mayTakeMore = "outbox_event_declared";

/// The columns among the names of a condition, one after another; the same twice in a row is once, for
/// BETWEEN names its column once and PostgreSQL twice.
std::vector<std::string> columnsOf(const Condition& condition, const Table& table) {
    std::vector<std::string> columns;
    for (const std::string& name : condition.names)
        if (std::ranges::find(table.columns, name, &Column::name) != table.columns.end() &&
            (columns.empty() || columns.back() != name))
            columns.push_back(name);
    return columns;
}

bool isSame(const Condition& expected, const Condition& found, const Table& table) {
    return expected.values == found.values && expected.comparisons == found.comparisons &&
           expected.negations == found.negations && columnsOf(expected, table) == columnsOf(found, table);
}

/// Whether every text that one speaks of is in the other.
bool holds(const Condition& expected, const Condition& found) {
    return std::ranges::all_of(expected.values, [&](const std::string& value) {
        return !value.starts_with('\'') || std::ranges::binary_search(found.values, value);
    });
}

void compareColumns(const std::string& name, const Table& expected, const Table& found,
                    std::vector<std::string>& result) {
    for (const Column& column : expected.columns) {
        const auto there = std::ranges::find(found.columns, column.name, &Column::name);
        if (there == found.columns.end()) {
            result.push_back(filled(DatabaseWords::tr("The column %1.%2 is missing."), name, column.name));
            continue;
        }
        if (there->type != column.type)
            result.push_back(
                there->type.empty()
                    ? filled(DatabaseWords::tr("The column %1.%2 is of no type; the contract has %3."), name,
                             column.name, column.type)
                    : filled(DatabaseWords::tr("The column %1.%2 is %3; the contract has %4."), name,
                             column.name, there->type, column.type));
        if (column.isNeeded && !there->isNeeded)
            result.push_back(
                filled(DatabaseWords::tr("The column %1.%2 may be NULL, which the contract forbids."), name,
                       column.name));
    }
    for (const Column& column : found.columns)
        if (std::ranges::find(expected.columns, column.name, &Column::name) == expected.columns.end())
            result.push_back(
                filled(DatabaseWords::tr("The column %1.%2 is not in the contract."), name, column.name));
}

void compareTables(const std::string& name, const Table& expected, const Table& found,
                   std::vector<std::string>& result) {
    compareColumns(name, expected, found, result);
    for (const Condition& check : expected.checks)
        if (std::ranges::none_of(found.checks,
                                 [&](const Condition& other) { return isSame(check, other, expected); }))
            result.push_back(filled(DatabaseWords::tr("The table %1 does not check %2."), name, check.text));
    for (const auto& key : expected.keys)
        if (!found.keys.contains(key))
            result.push_back(
                filled(DatabaseWords::tr("The table %1 lets %2 be there twice: the unique key is missing."),
                       name, fmt::format("{}", fmt::join(key, ", "))));
}

/// What is said of an index, or of a check.
struct NamedWords {
    QString isMissing, isAnother;
};

void compareNamed(const NamedWords& words, const std::map<std::string, Named>& expected,
                  const std::map<std::string, Named>& found, const Schema& contract,
                  std::vector<std::string>& result) {
    for (const auto& [name, mine] : expected) {
        const auto there = found.find(name);
        if (there == found.end()) {
            result.push_back(filled(words.isMissing, name));
            continue;
        }
        const auto table = contract.tables.find(mine.table);
        const bool fits =
            there->second.table == mine.table &&
            (name == mayTakeMore ? holds(mine.what, there->second.what)
                                 : isSame(mine.what, there->second.what,
                                          table == contract.tables.end() ? Table() : table->second));
        if (!fits) result.push_back(filled(words.isAnother, name));
    }
}

} // namespace

void merge(Schema& into, Schema from) {
    for (auto& [name, table] : from.tables) {
        Table& mine = into.tables[name];
        std::ranges::move(table.columns, std::back_inserter(mine.columns));
        std::ranges::move(table.checks, std::back_inserter(mine.checks));
        mine.keys.merge(table.keys);
    }
    into.indexes.merge(from.indexes);
    into.checks.merge(from.checks);
    if (!from.routes.empty()) into.routes = std::move(from.routes);
}

std::vector<std::string> deviations(const Schema& expected, const Schema& found) {
    std::vector<std::string> result;
    for (const auto& [name, table] : expected.tables) {
        const auto there = found.tables.find(name);
        if (there == found.tables.end())
            result.push_back(filled(DatabaseWords::tr("The table %1 is missing."), name));
        else
            compareTables(name, table, there->second, result);
    }
    compareNamed(
        {DatabaseWords::tr("The index %1 is missing."),
         DatabaseWords::tr("The index %1 is another one than in the contract: drop it and run the generated "
                           "SQL again.")},
        expected.indexes, found.indexes, expected, result);
    compareNamed(
        {DatabaseWords::tr("The check %1 is missing."),
         DatabaseWords::tr("The check %1 is another one than in the contract: run the generated SQL again.")},
        expected.checks, found.checks, expected, result);
    return result;
}

} // namespace factline::verification
