// SPDX-License-Identifier: Apache-2.0
#include "freshness/scenario.h"

#include <cmath>
#include <map>

namespace factline::freshness {

namespace {

bool isSame(const std::optional<double>& a, const std::optional<double>& b) {
    if (!a || !b) return a.has_value() == b.has_value();
    return std::abs(*a - *b) <= 1e-6 * std::max(std::abs(*a), std::abs(*b));
}

std::optional<double> expected(const Row* row) {
    return row && row->answer ? row->answer->timeOfAll() : std::nullopt;
}

} // namespace

bool Shift::isWorse() const {
    if (before && after && *before != *after) return *after > *before;
    if (usual && supposed && !isSame(usual, supposed)) return *supposed > *usual;
    return budgetAfter.value_or(0) > budgetBefore.value_or(0);
}

Assumptions assumptionsOf(const Scenario& scenario) {
    return {scenario.outage};
}

std::vector<Shift> shiftsBetween(const Analysis& usual, const Analysis& supposed) {
    std::map<std::pair<Ref, Ref>, const Row*> rows;
    for (const auto& row : usual.rows)
        rows.emplace(std::pair(row->route.viewRef, row->route.change), row.get());
    std::vector<Shift> shifts;
    for (const auto& row : supposed.rows) {
        const auto found = rows.find({row->route.viewRef, row->route.change});
        const Row* before = found == rows.end() ? nullptr : found->second;
        Shift shift{row->route.viewRef, row->route.change, row->within};
        shift.before = before ? before->verdict : std::nullopt;
        shift.after = row->verdict;
        shift.usual = expected(before);
        shift.supposed = expected(row.get());
        shift.budgetBefore = before ? before->errorBudgetUsed : std::nullopt;
        shift.budgetAfter = row->errorBudgetUsed;
        if (shift.before != shift.after || !isSame(shift.usual, shift.supposed) ||
            !isSame(shift.budgetBefore, shift.budgetAfter))
            shifts.push_back(std::move(shift));
    }
    return shifts;
}

} // namespace factline::freshness
