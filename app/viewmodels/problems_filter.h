// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <set>

#include <QSortFilterProxyModel>

#include "base/finding.h"

namespace factline::viewmodels {

/// Which problems are wanted; an empty set wants all of its kind, a null text any words.
struct Wanted {
    std::set<Severity, std::greater<>> severities; ///< the worst first
    std::set<QString> contexts; ///< as ProblemRow::context; empty text: the model as a whole
    std::set<QString> rules;    ///< ids
    QString words;

    bool choosesAny() const { return !severities.empty() || !contexts.empty() || !rules.empty(); }
    bool operator==(const Wanted&) const = default;
};

/// The problems of a ProblemsModel that are wanted, and the headings above them.
class ProblemsFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit ProblemsFilter(QObject* parent = nullptr);

    void want(Wanted wanted);
    const Wanted& wanted() const { return m_wanted; }
    int count() const; ///< without headings

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    Wanted m_wanted;
};

} // namespace factline::viewmodels
