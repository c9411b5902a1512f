// SPDX-License-Identifier: Apache-2.0
#include "picture/promises.h"

#include <chrono>

#include <fmt/format.h>

#include "diagram/short_lag.h"
#include "freshness/spoken.h"
#include "freshness/worst.h"

namespace factline::picture {

namespace {

using diagram::Badge;
using freshness::Row;
using freshness::Verdict;

constexpr double longest = 1e9; ///< seconds, thirty years: nobody waits for more

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

Promises promisesIn(const freshness::Analysis& analysis) {
    Promises promises;
    for (const auto& [view, row] : freshness::worstRows(analysis))
        promises.emplace(ElementKey{ElementKind::View, toString(view)}, badgeOf(*row));
    return promises;
}

} // namespace factline::picture
