// SPDX-License-Identifier: Apache-2.0
#include "freshness/curve.h"

#include <cmath>

#include <QtTest>

#include "contract/read.h"
#include "freshness/normal.h"

using namespace factline;
using freshness::Curve;

namespace {

/// A view behind one event that is told with this lag, and a channel and a subscription that take no time.
std::string told(const std::string& lag, const std::string& view = "freshness: {within: 1s, for: 90%}") {
    return "factline: 1\n"
           "contexts:\n"
           "  stock:\n"
           "    facts: {on-hand: {}}\n"
           "    publishing: {through: outbox, lag: " +
           lag +
           "}\n"
           "    channels: {all: {lag: {fixed: 0s}}}\n"
           "    events: {StockAdjusted: {announces: [on-hand], channel: all}}\n"
           "  shop:\n"
           "    views:\n"
           "      shelf:\n"
           "        shows: [stock/on-hand]\n"
           "        fedBy: {stock/StockAdjusted: {lag: {fixed: 0s}}}\n"
           "        " +
           view + "\n";
}

double shareAt(const Curve& curve, double time) {
    const auto& points = curve.points;
    for (std::size_t i = 1; i < points.size(); ++i)
        if (points[i].time > time) {
            const auto& [from, low] = points[i - 1];
            const auto& [to, high] = points[i];
            return low + (high - low) * (time - from) / (to - from);
        }
    return points.back().share;
}

/// The curve of the only row, with the model that it comes from.
class Drawn {
public:
    explicit Drawn(const std::string& text)
        : m_lookup(contract::parseModel({{"m.factline.yaml", text}}).model)
        , m_analysis(freshness::analyse(m_lookup)) {
        if (m_analysis.rows.size() != 1) qFatal("%zu rows", m_analysis.rows.size());
        curve = freshness::curveOf(*m_analysis.rows.front());
    }
    std::optional<Curve> curve;

private:
    Lookup m_lookup;
    freshness::Analysis m_analysis;
};

} // namespace

/// How the time of a row is distributed, at points.
class CurveTest : public QObject {
    Q_OBJECT
private slots:
    void followsWhatIsDeclared_data() {
        QTest::addColumn<QString>("lag");
        QTest::addColumn<double>("time");
        QTest::addColumn<double>("share");
        QTest::newRow("poll, a quarter") << "{poll: 2s}" << 0.5 << 0.25;
        QTest::newRow("poll, half") << "{poll: 2s}" << 1.0 << 0.5;
        QTest::newRow("poll, past it") << "{poll: 2s}" << 2.5 << 1.0;
        QTest::newRow("after work, before") << "[{window: 2s}, {fixed: 1s}]" << 0.9 << 0.0;
        QTest::newRow("after work, half") << "[{window: 2s}, {fixed: 1s}]" << 2.0 << 0.5;
        QTest::newRow("quantiles, median") << "{p50: 100ms, p99: 1s}" << 0.1 << 0.5;
        QTest::newRow("quantiles, 99 %") << "{p50: 100ms, p99: 1s}" << 1.0 << 0.99;
        QTest::newRow("quantiles, between")
            << "{p50: 100ms, p99: 1s}" << std::sqrt(0.1) << freshness::normalShare(freshness::z99 / 2);
        QTest::newRow("two windows, middle") << "[{window: 1s}, {window: 1s}]" << 1.0 << 0.5;
        QTest::newRow("two windows, early") << "[{window: 1s}, {window: 1s}]" << 0.5 << 0.125;
    }
    void followsWhatIsDeclared() {
        QFETCH(const QString, lag);
        QFETCH(const double, time);
        QFETCH(const double, share);
        const Drawn drawn(told(lag.toStdString()));
        QVERIFY(drawn.curve);
        const double found = shareAt(*drawn.curve, time);
        QVERIFY2(std::abs(found - share) < 0.005, qPrintable(QString::number(found)));
    }

    void neverFalls() {
        for (const char* lag :
             {"{poll: 2s}", "{p50: 1ms, p99: 5s}", "{fixed: 3s}",
              "[{poll: 1s, work: 60ms}, {p50: 80ms, p99: 900ms}, {p50: 13ms, p99: 32ms}]"}) {
            const Drawn drawn(told(lag));
            const auto& points = drawn.curve->points;
            for (std::size_t i = 1; i < points.size(); ++i)
                QVERIFY(points[i].time >= points[i - 1].time && points[i].share >= points[i - 1].share);
            QVERIFY(points.back().share > 0.999 && points.back().share <= 1);
            QCOMPARE(points.front(), (Curve::Point{0, 0}));
        }
    }

    void whatIsAlwaysTheSameIsAStep() {
        const Drawn drawn(told("{fixed: 3s}"));
        QCOMPARE(drawn.curve->points[1], (Curve::Point{3, 0}));
        QCOMPARE(drawn.curve->points[2], (Curve::Point{3, 1}));
    }

    void carriesWhatIsPromisedAndWhatItComesTo() {
        const Drawn drawn(told("{poll: 2s}"));
        QCOMPARE(drawn.curve->within, std::optional(1.0));
        QCOMPARE(drawn.curve->forShare, 0.9);
        QVERIFY(std::abs(*drawn.curve->estimate - 1.8) < 1e-6);
        QVERIFY(*drawn.curve->guaranteed >= *drawn.curve->estimate - 1e-9);
        QVERIFY(std::abs(*drawn.curve->inTime - 0.5) < 1e-6);
    }

    void severalWaysAreDoneWhenAllHaveArrived() {
        // The view is complete when both events have come, each U(0, 1).
        const Drawn drawn(
            "factline: 1\n"
            "contexts:\n"
            "  stock:\n"
            "    facts: {on-hand: {}, sellable: {derivedFrom: [on-hand]}}\n"
            "    publishing: {through: outbox, lag: {fixed: 0s}}\n"
            "    channels: {all: {lag: {fixed: 0s}}}\n"
            "    events:\n"
            "      StockAdjusted: {announces: [on-hand], channel: all}\n"
            "      SellableAdjusted: {announces: [sellable], channel: all}\n"
            "    policies:\n"
            "      work-out: {when: [StockAdjusted], then: [SellableAdjusted], lag: {window: 1s}}\n"
            "  shop:\n"
            "    views:\n"
            "      shelf:\n"
            "        shows: [stock/on-hand]\n"
            "        fedBy:\n"
            "          stock/StockAdjusted: {lag: {window: 1s}}\n"
            "          stock/SellableAdjusted: {lag: {fixed: 0s}}\n");
        QVERIFY(std::abs(shareAt(*drawn.curve, 0.5) - 0.25) < 0.005);
        QVERIFY(!drawn.curve->within);
    }

    void whatIsLostNeverArrives() {
        const Drawn drawn(told("{poll: 2s}", "loss: 10%"));
        QVERIFY(std::abs(shareAt(*drawn.curve, 1) - 0.45) < 0.005);
        const double most = drawn.curve->points.back().share;
        QVERIFY(most > 0.899 && most <= 0.9);
        QVERIFY(!drawn.curve->estimate);
    }

    void whatIsLostMayBeMended() {
        const Drawn drawn(
            told("{poll: 2s}", "loss: 10%\n        reconciled: {every: 20s, against: stock/on-hand}"));
        QVERIFY(std::abs(shareAt(*drawn.curve, 10) - 0.95) < 0.005);
        QVERIFY(drawn.curve->points.back().share > 0.999);
    }

    void whatNobodyDeclaredHasNone() {
        const Drawn drawn("factline: 1\n"
                          "contexts:\n"
                          "  erp:\n"
                          "    kind: external\n"
                          "    facts: {on-hand: {}}\n"
                          "    events: {StockAdjusted: {announces: [on-hand]}}\n"
                          "  shop:\n"
                          "    views:\n"
                          "      shelf: {shows: [erp/on-hand], fedBy: {erp/StockAdjusted: {}}}\n");
        QVERIFY(!drawn.curve);
    }
};

QTEST_APPLESS_MAIN(CurveTest)
#include "tst_curve.moc"
