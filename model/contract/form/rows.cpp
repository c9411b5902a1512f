// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "contract/form/form.h"

namespace factline::contract {

namespace {

std::size_t columnOf(const FormField& table, std::string_view key, std::size_t from) {
    const auto found =
        std::find_if(table.inside.begin() + static_cast<std::ptrdiff_t>(from), table.inside.end(),
                     [&](const FormField& column) { return column.key == key; });
    return static_cast<std::size_t>(found - table.inside.begin());
}

/// Puts a row's value into its columns from `from` on: its keys, or where it has none the first column.
void spread(const FormField& table, const Tree& value, std::size_t from, FormRow& row) {
    if (value.kind != Tree::Kind::Mapping || table.inside[from].key.empty()) {
        row[from] = value;
        return;
    }
    for (const Tree::Entry& entry : value.entries)
        if (const std::size_t column = columnOf(table, entry.key, from); column < row.size())
            row[column] = entry.value;
}

Tree collect(const FormField& table, const FormRow& row, std::size_t from) {
    Tree tree;
    tree.flow = true;
    if (table.inside[from].key.empty()) {
        tree.kind = Tree::Kind::Text;
        return row[from].value_or(tree);
    }
    for (std::size_t i = from; i < row.size(); ++i)
        if (row[i]) tree.entries.push_back({std::string(table.inside[i].key), *row[i], std::nullopt});
    return tree;
}

} // namespace

std::vector<FormRow> rowsOf(const FormField& table, const std::optional<Tree>& value) {
    std::vector<FormRow> rows;
    if (!value) return rows;
    for (const Tree& item : value->items)
        spread(table, item, 0, rows.emplace_back(table.inside.size()));
    for (const Tree::Entry& entry : value->entries) {
        FormRow& row = rows.emplace_back(table.inside.size());
        row[0].emplace().kind = Tree::Kind::Text;
        row[0]->text = entry.key;
        spread(table, entry.value, 1, row);
    }
    return rows;
}

std::optional<Tree> treeOfRows(const FormField& table, const std::vector<FormRow>& rows, bool declared) {
    Tree tree;
    tree.flow = true;
    const bool keyed = table.rowKey != RowKey::None;
    tree.kind = keyed ? Tree::Kind::Mapping : Tree::Kind::Sequence;
    for (const FormRow& row : rows) {
        if (std::ranges::none_of(row, [](const auto& cell) { return cell.has_value(); })) continue;
        if (keyed)
            tree.entries.push_back(
                {row[0] ? row[0]->text : std::string(), collect(table, row, 1), std::nullopt});
        else
            tree.items.push_back(collect(table, row, 0));
    }
    if (tree.items.empty() && tree.entries.empty() && !(declared && table.declarable)) return std::nullopt;
    return tree;
}

} // namespace factline::contract
