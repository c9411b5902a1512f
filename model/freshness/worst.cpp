// SPDX-License-Identifier: Apache-2.0
#include "freshness/worst.h"

#include <cmath>

namespace factline::freshness {

namespace {

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

} // namespace

Fare fareOf(const Row& row) {
    return {*row.verdict, row.answer ? row.answer->timeOfAll() : std::nullopt};
}

bool isWorse(const Fare& first, const Fare& second) {
    if (first.verdict != second.verdict) return harm(first.verdict) > harm(second.verdict);
    return first.time.value_or(HUGE_VAL) > second.time.value_or(HUGE_VAL);
}

std::map<Ref, const Row*> worstRows(const Analysis& analysis) {
    std::map<Ref, const Row*> worst;
    for (const auto& row : analysis.rows) {
        if (!row->verdict) continue;
        const Row*& known = worst[row->route.viewRef];
        if (known == nullptr || isWorse(fareOf(*row), fareOf(*known))) known = row.get();
    }
    return worst;
}

} // namespace factline::freshness
