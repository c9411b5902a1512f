// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractTableModel>

#include "contract/form/form.h"

namespace factline::viewmodels {

/// The rows of a small table of a form (payload fields, reliances, reads), with an empty one at the end that
/// becomes a row as soon as something is typed into it. Only the first columns are cells of it; the others
/// are kept with their row.
class RowsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    RowsModel(contract::FormField table, int cells, QObject* parent = nullptr);

    /// Shows these rows; a row whose cells stay the same stays.
    void show(std::vector<contract::FormRow> rows);
    const std::vector<contract::FormRow>& rows() const { return m_rows; }
    const contract::FormField& table() const { return m_table; }

    /// What stands in a column of a row, a cell or not; nothing for the empty row at the end.
    std::optional<contract::Tree> at(int row, int column) const;
    void set(int row, int column, std::optional<contract::Tree> value);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    bool removeRows(int row, int count, const QModelIndex& parent = {}) override;

signals:
    /// Somebody changed something, not show().
    void edited();

private:
    contract::FormField m_table;
    int m_cells;
    std::vector<contract::FormRow> m_rows;
};

/// "fedBy" -> "Fed by"
QString labelOf(std::string_view key);

} // namespace factline::viewmodels
