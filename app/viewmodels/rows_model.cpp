// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/rows_model.h"

#include "viewmodels/cell_text.h"
#include "viewmodels/text.h"

namespace factline::viewmodels {

using contract::FormField;
using contract::FormRow;
using contract::Tree;

QString labelOf(std::string_view key) {
    QString label;
    for (const QChar c : toQString(key)) {
        if (c.isUpper()) label += QLatin1Char(' ');
        label += label.isEmpty() ? c.toUpper() : c.toLower();
    }
    return label;
}

RowsModel::RowsModel(FormField table, int cells, QObject* parent)
    : QAbstractTableModel(parent)
    , m_table(std::move(table))
    , m_cells(cells) {}

void RowsModel::show(std::vector<FormRow> rows) {
    const int before = static_cast<int>(m_rows.size());
    const int after = static_cast<int>(rows.size());
    if (after < before) beginRemoveRows({}, after, before - 1);
    if (after > before) beginInsertRows({}, before, after - 1);
    m_rows.resize(rows.size(), FormRow(m_table.inside.size()));
    if (after < before) endRemoveRows();
    if (after > before) endInsertRows();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (m_rows[i] == rows[i]) continue;
        m_rows[i] = std::move(rows[i]);
        const int row = static_cast<int>(i);
        emit dataChanged(index(row, 0), index(row, m_cells - 1));
    }
}

std::optional<Tree> RowsModel::at(int row, int column) const {
    if (row < 0 || row >= static_cast<int>(m_rows.size())) return std::nullopt;
    return m_rows[static_cast<std::size_t>(row)].at(static_cast<std::size_t>(column));
}

void RowsModel::set(int row, int column, std::optional<Tree> value) {
    if (row < 0 || row > static_cast<int>(m_rows.size()) || at(row, column) == value) return;
    if (row == static_cast<int>(m_rows.size())) {
        beginInsertRows({}, row + 1, row + 1); // the empty row becomes this one; a new empty one follows
        m_rows.emplace_back(m_table.inside.size());
        endInsertRows();
    }
    m_rows[static_cast<std::size_t>(row)].at(static_cast<std::size_t>(column)) = std::move(value);
    emit dataChanged(index(row, 0), index(row, m_cells - 1));
    emit edited();
}

int RowsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size()) + 1;
}

int RowsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_cells;
}

QVariant RowsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const FormField& column = m_table.inside[static_cast<std::size_t>(index.column())];
    if (role == Qt::DisplayRole || role == Qt::EditRole) return lineOf(at(index.row(), index.column()));
    if (role == Qt::ToolTipRole) return toQString(column.about);
    return {};
}

QVariant RowsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section >= m_cells) return {};
    const FormField& column = m_table.inside[static_cast<std::size_t>(section)];
    if (!column.key.empty()) return labelOf(column.key);
    if (section == 0 && m_table.rowKey == contract::RowKey::Name) return tr("Name");
    return QString();
}

Qt::ItemFlags RowsModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsEditable : flags;
}

bool RowsModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !index.isValid()) return false;
    const QString line = value.toString();
    if (line == lineOf(at(index.row(), index.column()))) return true;
    set(index.row(), index.column(), valueOf(m_table.inside[static_cast<std::size_t>(index.column())], line));
    return true;
}

bool RowsModel::removeRows(int row, int count, const QModelIndex& parent) {
    if (parent.isValid() || row < 0 || count < 1 || row + count > static_cast<int>(m_rows.size()))
        return false;
    beginRemoveRows({}, row, row + count - 1);
    m_rows.erase(m_rows.begin() + row, m_rows.begin() + row + count);
    endRemoveRows();
    emit edited();
    return true;
}

} // namespace factline::viewmodels
