// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "contract/read.h"
#include "viewmodels/hop_words.h"
#include "viewmodels/outlook.h"

using namespace factline;
using viewmodels::Outlook;
using Kind = diagram::Badge::Kind;

namespace {

/// Changes take 1 s by Adjusted and up to 20 min by Listed; what is promised of them comes from the test.
std::optional<Outlook> outlookWith(const std::string& freshness, const Ref& view, const Ref& event = {}) {
    const auto read = contract::parseModel({{"m.factline.yaml", R"(factline: 1
contexts:
  stock:
    publishing: {through: outbox, lag: {poll: 1s}}
    facts: {on-hand: {changeRate: 12/h}, lonely: {}}
    events:
      Adjusted: {announces: [on-hand]}
      Listed: {announces: [on-hand], publishing: {through: batch, lag: {cron: "*/15 * * * *", run: 4m}}}
      Guessed: {announces: [on-hand], publishing: {through: batch}}
  shop:
    views:
      card: {shows: [stock/on-hand], fedBy: {stock/Adjusted: }, freshness: )" +
                                                                    freshness + R"(}
      shelf: {shows: [stock/on-hand], fedBy: {stock/Adjusted: , stock/Listed: }, freshness: )" +
                                                                    freshness + R"(}
      quiet: {shows: [stock/on-hand], fedBy: {stock/Adjusted: }}
      guess: {shows: [stock/on-hand], fedBy: {stock/Guessed: }, freshness: )" +
                                                                    freshness + R"(}
    decisions:
      sell: {reads: {shelf: {tolerates: 1m}, card: {tolerates: 1m}, stock/on-hand: {ask: owner}}}
      look: {reads: {card: {tolerates: 1m}}}
      idle: {means: Nothing to read.}
)"}});
    if (!read.problems.empty()) qFatal("%s", contract::toString(read.problems[0]).c_str());
    const auto lookup = std::make_shared<const Lookup>(read.model);
    const auto analysis = freshness::analyse(*lookup);
    if (view.context == "decision") return viewmodels::outlookOf(analysis, view.name);
    return viewmodels::outlookOf(analysis, view, event);
}

QString numberOf(const Outlook& outlook, const QString& what) {
    for (const auto& number : outlook.numbers)
        if (number.what == what) return number.value;
    return {};
}

} // namespace

/// What is said of a promise in the inspector.
class OutlookTest : public QObject {
    Q_OBJECT
private slots:
    void saysByVerdict_data() {
        QTest::addColumn<QString>("within");
        QTest::addColumn<QString>("verdict");
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("mend");
        QTest::newRow("proven") << "5s"
                                << "Kept for certain" << int(Kind::Kept)
                                << "even if all steps have their slow moment at once"
                                << "Gives way first: the relay of stock may take";
        QTest::newRow("expected") << "1060ms"
                                  << "Expected to be kept" << int(Kind::Kept)
                                  << "if the steps have their slow moments at once"
                                  << "To be certain, bring the interval of the relay of stock down to";
        QTest::newRow("at risk") << "1s"
                                 << "At risk" << int(Kind::AtRisk)
                                 << "of the changes come too late, and only 1 % may"
                                 << "To keep it, bring the interval of the relay of stock down to";
        QTest::newRow("impossible") << "500ms"
                                    << "Cannot be kept" << int(Kind::Broken)
                                    << "the relay of stock alone takes up to"
                                    << "To keep it, bring the interval of the relay of stock down to";
    }
    void saysByVerdict() {
        QFETCH(QString, within);
        QFETCH(QString, verdict);
        QFETCH(int, state);
        QFETCH(QString, words);
        QFETCH(QString, mend);
        const auto outlook = outlookWith("{within: " + within.toStdString() + "}", {"shop", "card"});
        QVERIFY(outlook);
        QCOMPARE(outlook->title, QString("Can it be kept?"));
        QCOMPARE(outlook->verdict, verdict);
        QCOMPARE(int(outlook->state.value()), state);
        QVERIFY2(outlook->words.contains(words), qPrintable(outlook->words));
        QVERIFY2(outlook->mend.startsWith(mend), qPrintable(outlook->mend));
        QVERIFY(outlook->figure.endsWith(" at 99 %"));
        QVERIFY(numberOf(*outlook, "Promised").startsWith("99 % within "));
        QVERIFY(!numberOf(*outlook, "Visible after").isEmpty() &&
                !numberOf(*outlook, "For certain after").isEmpty());
        QCOMPARE(outlook->parts.size(), 3);
        QCOMPARE(outlook->parts[0].hop, QString("Relay of stock"));
        QCOMPARE(outlook->parts[0].ends, QString("stock/on-hand → stock/Adjusted"));
        QVERIFY(outlook->parts[0].share > 0.9);
    }

    void sharesAreSaidShort() {
        const auto said = [](double share) { return viewmodels::shareWords(share); };
        QCOMPARE(said(0.5), QString("50 %"));
        QCOMPARE(said(0.999), QString("99.9 %"));
        QCOMPARE(said(0.9975), QString("99.75 %"));
        QCOMPARE(said(0.10043217), QString("10 %"));
        QCOMPARE(said(0.99999912), QString("more than 99.99 %"));
        QCOMPARE(said(0.0000123456789), QString("less than 0.01 %"));
    }

    void theWorstOfSeveralChangesSpeaks() {
        const auto all = outlookWith("{within: 5s}", {"shop", "shelf"});
        QCOMPARE(all->verdict, QString("Cannot be kept"));
        QCOMPARE(numberOf(*all, "Slowest of 2 changes"), QString("stock/Listed"));
        QVERIFY2(all->mend.contains("Published through an outbox instead of by schedule"),
                 qPrintable(all->mend));
        const auto one = outlookWith("{within: 5s}", {"shop", "shelf"}, {"stock", "Adjusted"});
        QCOMPARE(one->verdict, QString("Kept for certain"));
        QCOMPARE(numberOf(*one, "After"), QString("stock/Adjusted"));
    }

    void withoutAPromiseItSaysHowFresh() {
        const auto quiet = outlookWith("{within: 5s}", {"shop", "quiet"});
        QCOMPARE(quiet->title, QString("How fresh is it?"));
        QVERIFY(!quiet->state);
        QVERIFY2(
            quiet->words.startsWith("Nothing is promised here. 99 % of the changes are visible after 1.0"),
            qPrintable(quiet->words));
        QVERIFY(!quiet->figure.isEmpty());
        QVERIFY(!outlookWith("{within: 5s}", {"shop", "nothing"}));
    }

    void whatNobodyDeclaredIsNamed() {
        const auto guess = outlookWith("{within: 5s}", {"shop", "guess"});
        QCOMPARE(guess->verdict, QString("Not known to be kept"));
        QCOMPARE(int(guess->state.value()), int(Kind::Unknown));
        QCOMPARE(
            guess->words,
            QString("Nobody knows whether the promise of 5 s is kept: the publishing lag of stock/Guessed "
                    "is not declared."));
        QVERIFY(guess->parts.isEmpty());
    }

    void aDecisionSaysWhatItRisks() {
        const auto sell = outlookWith("{within: 5s}", {"decision", "shop/sell"});
        QCOMPARE(sell->title, QString("What does it risk?"));
        QCOMPARE(sell->verdict, QString("Too old"));
        QCOMPARE(int(sell->state.value()), int(Kind::Broken));
        const QStringList lines = sell->words.split('\n');
        QCOMPARE(lines.size(), 3);
        QVERIFY2(lines[0].startsWith("shop/shelf is up to 18"), qPrintable(lines[0]));
        QVERIFY2(lines[0].contains("60 s is tolerated; "), qPrintable(lines[0]));
        QVERIFY2(lines[0].endsWith("of decisions miss the latest change."), qPrintable(lines[0]));
        QVERIFY(lines[2].contains("asked at its owner"));
        QCOMPARE(outlookWith("{within: 5s}", {"decision", "shop/look"})->verdict, QString("Fresh enough"));
        QVERIFY(!outlookWith("{within: 5s}", {"decision", "shop/idle"}));
    }
};

QTEST_APPLESS_MAIN(OutlookTest)
#include "tst_outlook.moc"
