// SPDX-License-Identifier: Apache-2.0
#include "picture/promises.h"

#include <algorithm>
#include <chrono>
#include <string>

#include "diagram/short_lag.h"
#include "freshness/risk.h"
#include "freshness/spoken.h"
#include "freshness/worst.h"

namespace factline::picture {

namespace {

using diagram::Badge;
using freshness::Row;
using freshness::Verdict;

constexpr double longest = 1e9; ///< seconds, thirty years: nobody waits for more

Phrase shortTime(std::optional<double> time) {
    if (!time || *time >= longest) return Phrase::of("never");
    return diagram::shortDuration(std::chrono::duration_cast<Duration>(std::chrono::duration<double>(*time)));
}

/// How long it takes, from a change on that is not the one of what the view shows.
Phrase takes(std::optional<double> time, const Ref& change) {
    if (change.empty())
        return time ? Phrase::of("it takes {}", freshness::spokenTime(*time))
                    : Phrase::of("it takes for ever");
    return time ? Phrase::of("it takes {} after {}", freshness::spokenTime(*time), toString(change))
                : Phrase::of("it takes for ever after {}", toString(change));
}

Badge badgeOf(const Row& row) {
    const Phrase promise = Phrase::of("{} within {}", freshness::spokenShare(row.forShare),
                                      freshness::spokenDuration(row.within.value_or(0)));
    // Without words: its sign is the question mark already.
    Badge unknown{Badge::Kind::Unknown, {}, Phrase::of("Unknown whether the promise is kept: {}", promise)};
    if (!row.answer) return unknown;
    const auto time = row.answer->timeOfAll();
    const auto say = [&](Badge::Kind kind, Phrase::Pattern<2> pattern) {
        return Badge{kind, shortTime(time), Phrase::of(pattern, promise, takes(time, row.route.change))};
    };
    switch (*row.verdict) {
    case Verdict::Proven:
        return say(Badge::Kind::Kept, Phrase::clause("Promise kept for certain: {}; {}"));
    case Verdict::Expected:
        return say(Badge::Kind::Kept, Phrase::clause("Promise expected to be kept: {}; {}"));
    case Verdict::AtRisk:
        return say(Badge::Kind::AtRisk, Phrase::clause("Promise at risk: {}; {}"));
    case Verdict::Impossible:
        return say(Badge::Kind::Broken, Phrase::clause("Promise that cannot be kept: {}; {}"));
    case Verdict::Unknown:
        break;
    }
    return unknown;
}

/// The event by which a way ends in its view.
std::string lastEvent(const freshness::Path& path) {
    const auto told = std::find_if(path.rbegin(), path.rend(), [](const auto& step) { return step.tells; });
    return told == path.rend() ? std::string() : told->to;
}

std::map<std::string, const Row*> worstBySubscription(const freshness::Analysis& analysis) {
    std::map<std::string, const Row*> worst;
    for (const auto& row : analysis.rows) {
        if (!row->verdict) continue;
        for (const auto& path : row->route.paths) {
            const Row*& known = worst[toString(row->route.viewRef) + "<-" + lastEvent(path)];
            if (known == nullptr || freshness::isWorse(freshness::fareOf(*row), freshness::fareOf(*known)))
                known = row.get();
        }
    }
    return worst;
}

Badge badgeOf(const freshness::DecisionAge& age, Verdict verdict) {
    const Badge::Kind kind = verdict == Verdict::AtRisk ? Badge::Kind::Broken // an error, as the check has it
                             : verdict == Verdict::Unknown ? Badge::Kind::Unknown
                                                           : Badge::Kind::Kept;
    return {kind, verdict == Verdict::Unknown ? Phrase() : shortTime(age.atObjective),
            freshness::riskOf(age)};
}

/// Of several things that a decision reads the one that it can rely on least.
void addDecisions(Promises& promises, const freshness::Analysis& analysis) {
    std::map<std::string, freshness::Fare> worst;
    for (const freshness::DecisionAge& age : analysis.decisions) {
        const auto verdict = freshness::verdictOf(age);
        if (!verdict) continue;
        const freshness::Fare fare{*verdict, age.atObjective};
        const auto [known, isNew] = worst.try_emplace(age.decision, fare);
        if (!isNew && !freshness::isWorse(fare, known->second)) continue;
        known->second = fare;
        promises.insert_or_assign(ElementKey{ElementKind::Decision, age.decision}, badgeOf(age, *verdict));
    }
}

} // namespace

Promises promisesIn(const freshness::Analysis& analysis) {
    Promises promises;
    for (const auto& [view, row] : freshness::worstRows(analysis))
        promises.emplace(ElementKey{ElementKind::View, toString(view)}, badgeOf(*row));
    for (const auto& [subscription, row] : worstBySubscription(analysis))
        promises.emplace(ElementKey{ElementKind::Subscription, subscription}, badgeOf(*row));
    addDecisions(promises, analysis);
    return promises;
}

} // namespace factline::picture
