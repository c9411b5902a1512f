// SPDX-License-Identifier: Apache-2.0
#include "panels/freshness/shown_row.h"

#include <algorithm>

#include "freshness/worst.h"

namespace factline::panels {

namespace {

using freshness::Row;
using Rows = std::vector<const Row*>;

template<typename Wanted>
Rows chosen(const freshness::Analysis& analysis, const Wanted& wanted) {
    Rows rows;
    for (const auto& row : analysis.rows)
        if (wanted(*row)) rows.push_back(row.get());
    return rows;
}

Rows passing(const freshness::Analysis& analysis, const std::string& name) {
    return chosen(analysis, [&](const Row& row) {
        return std::ranges::any_of(
            row.hops, [&](const freshness::Step* step) { return step->from == name || step->to == name; });
    });
}

bool isWorse(const Row& first, const Row& second) {
    if (first.verdict.has_value() != second.verdict.has_value()) return first.verdict.has_value();
    const auto fare = [](const Row& row) {
        return freshness::Fare{row.verdict.value_or(freshness::Verdict::Unknown),
                               row.answer ? row.answer->timeOfAll() : std::nullopt};
    };
    return freshness::isWorse(fare(first), fare(second));
}

Rows ofSubscription(const freshness::Analysis& analysis, const Located& selected) {
    const auto& subscription = *std::get<const Subscription*>(selected.element);
    const Ref consumer{selected.context->name, selected.consumer->name};
    if (selected.consumerKind != ElementKind::View) return passing(analysis, toString(consumer));
    const Rows all = rowsOf(analysis, consumer);
    Rows told;
    std::ranges::copy_if(all, std::back_inserter(told),
                         [&](const Row* row) { return row->route.change == subscription.event; });
    return told.empty() ? all : told;
}

} // namespace

Rows rowsOf(const freshness::Analysis& analysis, const Ref& view) {
    return chosen(analysis, [&](const Row& row) { return row.route.viewRef == view; });
}

const Row* worstOf(const Rows& rows) {
    const Row* worst = nullptr;
    for (const Row* row : rows)
        if (!worst || isWorse(*row, *worst)) worst = row;
    return worst;
}

Rows rowsAbout(const freshness::Analysis& analysis, const Located& selected) {
    const Ref ref = parseRef(selected.key.name, {});
    switch (selected.key.kind) {
    case ElementKind::View:
        return rowsOf(analysis, ref);
    case ElementKind::Subscription:
        return ofSubscription(analysis, selected);
    case ElementKind::Event: {
        Rows rows = chosen(analysis, [&](const Row& row) { return row.route.change == ref; });
        return rows.empty() ? passing(analysis, selected.key.name) : rows;
    }
    case ElementKind::Fact: {
        Rows rows = chosen(analysis, [&](const Row& row) { return row.route.fact == ref; });
        if (rows.empty()) // measured from further upstream
            rows = chosen(analysis, [&](const Row& row) {
                const auto& shows = row.route.view->shows;
                return std::ranges::find(shows, ref) != shows.end();
            });
        return rows;
    }
    case ElementKind::Policy:
    case ElementKind::Channel:
        return passing(analysis, selected.key.name);
    case ElementKind::Decision: {
        Rows rows;
        for (const Read& read : std::get<const Decision*>(selected.element)->reads)
            std::ranges::copy(rowsOf(analysis, read.target), std::back_inserter(rows));
        return rows;
    }
    case ElementKind::Audience: {
        Rows rows;
        for (const Ref& view : std::get<const Audience*>(selected.element)->sees)
            std::ranges::copy(rowsOf(analysis, view), std::back_inserter(rows));
        return rows;
    }
    default:
        return {};
    }
}

} // namespace factline::panels
