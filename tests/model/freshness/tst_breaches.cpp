// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "contract/read.h"
#include "contract/set_path.h"
#include "freshness/analysis.h"
#include "freshness/breaches.h"
#include "freshness/risk.h"
#include "freshness/scenario.h"

using namespace factline;
using namespace factline::freshness;

namespace {

Model example(const std::string& name) {
    const auto read = contract::readModel(std::filesystem::path(FACTLINE_SOURCE_DIR) / "examples" / name);
    return *atStage(read->model, {});
}

} // namespace

/// What the rules object to is what the whole analysis says.
class BreachesTest : public QObject {
    Q_OBJECT
private slots:
    void theySayWhatTheAnalysisSays_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"retail", "retail-fixed", "airport", "first-minute"})
            QTest::newRow(name) << QString("%1.factline.yaml").arg(name);
    }
    void theySayWhatTheAnalysisSays() {
        QFETCH(QString, name);
        const Lookup lookup(example(name.toStdString()));
        const Analysis all = analyse(lookup);
        const Breaches breaches = breachesOf(lookup);
        std::size_t broken = 0;
        for (const auto& row : all.rows) {
            if (!row->verdict || *row->verdict == Verdict::Proven || *row->verdict == Verdict::Expected)
                continue;
            ++broken;
            const auto told = std::ranges::find_if(breaches.promises, [&](const BrokenPromise& one) {
                return one.view == row->route.view && one.change == row->route.change;
            });
            QVERIFY(told != breaches.promises.end());
            QCOMPARE(told->verdict, *row->verdict);
            QCOMPARE(told->expected(), row->answer ? row->answer->timeOfAll() : std::nullopt);
        }
        QCOMPARE(breaches.promises.size(), broken);
    }

    /// Decisions and audiences are judged at their own objective by both: at 99.9 % the age is 6.67 s and not
    /// the 3.28 s of 99 %, of which 4 s are tolerated.
    void decisionsAndAudiencesAgree_data() {
        QTest::addColumn<QString>("share");
        QTest::addColumn<QString>("limit");
        QTest::addColumn<bool>("isTooMuch");
        QTest::newRow("99 %, enough") << "99%"
                                      << "4s" << false;
        QTest::newRow("99.9 %, too much") << "99.9%"
                                          << "4s" << true;
        QTest::newRow("99.9 %, only if slow together") << "99.9%"
                                                       << "6900ms" << false;
        QTest::newRow("90 %, enough") << "90%"
                                      << "2s" << false;
        QTest::newRow("90 %, too much") << "90%"
                                        << "500ms" << true;
    }
    void decisionsAndAudiencesAgree() {
        QFETCH(QString, share);
        QFETCH(QString, limit);
        QFETCH(bool, isTooMuch);
        const std::string q = share.toStdString(), most = limit.toStdString();
        const auto read = contract::parseModel(
            {{"m.factline.yaml",
              "factline: 1\ncontexts:\n  a:\n    publishing: {through: outbox}\n    facts: {f: {}}\n"
              "    events: {FMoved: {announces: [f]}, FGrew: {announces: [f]}}\n  b:\n    views:\n"
              "      v: {shows: [a/f], fedBy: {a/FMoved: {lag: {p50: 300ms, p99: 3s}}, "
              "a/FGrew: {lag: {fixed: 1ms}}}, freshness: {for: " +
                  q +
                  "}}\n"
                  "      w: {shows: [a/f], fedBy: {a/FMoved: {}}}\n"
                  "    decisions: {d: {reads: {v: {tolerates: " +
                  most +
                  "}}}}\n"
                  "audiences:\n  eyes: {sees: [b/v, b/w], of: a/f, mayDisagreeFor: " +
                  most + ", for: " + q + "}\n"}});
        QVERIFY(read.problems.empty());
        const Lookup lookup(read.model);
        const Analysis all = analyse(lookup);
        const Breaches breaches = breachesOf(lookup);
        const DecisionAge& age = all.decisions.front();
        QCOMPARE(verdictOf(age) == Verdict::AtRisk, isTooMuch);
        QCOMPARE(breaches.decisions.empty(), verdictOf(age) == Verdict::Proven);
        if (!breaches.decisions.empty()) {
            QCOMPARE(breaches.decisions.front().isExpected(), isTooMuch);
            QVERIFY(std::abs(breaches.decisions.front().expected - *age.atObjective) < 1e-6);
        }
        const AudiencePair& pair = all.audiences.front();
        QCOMPARE(verdictOf(pair) == Verdict::AtRisk, isTooMuch);
        QCOMPARE(breaches.audiences.size(), std::size_t(isTooMuch));
        if (isTooMuch) QVERIFY(std::abs(breaches.audiences.front().expected - *pair.atObjective) < 1e-6);
    }

    /// At 100 % an age without an end is not known, but half of them, and how many are too old.
    void anEndlessAgeLeavesTheRest() {
        const auto ageAt = [](const std::string& share) {
            const auto read = contract::parseModel(
                {{"m.factline.yaml",
                  "factline: 1\ncontexts:\n  a:\n    publishing: {through: outbox}\n    facts: {f: {}}\n"
                  "    events: {FMoved: {announces: [f]}}\n  b:\n    views:\n"
                  "      v: {shows: [a/f], fedBy: {a/FMoved: {lag: {p50: 300ms, p99: 3s}}}, freshness: "
                  "{for: " +
                      share +
                      "}}\n"
                      "    decisions: {d: {reads: {v: {tolerates: 4s}}}}\n"}});
            return analyse(Lookup(read.model)).decisions.front();
        };
        const DecisionAge all = ageAt("100%"), most = ageAt("99.9%");
        QVERIFY(std::isinf(*all.atObjective) && std::isfinite(*most.atObjective));
        QVERIFY(std::abs(*all.p50 - *most.p50) < 0.01 * *most.p50);
        QVERIFY(std::abs(*all.mean - *most.mean) < 0.01 * *most.mean);
        QVERIFY(std::abs(*all.tooOld - *most.tooOld) < 0.1 * *most.tooOld);
    }

    /// Whatever is objected to, the value that is named would do, and 3 % more would not.
    void everyMendMends_data() {
        QTest::addColumn<QString>("view");
        QTest::addColumn<QString>("limits");
        QTest::newRow("promise") << "freshness: {within: 2s, for: 99%}"
                                 << "";
        QTest::newRow("promise of a view that loses changes")
            << "freshness: {within: 2s, for: 99%}, loss: 0.4%, reconciled: {every: 1h, against: a/f}"
            << "";
        QTest::newRow("decision") << "freshness: {for: 99%}"
                                  << "    decisions: {d: {reads: {v: {tolerates: 2s}}}}\n";
        QTest::newRow("decision, only if slow together")
            << "freshness: {for: 99.9%}"
            << "    decisions: {d: {reads: {v: {tolerates: 6900ms}}}}\n";
        QTest::newRow("audience") << "freshness: {for: 99%}"
                                  << "audiences: {eyes: {sees: [b/v, b/w], of: a/f, mayDisagreeFor: 2s}}\n";
    }
    void everyMendMends() {
        QFETCH(QString, view);
        QFETCH(QString, limits);
        const auto read = contract::parseModel(
            {{"m.factline.yaml",
              "factline: 1\ncontexts:\n  a:\n    publishing: {through: outbox}\n    facts: {f: {}}\n"
              "    events: {FMoved: {announces: [f]}}\n  b:\n    views:\n"
              "      v: {shows: [a/f], fedBy: {a/FMoved: {lag: {p50: 300ms, p99: 3s}}}, " +
                  view.toStdString() +
                  "}\n"
                  "      w: {shows: [a/f], fedBy: {a/FMoved: {}}}\n" +
                  limits.toStdString()}});
        QVERIFY(read.problems.empty());
        const auto mendNow = [&](const Model& model) -> std::optional<Mend> {
            const Breaches found = breachesOf(Lookup(model));
            if (!found.promises.empty()) return found.promises.front().mend;
            for (const StaleDecision& one : found.decisions) // the bound may still be past it
                if (one.isExpected() || view == "freshness: {for: 99.9%}") return one.mend;
            return found.audiences.empty() ? std::nullopt : found.audiences.front().mend;
        };
        const auto mend = mendNow(read.model);
        QVERIFY(mend && mend->value);
        QCOMPARE(mend->what, std::string_view("p99"));
        const auto with = [&](double p99) { // the whole lag comes down with it
            const auto ms = [](double seconds) {
                return std::to_string(static_cast<long long>(seconds * 1e6) / 1000.0) + "ms";
            };
            return *contract::withValueAt(read.model, "contexts.b.views.v.fedBy.a/FMoved.lag",
                                          "{p50: " + ms(p99 / 10) + ", p99: " + ms(p99) + "}");
        };
        QVERIFY(!mendNow(with(*mend->value * 0.999)));
        QVERIFY(mendNow(with(*mend->value * 1.03)));
    }

    /// In the example, too, where the hop is one of several.
    void theMendMends() {
        Model model = example("retail.factline.yaml");
        const Breaches breaches = breachesOf(Lookup(model));
        const auto label = std::ranges::find(breaches.promises, "shelf-label",
                                             [](const BrokenPromise& one) { return one.view->name; });
        QVERIFY(label != breaches.promises.end() && label->mend && label->mend->value);
        QCOMPARE(label->mend->what, std::string_view("window"));
        const auto ms = std::to_string(static_cast<int>(*label->mend->value * 1000)) + "ms";
        model = *contract::withValueAt(
            model, "contexts.stores.views.shelf-label.fedBy.pricing/PriceChanged.lag.0.window", ms);
        for (const BrokenPromise& one : breachesOf(Lookup(model)).promises)
            QVERIFY(one.view->name != "shelf-label");
    }

    void aModelWithoutPromisesIsNotAskedAbout() {
        Model model = example("retail.factline.yaml");
        for (auto& context : model.contexts) {
            Context silent = *context;
            for (auto& view : silent.views) {
                View plain = *view;
                plain.freshness.reset();
                view = plain;
            }
            silent.decisions.clear();
            context = silent;
        }
        model.audiences.clear();
        const Breaches breaches = breachesOf(Lookup(model));
        QVERIFY(breaches.promises.empty() && breaches.decisions.empty() && breaches.audiences.empty());
    }

    void aScenarioIsSetAgainstTheModel() {
        const Model model = example("retail.factline.yaml");
        Scenario scenario{
            "faster-labels",
            {{"contexts.stores.views.shelf-label.fedBy.pricing/PriceChanged.lag.0.window", "2s"}}};
        const auto changed = contract::withScenario(model, scenario);
        QVERIFY(changed.has_value());
        const auto usual = analyse(Lookup(model));
        const auto shifts = shiftsBetween(usual, analyse(Lookup(*changed), assumptionsOf(scenario)));
        QCOMPARE(shifts.size(), std::size_t(1));
        QCOMPARE(toString(shifts[0].view), std::string("stores/shelf-label"));
        QCOMPARE(shifts[0].before, Verdict::AtRisk);
        QVERIFY(*shifts[0].after < Verdict::AtRisk && *shifts[0].supposed < *shifts[0].usual);
        QVERIFY(!shifts[0].isWorse());
        QVERIFY(shiftsBetween(usual, analyse(Lookup(model))).empty());

        scenario = {"down", {}, {{"pricing", std::chrono::hours(1)}}};
        const auto down = shiftsBetween(usual, analyse(Lookup(model), assumptionsOf(scenario)));
        QVERIFY(!down.empty());
        for (const Shift& shift : down)
            QVERIFY(shift.isWorse() && shift.before == shift.after);
    }
};

QTEST_APPLESS_MAIN(BreachesTest)
#include "tst_breaches.moc"
