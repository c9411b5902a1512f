// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "freshness/worst.h"

using namespace factline::freshness;

/// Which of two promises fares worse: one order for the picture and for what the rules say.
class TestWorst : public QObject {
    Q_OBJECT
private slots:
    void aBrokenPromiseIsWorseThanAnUnknownOne() {
        const std::vector order{Verdict::Proven, Verdict::Expected, Verdict::Unknown, Verdict::AtRisk,
                                Verdict::Impossible};
        for (std::size_t i = 0; i < order.size(); ++i)
            for (std::size_t j = 0; j < order.size(); ++j)
                QCOMPARE(isWorse({order[i], 1}, {order[j], 1}), i > j);
    }
    void ofOneVerdictTheSlowerIsWorse() {
        QVERIFY(isWorse({Verdict::AtRisk, 3}, {Verdict::AtRisk, 2}));
        QVERIFY(!isWorse({Verdict::AtRisk, 2}, {Verdict::AtRisk, 2}));
    }
    void forEverIsWorseThanAnyTime() {
        QVERIFY(isWorse({Verdict::Impossible, {}}, {Verdict::Impossible, 1e9}));
        QVERIFY(!isWorse({Verdict::Impossible, {}}, {Verdict::Impossible, {}}));
    }
};

QTEST_APPLESS_MAIN(TestWorst)
#include "tst_worst.moc"
