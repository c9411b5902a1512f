// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include <QAbstractTableModel>

#include "freshness/worst.h"

namespace factline::viewmodels {

/// Promises against scenarios: a row a view with a promise, a column a scenario, the first of them the model
/// as it is; in each cell what the promise comes to and its verdict.
class ScenarioTable : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role {
        VerdictRole = Qt::UserRole, ///< int of freshness::Verdict; nothing: there is no such promise
        DiffersRole,                ///< bool: from the model as it is
        BudgetRole,                 ///< double: share of the error budget used; nothing: not known
    };
    struct Column {
        QString name;
        QString problem;                                     ///< why it cannot be worked out; else empty
        std::shared_ptr<const freshness::Analysis> analysis; ///< null with a problem
    };
    using QAbstractTableModel::QAbstractTableModel;

    void show(std::vector<Column> columns);
    /// Another analysis in one column: what is under the hand.
    void change(int column, std::shared_ptr<const freshness::Analysis> analysis);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Cell {
        std::optional<freshness::Fare> fare;
        std::optional<double> budget;
        bool operator==(const Cell& other) const;
    };
    void fill(std::size_t column);

    std::vector<Column> m_columns;
    std::vector<Ref> m_views;
    std::vector<std::vector<Cell>> m_cells; ///< by column, then row
};

} // namespace factline::viewmodels
