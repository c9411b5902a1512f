// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/problems_filter.h"

#include "viewmodels/problems_model.h"

namespace factline::viewmodels {

namespace {

template<typename Set>
bool isAmong(const Set& wanted, const typename Set::value_type& value) {
    return wanted.empty() || wanted.contains(value);
}

} // namespace

ProblemsFilter::ProblemsFilter(QObject* parent)
    : QSortFilterProxyModel(parent) {
    setRecursiveFilteringEnabled(true); // a heading stands where something stands below it
}

void ProblemsFilter::want(Wanted wanted) {
    if (wanted == m_wanted) return;
    m_wanted = std::move(wanted);
    invalidateFilter();
}

int ProblemsFilter::count() const {
    int count = 0;
    for (int row = 0; row < rowCount(); ++row)
        count += rowCount(index(row, 0));
    return count;
}

bool ProblemsFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const QModelIndex line = sourceModel()->index(row, 0, parent);
    if (line.data(ProblemsModel::IsHeading).toBool()) return false;
    return isAmong(m_wanted.severities,
                   static_cast<Severity>(line.data(ProblemsModel::SeverityRole).toInt())) &&
           isAmong(m_wanted.contexts, line.data(ProblemsModel::ContextRole).toString()) &&
           isAmong(m_wanted.rules, line.data(ProblemsModel::RuleRole).toString()) &&
           line.data(Qt::AccessibleTextRole).toString().contains(m_wanted.words, Qt::CaseInsensitive);
}

} // namespace factline::viewmodels
