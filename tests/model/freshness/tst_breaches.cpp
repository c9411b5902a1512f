// SPDX-License-Identifier: Apache-2.0
#include <QRegularExpression>
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
#include "freshness/spoken.h"

using namespace factline;
using namespace factline::freshness;

namespace {

Model example(const std::string& name) {
    const auto read = contract::readModel(std::filesystem::path(FACTLINE_SOURCE_DIR) / "examples" / name);
    return *atStage(read->model, {});
}

/// What a user writes who reads "Bring the p50 and p99 of a -> b down to 124 ms and 1.24 s.".
std::string toldLag(const std::string& sentence) {
    static const QRegularExpression form("^Bring the (.+) of \\S+ -> \\S+ down to (.+)\\.$");
    const auto match = form.match(QString::fromStdString(sentence));
    static const QRegularExpression between(", | and ");
    const QStringList names = match.captured(1).split(between), values = match.captured(2).split(between);
    QStringList pairs;
    for (qsizetype i = 0; i < names.size() && names.size() == values.size(); ++i)
        pairs += names[i] + ": " + QString(values[i]).remove(' ').replace("min", "m");
    return "{" + pairs.join(", ").toStdString() + "}";
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
        QTest::newRow("100 %, nothing limits it") << "100%"
                                                  << "400s" << true;
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
        const auto same = [](double a, double b) { return a == b || std::abs(a - b) < 1e-6; };
        const Lookup lookup(read.model);
        const Analysis all = analyse(lookup);
        const Breaches breaches = breachesOf(lookup);
        const DecisionAge& age = all.decisions.front();
        QCOMPARE(verdictOf(age) == Verdict::AtRisk, isTooMuch);
        QCOMPARE(breaches.decisions.empty(), verdictOf(age) == Verdict::Proven);
        if (!breaches.decisions.empty()) {
            QCOMPARE(breaches.decisions.front().isExpected(), isTooMuch);
            QVERIFY(same(breaches.decisions.front().expected, *age.atObjective));
        }
        const AudiencePair& pair = all.audiences.front();
        QCOMPARE(verdictOf(pair) == Verdict::AtRisk, isTooMuch);
        QCOMPARE(breaches.audiences.size(), std::size_t(isTooMuch));
        if (isTooMuch) QVERIFY(same(breaches.audiences.front().expected, *pair.atObjective));
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

    /// Whatever is objected to, the numbers that are told would do when they are written into the model, and
    /// 3 % more would not.
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
        QVERIFY(mend && mend->would);
        const auto with = [&](const std::string& lag) {
            return *contract::withValueAt(read.model, "contexts.b.views.v.fedBy.a/FMoved.lag", lag);
        };
        QVERIFY(!mendNow(with(toldLag(spoken(*mend)))));
        QVERIFY(toldLag(spoken(*mend)).find("p50") != std::string::npos);
        auto more = std::get<QuantileLag>(mend->would->form);
        *more.p50 += *more.p50 * 3 / 100;
        more.p99 += more.p99 * 3 / 100;
        QVERIFY(mendNow(with(contract::writtenLag({{.form = more}}))));
    }

    /// Any hop of any broken promise: as it is told to do alone, it does, whatever else is on the way.
    void everyHopThatWouldDoDoes_data() {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("last");
        QTest::addColumn<QString>("promise");
        const char* const work = "{p50: 35ms, p99: 733ms, p99.9: 3.1s, max: 20s}";
        const char* const office = "{cron: '*/5 8-18 * * *', run: 3s}"; // and thirteen hours at night
        for (const char* first : {"{poll: 1700ms, work: 30ms}", "{poll: 800ms, mode: fixedDelay, work: 70ms}",
                                  office, "{p99: 4s}", "{fixed: 1s}", "{window: 4s}"})
            for (const char* last : {"{p50: 310ms, p99: 3.3s}", work, "{p99: 2s}"})
                for (const char* promise : {"{within: 1500ms, for: 95%}", "{within: 2s, for: 99.9%}",
                                            "{within: 3700ms, for: 99.999%}", "{within: 10h, for: 99%}"})
                    QTest::addRow("%s %s %s", first, last, promise) << first << last << promise;
    }
    void everyHopThatWouldDoDoes() {
        QFETCH(QString, first);
        QFETCH(QString, last);
        QFETCH(QString, promise);
        const auto model = [&](const std::string& views) {
            const auto read = contract::parseModel(
                {{"m.factline.yaml",
                  "factline: 1\ncontexts:\n  a:\n    facts: {f: {}}\n    channels: {c: {lag: {p50: 11ms, "
                  "p99: "
                  "130ms}}}\n    events: {FMoved: {announces: [f], channel: c, publishing: {through: outbox, "
                  "lag: " +
                      first.toStdString() + "}}}\n  b:\n" + views}});
            return read.problems.empty() ? std::optional(read.model) : std::nullopt;
        };
        const std::string alone =
            "    views: {v: {shows: [a/f], fedBy: {a/FMoved: {lag: " + last.toStdString() +
            "}}, freshness: " + promise.toStdString() + "}}\n";
        const std::string met =
            "    facts: {g: {derivedFrom: [a/f]}}\n    events: {GMoved: {announces: [g], publishing: "
            "{through: "
            "outbox, lag: {poll: 300ms}}}}\n"
            "    policies: {p: {when: {a/FMoved: {}}, then: [GMoved], lag: {p50: 40ms, p99: 270ms}}}\n"
            "    views: {v: {shows: [a/f], fedBy: {a/FMoved: {lag: " +
            last.toStdString() +
            "}, GMoved: {lag: {p50: 20ms, p99: 900ms}}}, freshness: " + promise.toStdString() + "}}\n";
        std::size_t tried = 0;
        for (const std::string& views : {alone, met}) {
            const auto usual = model(views);
            QVERIFY(usual);
            const Lookup lookup(*usual);
            const Analysis analysis = analyse(lookup);
            for (const auto& row : analysis.rows) {
                if (row->verdict != Verdict::AtRisk && row->verdict != Verdict::Impossible) continue;
                QVERIFY(views == alone || row->route.paths.size() == 2);
                for (std::size_t i = 0; i < row->hops.size(); ++i) {
                    const Step& step = *row->hops[i];
                    const auto& would = row->answer->hops()[i].would;
                    if (step.place.empty()) continue;
                    if (would) ++tried;
                    // Of the others not even next to nothing would do.
                    const std::string lag = contract::writtenLag(
                        {would ? *would : Hop{.form = FixedLag{std::chrono::microseconds(1)}}});
                    const auto next = contract::withValueAt(*usual, step.place, lag);
                    QVERIFY2(next, next ? "" : next.error().message.english().c_str());
                    const Lookup shifted(*next);
                    const auto now = analyse(shifted);
                    QVERIFY2((*now.rows.front()->verdict <= Verdict::Expected) == would.has_value(),
                             (step.place + " " + lag).c_str());
                }
            }
        }
        if (promise.contains("10h")) QCOMPARE(tried > 0, first.contains("cron"));
    }

    /// In the example, too, where the hop is one of several.
    void theMendMends() {
        Model model = example("retail.factline.yaml");
        const Breaches breaches = breachesOf(Lookup(model));
        const auto label = std::ranges::find(breaches.promises, "shelf-label",
                                             [](const BrokenPromise& one) { return one.view->name; });
        QVERIFY(label != breaches.promises.end() && label->mend && label->mend->would);
        const std::string told = toldLag(spoken(*label->mend));
        QVERIFY(told.starts_with("{window: "));
        model = *contract::withValueAt(
            model, "contexts.stores.views.shelf-label.fedBy.pricing/PriceChanged.lag.0", told);
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
