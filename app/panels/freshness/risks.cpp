// SPDX-License-Identifier: Apache-2.0
#include "panels/freshness/risks.h"

#include <cmath>

#include <QCoreApplication>

#include "picture/text.h"
#include "viewmodels/hop_words.h"

namespace factline::panels {

namespace {

using picture::toQString;
using viewmodels::timeWords;
using Kind = diagram::Badge::Kind;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Freshness)
};

/// "never", "in 1 of 40 cases", "in 98 % of the cases".
QString oftenWords(double chance) {
    if (chance < 1e-6) return Words::tr("never");
    if (chance >= 0.1) return Words::tr("in %1 % of the cases").arg(std::lround(chance * 100));
    const double of = 1 / chance;
    const double power = std::pow(10.0, std::floor(std::log10(of)) - 1);
    return Words::tr("in 1 of %L1 cases").arg(std::llround(std::round(of / power) * power));
}

Risk riskOf(const freshness::DecisionAge& age, double forShare) {
    Risk risk{.who = toQString(age.decision)};
    if (!age.p99) {
        risk.sentence = Words::tr("nobody knows how old what it reads is");
        return risk;
    }
    if (!age.tolerates) {
        risk.sentence = Words::tr("reads what is up to %1 old; what it tolerates is not declared")
                            .arg(timeWords(*age.p99));
    } else {
        const double tooOld = age.tooOld.value_or(0);
        risk.state = tooOld > 1 - forShare              ? Kind::Broken
                     : *age.guaranteed > *age.tolerates ? Kind::AtRisk
                                                        : Kind::Kept;
        risk.sentence = Words::tr("tolerates %1, and what it reads is older %2")
                            .arg(timeWords(*age.tolerates), oftenWords(tooOld));
        if (risk.state == Kind::AtRisk)
            risk.sentence += Words::tr("; at worst it is %1 old").arg(timeWords(*age.guaranteed));
    }
    if (age.missesLatest)
        risk.sentence += Words::tr("; it misses the latest change %1").arg(oftenWords(*age.missesLatest));
    return risk;
}

Risk riskOf(const freshness::AudiencePair& pair, const QString& other) {
    Risk risk{.who = toQString(pair.audience)};
    if (!pair.p99) {
        risk.sentence = Words::tr("also sees %1; nobody knows how long the two differ").arg(other);
        return risk;
    }
    risk.sentence = Words::tr("also sees %1; after a change the two differ for up to %2")
                        .arg(other, timeWords(*pair.p99));
    if (!pair.mayDisagreeFor) return risk;
    risk.state = *pair.p99 > *pair.mayDisagreeFor                     ? Kind::Broken
                 : pair.guaranteed.value_or(0) > *pair.mayDisagreeFor ? Kind::AtRisk
                                                                      : Kind::Kept;
    risk.sentence += Words::tr(", %1 is allowed").arg(timeWords(*pair.mayDisagreeFor));
    if (risk.state == Kind::AtRisk)
        risk.sentence += Words::tr("; at worst it is %1").arg(timeWords(*pair.guaranteed));
    return risk;
}

} // namespace

std::vector<Risk> decisionRisks(const freshness::Analysis& analysis, const freshness::Row& row) {
    std::vector<Risk> risks;
    for (const freshness::DecisionAge& age : analysis.decisions)
        if (!age.asks && age.reads == toString(row.route.viewRef)) risks.push_back(riskOf(age, row.forShare));
    return risks;
}

std::vector<Risk> audienceRisks(const freshness::Analysis& analysis, const freshness::Row& row) {
    std::vector<Risk> risks;
    const std::string view = toString(row.route.viewRef);
    for (const freshness::AudiencePair& pair : analysis.audiences) {
        if (pair.first == view) risks.push_back(riskOf(pair, toQString(pair.second)));
        if (pair.second == view) risks.push_back(riskOf(pair, toQString(pair.first)));
    }
    return risks;
}

} // namespace factline::panels
