// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include <cmath>

#include "contract/read.h"
#include "contract/set_path.h"
#include "freshness/breaches.h"
#include "freshness/delays.h"
#include "freshness/journey.h"
#include "freshness/reason.h"

using namespace factline;
using namespace factline::freshness;

namespace {

/// A view told by a relay that looks every 2 s; nothing else takes time.
std::string told(const std::string& view, const std::string& subscription = "{fixed: 0s}") {
    return "factline: 1\n"
           "contexts:\n"
           "  stock:\n"
           "    facts: {on-hand: {}}\n"
           "    publishing: {through: outbox, lag: {poll: 2s}}\n"
           "    channels: {all: {lag: {fixed: 0s}}}\n"
           "    events: {StockAdjusted: {announces: [on-hand], channel: all}}\n"
           "  shop:\n"
           "    views:\n"
           "      shelf:\n"
           "        shows: [stock/on-hand]\n"
           "        fedBy: {stock/StockAdjusted: {lag: " +
           subscription +
           "}}\n"
           "        " +
           view + "\n";
}

constexpr auto tenth = "loss: 10%\n        reconciled: {every: 20s, against: stock/on-hand}\n        ";

Model modelOf(const std::string& text) {
    const auto read = contract::parseModel({{"m.factline.yaml", text}});
    if (!read.problems.empty()) qFatal("%s", contract::toString(read.problems[0]).c_str());
    return read.model;
}

bool isNear(std::optional<double> value, double expected) {
    return value && std::abs(*value - expected) < 1e-3 * expected;
}

} // namespace

/// Where changes are lost, what is told of a promise is about all of them.
class LossTest : public QObject {
    Q_OBJECT
private slots:
    /// 0.9 F(x) + 0.1 R(x), F of the relay and R of the next run of reconciliation: past 2 s it is 0.9 + x /
    /// 200, so 95 % are there after 10 s, 92.5 % after 5 s. Before 10 s more than all of the delivered would
    /// have to be there: no dependence gets below, and none above.
    void timesAreThoseOfAllChanges() {
        const Model model = modelOf(told(std::string(tenth) + "freshness: {within: 5s, for: 95%}"));
        const auto analysis = analyse(Lookup(model));
        const Answer& answer = *analysis.rows.front()->answer;
        QCOMPARE(*answer.verdict, Verdict::Impossible);
        QVERIFY(isNear(answer.timeOfAll(), 10) && isNear(answer.boundOfAll(), 10));
        QVERIFY(isNear(answer.floorOfAll(), 10) && isNear(answer.inTimeOfAll(), 0.925));
        const Breaches breaches = breachesOf(Lookup(model));
        QVERIFY(isNear(breaches.promises.front().expected(), 10));
        for (const Delay& delay : delaysOf(Lookup(model), {"stock", "on-hand"}))
            if (delay.element.kind == ElementKind::View) QVERIFY(isNear(delay.time, 10));
    }

    /// Within 12 s 6 of 10 of the lost are back: of the others (0.95 - 0.06) / 0.9 have to be in time.
    void hopsAreAboutTheOthers() {
        const Model model = modelOf(told(std::string(tenth) + "freshness: {within: 12s, for: 95%}"));
        const auto analysis = analyse(Lookup(model));
        const Row& row = *analysis.rows.front();
        QCOMPARE(*row.verdict, Verdict::Proven);
        QVERIFY(isNear(row.answer->atObjective, 2 * 0.89 / 0.9));
        QVERIFY(isNear(row.answer->timeOfAll(), 10));
        QCOMPARE(reasonOf(row),
                 std::string("95 % are visible after 10 s, and after 10 s even if the hops are "
                             "slow together"));
        QCOMPARE(fateOfLost(*row.answer, questionOf(row)),
                 std::string("10 % of the changes are lost; reconciliation mends them within 20 s"));
    }

    void theBoundHoldsWhereTheVerdictSaysSo() {
        const std::string lag = "{p50: 100ms, p99: 1s}";
        for (const char* within : {"3s", "4s", "5s", "6s", "8s", "12s", "20s"}) {
            const Model model =
                modelOf(told("loss: 0.5%\n        reconciled: {every: 20s, against: stock/on-hand}\n        "
                             "freshness: {within: " +
                                 std::string(within) + ", for: 99%}",
                             lag));
            const auto analysis = analyse(Lookup(model));
            const Row& row = *analysis.rows.front();
            const Answer& answer = *row.answer;
            QVERIFY(*answer.floorOfAll() <= *answer.timeOfAll() &&
                    *answer.timeOfAll() <= *answer.boundOfAll());
            QCOMPARE(*answer.boundOfAll() <= *row.within, *row.verdict == Verdict::Proven);
            QCOMPARE(*answer.timeOfAll() <= *row.within, *row.verdict <= Verdict::Expected);
            QCOMPARE(*answer.floorOfAll() > *row.within, *row.verdict == Verdict::Impossible);
        }
    }

    /// What would prove a promise is asked of the share of the delivered ones.
    void theMendOfABoundMends() {
        const Model model =
            modelOf(told("loss: 0.5%\n        freshness: {within: 3s, for: 99%}", "{p50: 100ms, p99: 1s}"));
        const auto analysis = analyse(Lookup(model));
        const Row& row = *analysis.rows.front();
        QCOMPARE(*row.verdict, Verdict::Expected);
        const auto mend = mendToProve(row);
        QVERIFY(mend && mend->would);
        const double told = toSeconds(std::get<PollLag>(mend->would->form).poll);
        const auto with = [&](double seconds) {
            const Model tried = *contract::withValueAt(model, "contexts.stock.publishing.lag.poll",
                                                       std::to_string(int(seconds * 1e6)) + "us");
            return *analyse(Lookup(tried)).rows.front()->verdict;
        };
        QCOMPARE(with(told), Verdict::Proven);
        QCOMPARE(with(told * 1.01), Verdict::Expected);
    }

    void saysWhatBarsAPromise_data() {
        QTest::addColumn<QString>("view");
        QTest::addColumn<QString>("lag");
        QTest::addColumn<QString>("said");
        QTest::newRow("nothing mends what is lost")
            << "loss: 2%\n        freshness: {within: 5s}"
            << "{fixed: 0s}"
            << "2 % of the changes are lost and only 1 % may be late; nothing mends them";
        QTest::newRow("mended too late") << "loss: 2%\n        reconciled: {every: 40s, against: "
                                            "stock/on-hand}\n        freshness: {within: 5s}"
                                         << "{fixed: 0s}"
                                         << "2 % of the changes are lost and only 1 % may be late; "
                                            "reconciliation mends them too late: 99 % "
                                            "are visible only after 20 s";
        QTest::newRow("all of them, some are never found")
            << "loss: 2%\n        reconciled: {every: 40s, against: stock/on-hand, coverage: 90%}\n        "
               "freshness: {within: 5s, for: 100%}"
            << "{fixed: 0s}"
            << "2 % of the changes are lost and none may be late; reconciliation may miss one for ever";
        QTest::newRow("all of them, without a limit") << "freshness: {within: 5s, for: 100%}"
                                                      << "{p50: 10ms, p99: 1s}"
                                                      << "every change would have to be in time, and nothing "
                                                         "limits how long stock/all -> shop/shelf takes";
        QTest::newRow("too slow")
            << "freshness: {within: 1s}"
            << "{fixed: 0s}"
            << "99 % of the changes cannot be visible before 1.98 s, however the hops fall together";
    }
    void saysWhatBarsAPromise() {
        QFETCH(QString, view);
        QFETCH(QString, lag);
        QFETCH(QString, said);
        const Model model = modelOf(told(view.toStdString(), lag.toStdString()));
        const auto analysis = analyse(Lookup(model));
        const Row& row = *analysis.rows.front();
        QCOMPARE(*row.verdict, Verdict::Impossible);
        QCOMPARE(QString::fromStdString(reasonOf(row)), said);
    }
};

QTEST_APPLESS_MAIN(LossTest)
#include "tst_loss.moc"
