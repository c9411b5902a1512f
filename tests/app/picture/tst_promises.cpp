// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "contract/read.h"
#include "picture/promises.h"

using namespace factline;
using diagram::Badge;

namespace {

// A million draws of U(0, 2) + LN(0.2, 1) + LN(0.002, 0.02) have their 99 % at 2.51 s.
constexpr auto shop = "factline: 1\n"
                      "model: m\n"
                      "contexts:\n"
                      "  stock:\n"
                      "    facts: {on-hand: }\n"
                      "    publishing: {through: outbox, lag: {poll: 2s}}\n"
                      "    channels: {stock.all: {lag: {p50: 200ms, p99: 1s}}}\n"
                      "    events:\n"
                      "      StockAdjusted: {announces: [on-hand], channel: stock.all}\n"
                      "      StockCounted: {announces: [on-hand], channel: stock.all, publishing: {through: "
                      "batch, lag: {fixed: 9s}}}\n"
                      "  shop:\n"
                      "    views:\n";

/// The promises of a shop whose view `card` is described by the lines given.
picture::Promises promisesWith(const std::string& card) {
    const auto read = contract::parseModel({{"m.factline.yaml", shop + ("      card: " + card + "\n")}});
    if (!read.problems.empty()) qFatal("%s", contract::toString(read.problems[0]).c_str());
    return picture::promisesIn(freshness::analyse(Lookup(read.model)));
}

/// What the view is marked with; of a kind that is no promise's where it is not.
Badge badgeWith(const std::string& card) {
    const auto promises = promisesWith(card);
    const auto found = promises.find({ElementKind::View, "shop/card"});
    return found == promises.end() ? Badge{Badge::Kind::Hint, {}, {}} : found->second;
}

} // namespace

class PromisesTest : public QObject {
    Q_OBJECT
private slots:
    void marksByVerdict_data() {
        QTest::addColumn<QString>("within");
        QTest::addColumn<int>("kind");
        QTest::newRow("kept") << "10s" << static_cast<int>(Badge::Kind::Kept);
        QTest::newRow("at risk") << "2100ms" << static_cast<int>(Badge::Kind::AtRisk);
        QTest::newRow("impossible") << "100ms" << static_cast<int>(Badge::Kind::Broken);
    }
    void marksByVerdict() {
        QFETCH(const QString, within);
        QFETCH(const int, kind);
        const auto badge =
            badgeWith("{shows: [stock/on-hand], fedBy: {stock/StockAdjusted: }, freshness: {within: " +
                      within.toStdString() + ", for: 99%}}");
        QCOMPARE(static_cast<int>(badge.kind), kind);
        QCOMPARE(badge.text, std::string("2.5 s"));
        QVERIFY2(badge.explanation.english().find("99 %") != std::string::npos,
                 badge.explanation.english().c_str());
    }

    void theChangeThatFaresWorstSpeaks() {
        const auto badge =
            badgeWith("{shows: [stock/on-hand], fedBy: {stock/StockAdjusted: , stock/StockCounted: }, "
                      "freshness: {within: 5s, for: 99%}}");
        QCOMPARE(badge.kind, Badge::Kind::Broken);
        QVERIFY(badge.explanation.english().ends_with("after stock/StockCounted"));
    }

    void whatNobodyFeedsIsUnknown() {
        const auto badge = badgeWith("{shows: [stock/on-hand], freshness: {within: 5s, for: 99%}}");
        QCOMPARE(badge.kind, Badge::Kind::Unknown);
        QCOMPARE(badge.text, std::string()); // its sign says it
    }

    void eachSubscriptionIsMarkedWithWhatComesByIt() {
        const auto promises =
            promisesWith("{shows: [stock/on-hand], fedBy: {stock/StockAdjusted: , stock/StockCounted: }, "
                         "freshness: {within: 5s, for: 99%}}");
        const auto& kept = promises.at({ElementKind::Subscription, "shop/card<-stock/StockAdjusted"});
        QCOMPARE(kept.kind, Badge::Kind::Kept);
        QCOMPARE(kept.text, std::string("2.5 s"));
        const auto& broken = promises.at({ElementKind::Subscription, "shop/card<-stock/StockCounted"});
        QCOMPARE(broken.kind, Badge::Kind::Broken);
        QCOMPARE(broken.text, std::string("10 s"));
    }

    void aDecisionIsMarkedWithTheOldestThatItMayNotRestOn() {
        const auto promises =
            promisesWith("{shows: [stock/on-hand], fedBy: {stock/StockAdjusted: }}\n"
                         "      slow: {shows: [stock/on-hand], fedBy: {stock/StockCounted: }}\n"
                         "    decisions:\n"
                         "      sell: {reads: {card: {tolerates: 9s}, slow: {tolerates: 1s}}}\n"
                         "      look: {reads: {card: {tolerates: 9s}}}\n"
                         "      free: {reads: {card: {}}}\n");
        const auto& sell = promises.at({ElementKind::Decision, "shop/sell"});
        QCOMPARE(sell.kind, Badge::Kind::Broken); // decision-lag-exceeded is an error
        QCOMPARE(sell.text, std::string("10 s"));
        QVERIFY2(sell.explanation.english().starts_with("shop/slow is up to "),
                 sell.explanation.english().c_str());
        QCOMPARE(promises.at({ElementKind::Decision, "shop/look"}).kind, Badge::Kind::Kept);
        QVERIFY(!promises.contains({ElementKind::Decision, "shop/free"}));
    }

    void whatIsNotPromisedIsNotMarked() {
        QVERIFY(promisesWith("{shows: [stock/on-hand], fedBy: {stock/StockAdjusted: }}").empty());
    }
};

QTEST_APPLESS_MAIN(PromisesTest)
#include "tst_promises.moc"
