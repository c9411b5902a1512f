// SPDX-License-Identifier: Apache-2.0
#include "panels/freshness/risks.h"

#include <cmath>

#include <QCoreApplication>

#include "freshness/risk.h"
#include "picture/text.h"
#include "viewmodels/hop_words.h"

namespace factline::panels {

namespace {

using picture::toQString;
using viewmodels::promiseWords;
using viewmodels::shareWords;
using viewmodels::timeWords;
using BadgeKind = diagram::Badge::Kind;

struct RiskWords {
    Q_DECLARE_TR_FUNCTIONS(Freshness)
};

/// "never", "in 1 of 40 cases", "in 98 % of the cases", "in nearly all cases".
QString oftenWords(double chance) {
    if (chance < 1e-6) return RiskWords::tr("never");
    if (chance > 1 - 1e-6) return RiskWords::tr("in all cases");
    if (chance >= 0.995) return RiskWords::tr("in nearly all cases");
    if (chance >= 0.1) return RiskWords::tr("in %1 % of the cases").arg(std::lround(chance * 100));
    const double of = 1 / chance;
    const double power = std::pow(10.0, std::floor(std::log10(of)) - 1);
    return RiskWords::tr("in 1 of %L1 cases").arg(std::llround(std::round(of / power) * power));
}

/// Broken is what is expected to be too much, at risk what only may be.
BadgeKind stateOf(std::optional<freshness::Verdict> verdict) {
    using freshness::Verdict;
    switch (verdict.value_or(Verdict::Unknown)) {
    case Verdict::Proven:
        return BadgeKind::Kept;
    case Verdict::Expected:
        return BadgeKind::AtRisk;
    case Verdict::Unknown:
        return BadgeKind::Unknown;
    default:
        return BadgeKind::Broken;
    }
}

Risk riskWith(const freshness::DecisionAge& age) {
    Risk risk{.who = toQString(age.decision)};
    if (!age.p99) {
        risk.sentence = RiskWords::tr("nobody knows how old what it reads is");
        return risk;
    }
    if (!age.tolerates) {
        risk.sentence = RiskWords::tr("reads what is up to %1 old; what it tolerates is not declared")
                            .arg(timeWords(age.atObjective.value_or(*age.p99)));
    } else {
        risk.state = stateOf(freshness::verdictOf(age));
        risk.sentence = RiskWords::tr("tolerates %1, and what it reads is older %2")
                            .arg(promiseWords(*age.tolerates), oftenWords(age.tooOld.value_or(0)));
        if (risk.state == BadgeKind::AtRisk)
            risk.sentence += RiskWords::tr("; if the steps are slow together it is up to %1 old")
                                 .arg(timeWords(*age.guaranteed));
    }
    if (age.lost > 0)
        risk.sentence +=
            RiskWords::tr(", not counting the %1 of changes that are lost").arg(shareWords(age.lost));
    if (age.missesLatest)
        risk.sentence += RiskWords::tr("; it misses the latest change %1").arg(oftenWords(*age.missesLatest));
    return risk;
}

Risk riskWith(const freshness::AudiencePair& pair, const QString& other) {
    Risk risk{.who = toQString(pair.audience)};
    if (!pair.p99) {
        risk.sentence = RiskWords::tr("also sees %1; nobody knows how long the two differ").arg(other);
        return risk;
    }
    const double longest = pair.atObjective.value_or(*pair.p99);
    risk.sentence =
        std::isfinite(longest)
            ? RiskWords::tr("also sees %1; after a change the two differ for up to %2")
                  .arg(other, timeWords(longest))
            : RiskWords::tr("also sees %1; nothing limits for how long the two differ").arg(other);
    if (!pair.mayDisagreeFor) return risk;
    risk.state = stateOf(freshness::verdictOf(pair));
    risk.sentence += RiskWords::tr(", %1 is allowed").arg(promiseWords(*pair.mayDisagreeFor));
    if (risk.state == BadgeKind::AtRisk && std::isfinite(*pair.guaranteed))
        risk.sentence +=
            RiskWords::tr("; if the steps are slow together it is up to %1").arg(timeWords(*pair.guaranteed));
    return risk;
}

} // namespace

std::vector<Risk> decisionRisks(const freshness::Analysis& analysis, const freshness::Row& row) {
    std::vector<Risk> risks;
    for (const freshness::DecisionAge& age : analysis.decisions)
        if (!age.asks && age.reads == toString(row.route.viewRef)) risks.push_back(riskWith(age));
    return risks;
}

std::vector<Risk> audienceRisks(const freshness::Analysis& analysis, const freshness::Row& row) {
    std::vector<Risk> risks;
    const std::string view = toString(row.route.viewRef);
    for (const freshness::AudiencePair& pair : analysis.audiences) {
        if (pair.first == view) risks.push_back(riskWith(pair, toQString(pair.second)));
        if (pair.second == view) risks.push_back(riskWith(pair, toQString(pair.first)));
    }
    return risks;
}

} // namespace factline::panels
