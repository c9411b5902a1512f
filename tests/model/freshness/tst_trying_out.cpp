// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include <algorithm>
#include <filesystem>

#include "contract/read.h"
#include "contract/set_path.h"
#include "freshness/analysis.h"
#include "freshness/dial.h"
#include "freshness/outage_course.h"

using namespace factline;
using namespace factline::freshness;
using namespace std::chrono_literals;

namespace {

Model example(const char* name) {
    const auto read = contract::readModel(std::filesystem::path(FACTLINE_SOURCE_DIR) / "examples" / name);
    return *atStage(read->model, {});
}

std::vector<std::optional<double>> numbersOf(const Analysis& analysis) {
    std::vector<std::optional<double>> all;
    for (const auto& row : analysis.rows) {
        all.emplace_back(row->verdict ? static_cast<double>(*row->verdict) : -1);
        all.push_back(row->errorBudgetUsed);
        all.push_back(row->throughOutbox);
        if (!row->answer) continue;
        all.push_back(row->answer->atObjective);
        all.push_back(row->answer->bound);
        all.push_back(row->answer->meets);
        for (const HopAnswer& hop : row->answer->hops()) {
            all.emplace_back(hop.budget);
            all.push_back(hop.slack);
            all.push_back(hop.shrinkTo);
        }
    }
    for (const DecisionAge& age : analysis.decisions)
        all.insert(all.end(), {age.p50, age.p99, age.mean, age.guaranteed, age.missesLatest, age.inFlight});
    for (const AudiencePair& pair : analysis.audiences)
        all.insert(all.end(), {pair.p50, pair.p99, pair.mean, pair.guaranteed, pair.shareOfTimeDiffering});
    return all;
}

std::vector<const Step*> stepsOf(const Analysis& analysis) {
    std::vector<const Step*> steps;
    for (const auto& row : analysis.rows)
        for (const Step* step : row->hops)
            if (std::ranges::none_of(steps, [&](const Step* s) { return s->place == step->place; }))
                steps.push_back(step);
    return steps;
}

const Row& rowOf(const Analysis& analysis, const std::string& view) {
    return **std::ranges::find_if(analysis.rows,
                                  [&](const auto& row) { return toString(row->route.viewRef) == view; });
}

} // namespace

/// Trying a model otherwise: where a hop's number stands, what it is turned to, what is worked out anew, and
/// how an outage goes.
class TryingOutTest : public QObject {
    Q_OBJECT
private slots:
    void whatIsKeptChangesNoNumber_data() {
        QTest::addColumn<QByteArray>("name");
        for (const char* name : {"retail.factline.yaml", "airport.factline.yaml"})
            QTest::newRow(name) << QByteArray(name);
    }
    /// Every hop of the example is turned, there and back; each analysis is the one that knows nothing.
    void whatIsKeptChangesNoNumber() {
        QFETCH(QByteArray, name);
        const Model model = example(name.constData());
        const Lookup lookup(model);
        Memory memory;
        const Analysis usual = analyse(lookup, {}, memory);
        QCOMPARE(numbersOf(usual), numbersOf(analyse(lookup)));
        std::size_t tried = 0, changed = 0;
        for (const Step* step : stepsOf(usual)) {
            if (step->place.empty() || ++tried % 4 != 0) continue; // each fourth: it takes long without -O
            const auto dial = dialOf(*step);
            const auto next = contract::withValueAt(
                model, step->place, contract::writtenLag({turned(*step, dial.value_or(1) * 1.7)}));
            QVERIFY2(next, next ? "" : next.error().message.english().c_str());
            const Lookup shifted(*next);
            const auto told = numbersOf(analyse(shifted, {}, memory));
            QCOMPARE(told, numbersOf(analyse(shifted)));
            changed += told == numbersOf(usual) ? 0 : 1;
        }
        QVERIFY(changed * 2 > tried / 4);
        const std::size_t known = memory.workedOut();
        QCOMPARE(numbersOf(analyse(lookup, {}, memory)), numbersOf(usual));
        QCOMPARE(memory.workedOut(), known); // nothing was worked out again
    }

    /// What stands at a hop's place is the hop: said again there, nothing changes.
    void everyHopStandsAtItsPlace() {
        const Model model = example("retail.factline.yaml");
        const Lookup lookup(model);
        const Analysis usual = analyse(lookup);
        std::size_t tried = 0;
        for (const Step* step : stepsOf(usual)) {
            if (step->place.empty() || !step->missing.empty()) continue;
            ++tried;
            Hop same = step->hop;
            same.basis = Basis::Guess;
            const auto next = contract::withValueAt(model, step->place, contract::writtenLag({same}));
            QVERIFY2(next, step->place.c_str());
            const Lookup shifted(*next);
            Routes routes(shifted);
            for (const auto& row : usual.rows) {
                if (std::ranges::find(row->hops, step) == row->hops.end()) continue;
                const auto& ref = row->route.viewRef;
                const auto again = routes.into(*shifted.findContext(ref.context), *shifted.findView(ref));
                bool found = false;
                for (const Route& route : again)
                    for (const Path& path : route.paths)
                        for (const Step& other : path)
                            found =
                                found || (other.identity == step->identity && other.place == step->place &&
                                          other.distribution == step->distribution);
                QVERIFY2(found, step->place.c_str());
            }
        }
        QVERIFY(tried > 20);
    }

    void aDialKeepsTheShape() {
        Step step{.hop = {.form = QuantileLag{.p50 = 10ms, .p99 = 40ms, .p999 = 80ms},
                          .basis = Basis::Measured,
                          .source = "a benchmark",
                          .lagClass = LagClass::Semantic}};
        const auto declare = [&](decltype(Hop::form) form) {
            step.hop.form = std::move(form);
            step.distribution = distributionOf(step.hop).value();
        };
        declare(step.hop.form);
        QVERIFY(std::abs(*dialOf(step) - 0.04) < 1e-9);
        const Hop twice = turned(step, 0.08);
        QVERIFY(twice.form == decltype(Hop::form)(QuantileLag{.p50 = 20ms, .p99 = 80ms, .p999 = 160ms}));
        QVERIFY(twice.basis == Basis::Guess && twice.source.empty() && twice.lagClass == LagClass::Semantic);

        declare(PollLag{.poll = 500ms, .mode = PollMode::FixedDelay, .work = 20ms});
        QCOMPARE(*dialOf(step), 0.5);
        QVERIFY(turned(step, 0.21044).form ==
                decltype(Hop::form)(PollLag{.poll = 210ms, .mode = PollMode::FixedDelay, .work = 20ms}));
        declare(CronLag{.cron = "*/15 * * * *", .run = 2min});
        QCOMPARE(*dialOf(step), 900.0);
        QVERIFY(turned(step, 1).form == decltype(Hop::form)(PollLag{.poll = 1s, .work = 2min}));
        declare(WindowLag{30s});
        QVERIFY(turned(step, 10).form == decltype(Hop::form)(WindowLag{10s}));
        declare(FixedLag{5ms});
        QVERIFY(turned(step, 0).form == decltype(Hop::form)(FixedLag{0ms}));
        step.missing = "the lag of policy a/b";
        QVERIFY(!dialOf(step));
        QVERIFY(turned(step, 2).form == decltype(Hop::form)(QuantileLag{.p99 = 2s}));
    }

    void anOutageIsWorkedOffByTheSlowest() {
        ContextOutage outage{.context = "search", .duration = 600};
        outage.rate = 20;
        outage.utilisation = 0.5;
        outage.views = {{.view = "search/badge", .within = 30, .utilisation = 0.5}};
        const OutageCourse course = courseOf(outage);
        using P = OutageCourse::Point;
        QVERIFY(course.lag == (std::vector<P>{{0, 0}, {600, 600}, {1200, 0}}));
        QVERIFY(course.backlog == (std::vector<P>{{0, 0}, {600, 12000}, {1200, 0}}));
        QVERIFY(course.catchesUp && !course.endless);
        // As long as outageOf says: (D - T) / (1 - rho).
        QCOMPARE(course.late->second - course.late->first, *outageOf(600, 20, 0.5, 30).outOfSlo);
        QCOMPARE(course.end - course.back, *outageOf(600, 20, 0.5, 30).catchUp);

        // A quicker view is back in time long before all is worked off.
        outage.views.front().utilisation = 0.1;
        const OutageCourse quicker = courseOf(outage);
        QVERIFY(quicker.backlog == course.backlog && quicker.end == course.end);
        QCOMPARE(quicker.lag.back().at, 600 / 0.9);
        QCOMPARE(quicker.late->second - quicker.late->first, *outageOf(600, 20, 0.1, 30).outOfSlo);
        QVERIFY(!quicker.lateForEver);

        outage.utilisation = outage.views.front().utilisation = 1.25;
        const OutageCourse never = courseOf(outage);
        QVERIFY(never.endless && !never.catchesUp);
        QVERIFY(never.lag.back().value > 600); // it goes on growing
        QCOMPARE(never.late->second, never.end);
        QVERIFY(never.lateForEver);

        outage.utilisation.reset();
        outage.views.front().utilisation.reset();
        QVERIFY(courseOf(outage).lag.size() == 2 && !courseOf(outage).endless);
        QVERIFY(courseOf(outage).lateWhoKnows && !courseOf(outage).lateForEver);
        outage.duration = 20;
        QVERIFY(!courseOf(outage).late); // shorter than the promise
        outage.duration = 0;
        QVERIFY(courseOf(outage).lag == (std::vector<P>{{0, 0}, {0, 0}}));
    }

    void anOutageNamesWhatItRestsOn() {
        const Lookup lookup(example("retail.factline.yaml"));
        const Analysis analysis = analyse(lookup, {{{"search", 5min}}});
        const ContextOutage& outage = analysis.outages.front();
        QVERIFY(outage.rate && outage.backlog && *outage.backlog == *outage.rate * 300);
        const LateView* view = hardest(outage);
        QVERIFY(view);
        QCOMPARE(*rowOf(analysis, view->view).within, view->within);
        QCOMPARE(outage.slowest.empty(), !outage.utilisation.has_value());
    }
};

QTEST_APPLESS_MAIN(TryingOutTest)
#include "tst_trying_out.moc"
