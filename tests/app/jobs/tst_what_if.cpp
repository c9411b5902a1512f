// SPDX-License-Identifier: Apache-2.0
#include <rapidcheck.h>

#include <QSignalSpy>
#include <QtTest>

#include "contract/read.h"
#include "contract/set_path.h"
#include "jobs/scenario_edits.h"
#include "jobs/what_if.h"

using namespace factline;
using namespace std::chrono_literals;

namespace {

const std::string shop = R"(factline: 1
contexts:
  stock:
    facts: {on-hand: {means: What lies there., changeRate: 12/h}}
    publishing: {through: outbox, lag: {poll: 2s, basis: measured, source: the relay's log}}
    channels: {stock.all: {lag: {p50: 200ms, p99: 1s}}} # as the vendor says
    events:
      StockAdjusted: {announces: [on-hand], channel: stock.all, rate: 20/s}
  shop:
    views:
      shelf:
        shows: [stock/on-hand]
        fedBy: {stock/StockAdjusted: {capacity: {perMessage: 10ms}}}
        freshness: {within: 2s, for: 99%}
scenarios:
  calm: {set: {contexts.stock.publishing.lag.poll: 200ms}}
)";

const std::string publishing = "contexts.stock.publishing.lag";
const std::string channel = "contexts.stock.channels.stock.all.lag";

struct Desk {
    document::Document document;
    jobs::Judge judge{document};
    jobs::WhatIf whatIf{document, judge};
    explicit Desk(const std::string& text = shop) { document.show(document::openText(text)); }
    std::string text() const { return *document.text()->files.front().text; }
    /// Waits until what is assumed is worked out.
    const jobs::Supposed& worked() {
        [this] { QTRY_VERIFY_WITH_TIMEOUT(whatIf.isUpToDate(), 20'000); }();
        return *whatIf.latest();
    }
};

const freshness::Row& only(const std::shared_ptr<const freshness::Analysis>& analysis) {
    return *analysis->rows.front();
}

} // namespace

/// Trying out on an open document, which knows nothing of it until it is told.
class WhatIfTest : public QObject {
    Q_OBJECT
private slots:
    void worksOutWhatAValueWouldDo() {
        Desk desk;
        QSignalSpy switched(&desk.whatIf, &jobs::WhatIf::switched);
        QVERIFY(!desk.whatIf.isOn() && !desk.whatIf.latest());
        desk.whatIf.setValue(publishing, "{poll: 200ms}");
        QVERIFY(desk.whatIf.isOn());
        QCOMPARE(switched.count(), 1);
        const auto& made = desk.worked();
        QVERIFY(only(made.usual).verdict == freshness::Verdict::AtRisk);
        QVERIFY(only(made.analysis).verdict == freshness::Verdict::Proven);
        QCOMPARE(made.shifts.size(), std::size_t(1));

        // The same as the whole analysis of the model that would come of it.
        auto shifted = contract::withScenario(desk.document.snapshot()->model, made.scenario);
        QVERIFY(shifted.has_value());
        const Lookup lookup(*shifted);
        const auto whole = freshness::analyse(lookup, freshness::assumptionsOf(made.scenario));
        QCOMPARE(only(made.analysis).answer->atObjective, whole.rows.front()->answer->atObjective);
        QCOMPARE(only(made.analysis).answer->bound, whole.rows.front()->answer->bound);

        desk.whatIf.resetValue(publishing);
        QVERIFY(desk.worked().shifts.empty());
        QVERIFY(desk.whatIf.isEmpty());
    }

    void followsTheDocument() {
        Desk desk;
        desk.whatIf.setValue(channel, "{p50: 20ms, p99: 100ms}");
        const auto before = only(desk.worked().analysis).answer->atObjective;
        auto next = contract::withValueAt(desk.document.snapshot()->model, publishing + ".poll", "100ms");
        const auto stock = *next->contexts.front();
        QVERIFY(desk.document.apply(edit::ReplaceElement{stock}).has_value());
        QVERIFY(!desk.whatIf.isUpToDate());
        const auto& made = desk.worked();
        QCOMPARE(made.revision, desk.document.revision());
        QVERIFY(*only(made.analysis).answer->atObjective < *before);

        // Its place goes: it is said, and the model is shown as it is.
        Context without = stock;
        without.channels.clear();
        QVERIFY(desk.document.apply(edit::ReplaceElement{without}).has_value());
        QVERIFY(!desk.worked().problem.empty());
        QCOMPARE(only(desk.worked().analysis).answer->atObjective,
                 only(desk.worked().usual).answer->atObjective);

        desk.document.show(document::openText("factline: 1\nmodel: Another\n"));
        QVERIFY(!desk.whatIf.isOn() && desk.whatIf.isEmpty() && !desk.whatIf.latest());
    }

    /// Asked quicker than it can work, it gets on all the same, and ends with what was asked for last.
    void comesToTheLastOfMany() {
        Desk desk;
        QSignalSpy supposed(&desk.whatIf, &jobs::WhatIf::supposed);
        for (int i = 1; i <= 200; ++i)
            desk.whatIf.setValue(publishing, "{poll: " + std::to_string(i) + "ms}");
        const auto& made = desk.worked();
        QCOMPARE(made.scenario.set.front().second, std::string("{poll: 200ms}"));
        QVERIFY(supposed.count() < 200);
    }

    void nothingIsTouchedUntilItIsApplied() {
        QVERIFY(rc::check("moves of sliders leave document and history alone", [] {
            static Desk desk;
            static const std::string text = desk.text();
            const auto snapshot = desk.document.snapshot();
            const auto moves = *rc::gen::container<std::vector<std::pair<int, int>>>(
                rc::gen::pair(rc::gen::inRange(0, 6), rc::gen::inRange(1, 90'000)));
            for (const auto& [what, ms] : moves) {
                const std::string lag = "{fixed: " + std::to_string(ms) + "ms}";
                if (what == 0) desk.whatIf.setValue(publishing, lag);
                if (what == 1) desk.whatIf.setValue(channel, lag);
                if (what == 2) desk.whatIf.setOutage("shop", std::chrono::seconds(ms));
                if (what == 3) desk.whatIf.resetValue(channel);
                if (what == 4) desk.whatIf.clear();
                if (what == 5) desk.whatIf.take(snapshot->model.scenarios.front());
                RC_ASSERT(desk.document.snapshot() == snapshot);
            }
            RC_ASSERT(desk.text() == text);
            RC_ASSERT(desk.document.history().count() == 0);
            RC_ASSERT(!desk.document.isDirty());
        }));
    }

    void appliesAsOneStep() {
        Desk desk;
        const std::string before = desk.text();
        desk.whatIf.setValue(publishing, "{poll: 200ms}");
        desk.whatIf.setValue(channel, "{p50: 20ms, p99: 100ms}");
        desk.whatIf.setOutage("shop", 10min);
        const auto shifted = contract::withScenario(desk.document.snapshot()->model, desk.whatIf.scenario());
        QVERIFY(desk.whatIf.apply().has_value());
        QCOMPARE(desk.document.history().count(), 1);
        QVERIFY(desk.document.snapshot()->model == *shifted);
        QVERIFY(contract::parseModel({{"model.factline.yaml", desk.text()}}).model == *shifted);
        QVERIFY(desk.text().find("# as the vendor says") != std::string::npos);
        QVERIFY(desk.whatIf.scenario().set.empty());
        QCOMPARE(desk.whatIf.scenario().outage.size(), std::size_t(1)); // an outage is nothing to apply
        QVERIFY(!desk.whatIf.apply().has_value());
        QCOMPARE(desk.document.history().count(), 1);
        desk.document.history().undo();
        QCOMPARE(desk.text(), before);
    }

    void keepsAScenario() {
        Desk desk;
        const std::string before = desk.text();
        QVERIFY(!desk.whatIf.keepAs("nothing").has_value());
        desk.whatIf.setValue(channel, "{p50: 20ms, p99: 100ms, max: 1s}");
        desk.whatIf.setOutage("shop", 10min);
        QVERIFY(!desk.whatIf.keepAs(" ! ").has_value());
        QVERIFY(desk.whatIf.keepAs("Black Friday").has_value());
        QCOMPARE(desk.document.history().count(), 1);
        const auto read = contract::parseModel({{"model.factline.yaml", desk.text()}});
        QVERIFY(read.problems.empty());
        QCOMPARE(read.model.scenarios.size(), std::size_t(2));
        Scenario wanted = desk.whatIf.scenario();
        wanted.name = "black-friday";
        QVERIFY(read.model.scenarios.back() == wanted);

        desk.whatIf.setOutage("shop", 20min);
        QVERIFY(desk.whatIf.keepAs("black-friday").has_value()); // in its place
        QCOMPARE(desk.document.snapshot()->model.scenarios.size(), std::size_t(2));
        desk.document.history().undo();
        desk.document.history().undo();
        QCOMPARE(desk.text(), before);
    }

    /// Any scenario that can be assumed is kept so that reading gives it back.
    void everyScenarioReadsBack() {
        QVERIFY(rc::check("keeping and reading", [] {
            document::Document document;
            document.show(document::openText(shop));
            Scenario scenario;
            const auto lag = "{poll: " + std::to_string(*rc::gen::inRange(1, 100'000)) + "ms, work: 3ms}";
            if (*rc::gen::arbitrary<bool>()) scenario.set.emplace_back(publishing, lag);
            if (*rc::gen::arbitrary<bool>()) scenario.set.emplace_back(channel, lag);
            if (*rc::gen::arbitrary<bool>() || scenario.set.empty())
                scenario.outage.emplace_back("shop", std::chrono::seconds(*rc::gen::inRange(1, 3600)));
            const auto edit = jobs::keeping(document.snapshot()->model, scenario, "Some Day");
            RC_ASSERT(edit.has_value());
            RC_ASSERT(document.apply(*edit).has_value());
            const auto read =
                contract::parseModel({{"m.factline.yaml", *document.text()->files.front().text}});
            scenario.name = "some-day";
            RC_ASSERT(read.problems.empty() && read.model.scenarios.back() == scenario);
        }));
    }

    void comparesWhatTheModelKeeps() {
        Desk desk;
        desk.whatIf.setOn(true);
        QTRY_COMPARE(desk.whatIf.compared().size(), std::size_t(1));
        const auto& calm = desk.whatIf.compared().front();
        QCOMPARE(calm.scenario.name, std::string("calm"));
        QVERIFY(only(calm.analysis).verdict == freshness::Verdict::Proven);
        desk.whatIf.take(calm.scenario);
        QCOMPARE(only(desk.worked().analysis).answer->atObjective, only(calm.analysis).answer->atObjective);
    }
};

QTEST_GUILESS_MAIN(WhatIfTest)
#include "tst_what_if.moc"
