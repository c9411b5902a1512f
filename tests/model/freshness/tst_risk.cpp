// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include <limits>

#include "freshness/risk.h"

using namespace factline::freshness;

namespace {

DecisionAge age(double atObjective, double guaranteed, std::optional<double> tolerates) {
    DecisionAge made{.decision = "shop/sell", .reads = "shop/shelf"};
    made.tolerates = tolerates;
    made.share = 0.999;
    made.atObjective = atObjective;
    made.guaranteed = guaranteed;
    return made;
}

} // namespace

/// What a decision risks, in a word and in a line.
class RiskTest : public QObject {
    Q_OBJECT
private slots:
    void theVerdictGoesByEstimateAndBound() {
        QCOMPARE(*verdictOf(age(2, 3, 3)), Verdict::Proven);
        QCOMPARE(*verdictOf(age(2, 3, 2.5)), Verdict::Expected);
        QCOMPARE(*verdictOf(age(2, 3, 1.9)), Verdict::AtRisk);
        QVERIFY(!verdictOf(age(2, 3, {})));
        DecisionAge asked = age(2, 3, 1);
        asked.asks = true;
        QVERIFY(!verdictOf(asked));
        QCOMPARE(*verdictOf(DecisionAge{.tolerates = 1}), Verdict::Unknown);
    }
    void ofAPairToo() {
        AudiencePair pair{.audience = "shop/eyes", .first = "shop/a", .second = "shop/b"};
        pair.mayDisagreeFor = 8;
        QCOMPARE(*verdictOf(pair), Verdict::Unknown);
        pair.p99 = pair.atObjective = pair.guaranteed = 8.000005; // as exactly as they are told
        QCOMPARE(*verdictOf(pair), Verdict::Proven);
        pair.guaranteed = 9;
        QCOMPARE(*verdictOf(pair), Verdict::Expected);
        pair.p99 = pair.atObjective = 8.5;
        QCOMPARE(*verdictOf(pair), Verdict::AtRisk);
        // All of them, and nothing limits the slowest.
        pair.share = 1;
        pair.atObjective = pair.guaranteed = std::numeric_limits<double>::infinity();
        QCOMPARE(*verdictOf(pair), Verdict::AtRisk);
        pair.p99 = 7;
        QCOMPARE(*verdictOf(pair), Verdict::AtRisk);
        pair.atObjective = pair.guaranteed = {};
        QCOMPARE(*verdictOf(pair), Verdict::Unknown);
        pair.mayDisagreeFor = {};
        QVERIFY(!verdictOf(pair));
    }
    void theLineSaysHowOldAndHowOften() {
        DecisionAge stale = age(1150, 1200, 60);
        QCOMPARE(riskOf(stale).english(),
                 std::string("shop/shelf is up to 19.2 min old (99.9 %), 60 s is tolerated"));
        stale.missesLatest = 0.527;
        QVERIFY(riskOf(stale).english().ends_with("; 52.7 % of decisions miss the latest change"));
        stale.asks = true;
        QVERIFY(riskOf(stale).english().find("asked at its owner") != std::string::npos);
        QCOMPARE(riskOf({.reads = "shop/shelf"}).english(),
                 std::string("Nobody knows how old shop/shelf is"));
    }
};

QTEST_APPLESS_MAIN(RiskTest)
#include "tst_risk.moc"
