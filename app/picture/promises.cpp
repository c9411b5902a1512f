// SPDX-License-Identifier: Apache-2.0
#include "picture/promises.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include <fmt/format.h>

#include "diagram/short_lag.h"
#include "freshness/analysis.h"
#include "freshness/spoken.h"

namespace factline::picture {

namespace {

using diagram::Badge;
using freshness::Row;
using freshness::Verdict;

constexpr double longest = 1e9; ///< seconds, thirty years: nobody waits for more

/// Higher is worse for whoever relies on the view.
int harm(Verdict verdict) {
    switch (verdict) {
    case Verdict::Proven:
        return 0;
    case Verdict::Expected:
        return 1;
    case Verdict::Unknown:
        return 2;
    case Verdict::AtRisk:
        return 3;
    case Verdict::Impossible:
        break;
    }
    return 4;
}

bool worse(const Row& a, const Row& b) {
    if (harm(*a.verdict) != harm(*b.verdict)) return harm(*a.verdict) > harm(*b.verdict);
    const auto time = [](const Row& row) {
        return row.answer ? row.answer->atObjective.value_or(INFINITY) : INFINITY;
    };
    return time(a) > time(b);
}

Badge badgeOf(const Row& row) {
    const std::string promise = fmt::format("{} within {}", freshness::spokenShare(row.forShare),
                                            freshness::spokenTime(row.within.value_or(0)));
    const std::string change = row.route.change.empty() ? "" : " after " + toString(row.route.change);
    // Without words: its sign is the question mark already.
    Badge unknown{Badge::Kind::Unknown, "", "Unknown whether the promise is kept: " + promise};
    if (!row.answer) return unknown;
    const auto time = row.answer->atObjective;
    const std::string takes = time ? freshness::spokenTime(*time) : "for ever";
    const std::string shown = time && *time < longest
                                  ? diagram::shortDuration(std::chrono::duration_cast<Duration>(
                                        std::chrono::duration<double>(*time)))
                                  : "never";
    const auto say = [&](Badge::Kind kind, std::string_view word) {
        return Badge{kind, shown, fmt::format("{}: {}; it takes {}{}", word, promise, takes, change)};
    };
    switch (*row.verdict) {
    case Verdict::Proven:
        return say(Badge::Kind::Kept, "Promise proven");
    case Verdict::Expected:
        return say(Badge::Kind::Kept, "Promise expected to be kept");
    case Verdict::AtRisk:
        return say(Badge::Kind::AtRisk, "Promise at risk");
    case Verdict::Impossible:
        return say(Badge::Kind::Broken, "Promise that cannot be kept");
    case Verdict::Unknown:
        break;
    }
    return unknown;
}

} // namespace

void markPromises(diagram::Marks& marks, const Lookup& lookup) {
    const freshness::Analysis analysis = freshness::analyse(lookup);
    std::map<ElementKey, const Row*> worst;
    for (const auto& row : analysis.rows) {
        if (!row->verdict) continue;
        const Row*& known = worst[{ElementKind::View, toString(row->route.viewRef)}];
        if (known == nullptr || worse(*row, *known)) known = row.get();
    }
    for (const auto& [view, row] : worst)
        marks.badges[view].push_back(badgeOf(*row));
}

} // namespace factline::picture
