// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/scenario_table.h"

#include "freshness/spoken.h"
#include "viewmodels/hop_words.h"
#include "viewmodels/verdicts.h"

namespace factline::viewmodels {

namespace {

constexpr double longest = 1e9; ///< seconds; nobody waits for more

QString timeText(const std::optional<double>& time) {
    if (!time) return ScenarioTable::tr("?");
    return *time < longest ? QString::fromStdString(freshness::spokenTime(*time))
                           : ScenarioTable::tr("never");
}

} // namespace

bool ScenarioTable::Cell::operator==(const Cell& other) const {
    if (fare.has_value() != other.fare.has_value() || budget != other.budget) return false;
    return !fare || (fare->verdict == other.fare->verdict && fare->time == other.fare->time);
}

void ScenarioTable::show(std::vector<Column> columns) {
    beginResetModel();
    m_columns = std::move(columns);
    m_views.clear();
    m_cells.assign(m_columns.size(), {});
    if (!m_columns.empty() && m_columns.front().analysis)
        for (const auto& [view, row] : freshness::worstRows(*m_columns.front().analysis))
            m_views.push_back(view);
    for (std::size_t column = 0; column < m_columns.size(); ++column)
        fill(column);
    endResetModel();
}

void ScenarioTable::change(int column, std::shared_ptr<const freshness::Analysis> analysis) {
    const auto at = static_cast<std::size_t>(column);
    m_columns.at(at).analysis = std::move(analysis);
    fill(at);
    if (!m_views.empty()) emit dataChanged(index(0, column), index(rowCount() - 1, column));
}

void ScenarioTable::fill(std::size_t column) {
    auto& cells = m_cells[column];
    cells.assign(m_views.size(), {});
    if (!m_columns[column].analysis) return;
    const auto worst = freshness::worstRows(*m_columns[column].analysis);
    for (std::size_t row = 0; row < m_views.size(); ++row) {
        const auto found = worst.find(m_views[row]);
        if (found == worst.end()) continue;
        const freshness::Row& fares = *found->second;
        cells[row].fare = freshness::Fare{fares.verdict.value_or(freshness::Verdict::Unknown),
                                          fares.answer ? fares.answer->timeOfAll() : std::nullopt};
        cells[row].budget = fares.errorBudgetUsed;
    }
}

int ScenarioTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_views.size());
}

int ScenarioTable::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant ScenarioTable::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const auto column = static_cast<std::size_t>(index.column());
    const auto row = static_cast<std::size_t>(index.row());
    const Cell& cell = m_cells.at(column).at(row);
    if (role == DiffersRole) return !(cell == m_cells.front().at(row));
    if (!cell.fare) {
        if (role == Qt::DisplayRole) return QStringLiteral("–");
        if (role == Qt::ToolTipRole) return m_columns[column].problem;
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return timeText(cell.fare->time);
    case VerdictRole:
        return static_cast<int>(cell.fare->verdict);
    case BudgetRole:
        return cell.budget ? QVariant(*cell.budget) : QVariant();
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        QString text =
            tr("%1: %2, %3")
                .arg(m_columns[column].name, timeText(cell.fare->time), verdictWords(cell.fare->verdict));
        if (cell.budget) text += tr(", %1 of the error budget").arg(shareWords(*cell.budget));
        return text;
    }
    default:
        return {};
    }
}

QVariant ScenarioTable::headerData(int section, Qt::Orientation orientation, int role) const {
    const auto at = static_cast<std::size_t>(section);
    if (orientation == Qt::Horizontal) {
        if (at >= m_columns.size()) return {};
        if (role == Qt::DisplayRole) return m_columns[at].name;
        if (role == Qt::ToolTipRole && !m_columns[at].problem.isEmpty()) return m_columns[at].problem;
        return {};
    }
    if (at >= m_views.size()) return {};
    if (role == Qt::DisplayRole) return QString::fromStdString(m_views[at].name);
    if (role == Qt::ToolTipRole) return QString::fromStdString(toString(m_views[at]));
    return {};
}

} // namespace factline::viewmodels
