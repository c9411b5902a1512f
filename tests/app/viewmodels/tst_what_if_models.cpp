// SPDX-License-Identifier: Apache-2.0
#include <QAbstractItemModelTester>
#include <QtTest>

#include "contract/read.h"
#include "contract/set_path.h"
#include "viewmodels/dials.h"
#include "viewmodels/scenario_table.h"

using namespace factline;

namespace {

const std::string shop = R"(factline: 1
contexts:
  stock:
    facts: {on-hand: {means: What lies there.}}
    publishing: {through: outbox, lag: {poll: 2s}}
    events:
      StockAdjusted: {announces: [on-hand]}
  shop:
    views:
      shelf:
        shows: [stock/on-hand]
        fedBy: {stock/StockAdjusted: {lag: [{p50: 10ms, p99: 50ms}, {window: 1s}]}}
        freshness: {within: 2s, for: 99%}
)";

/// The model with some values set, and what comes of it.
struct Tried {
    Lookup lookup;
    freshness::Analysis analysis;
    explicit Tried(const std::vector<std::pair<std::string, std::string>>& set = {})
        : lookup(*contract::withScenario(contract::parseModel({{"shop.factline.yaml", shop}}).model,
                                         {"tried", set, {}}))
        , analysis(freshness::analyse(lookup)) {}
    const freshness::Row& row() const { return *analysis.rows.front(); }
};

std::shared_ptr<const freshness::Analysis> kept(const std::shared_ptr<const Tried>& tried) {
    return {tried, &tried->analysis};
}

} // namespace

/// What the what-if panel shows: one dial a hop, and promises against scenarios.
class WhatIfModelsTest : public QObject {
    Q_OBJECT
private slots:
    void aDialStandsForAHop() {
        const Tried usual;
        const auto dials = viewmodels::dialsOf(usual.row(), usual.row());
        QCOMPARE(dials.size(), std::size_t(4));
        QCOMPARE(dials[0].place, std::string("contexts.stock.publishing.lag"));
        QCOMPARE(dials[0].what, QString("interval"));
        QCOMPARE(*dials[0].usual, 2.0);
        QVERIFY(dials[1].place.empty()); // the event names no channel
        QCOMPARE(dials[3].place, std::string("contexts.shop.views.shelf.fedBy.stock/StockAdjusted.lag.1"));
        for (const auto& dial : dials) {
            QVERIFY(!dial.isChanged && dial.low < *dial.usual && *dial.usual < dial.high);
            QVERIFY(qAbs(dial.secondsAt(dial.shareOf(*dial.usual)) - *dial.usual) < 1e-9);
        }
        QCOMPARE(dials[0].shareOf(0), 0.0);
        QCOMPARE(dials[0].shareOf(1e9), 1.0);
    }

    /// What a dial sets changes that dial, and the limit that it shows is one: within it the promise holds.
    void aDialKnowsHowFarItMayGo() {
        const Tried usual;
        const auto dials = viewmodels::dialsOf(usual.row(), usual.row());
        QVERIFY(usual.row().verdict == freshness::Verdict::AtRisk);
        QVERIFY(dials[0].limit && *dials[0].limit < 2);
        for (const double factor : {0.97, 1.03}) {
            const double seconds = *dials[0].limit * factor;
            const Tried tried({{dials[0].place, viewmodels::valueOf(usual.row(), dials[0].place, seconds)}});
            QCOMPARE(tried.row().verdict == freshness::Verdict::AtRisk, factor > 1);
            const auto now = viewmodels::dialsOf(usual.row(), tried.row());
            QVERIFY(now[0].isChanged && !now[2].isChanged);
            QVERIFY(qAbs(*now[0].now - seconds) < 0.01);
            QCOMPARE(*now[0].usual, 2.0);
            QCOMPARE(now[0].high, dials[0].high); // the scale does not move under the hand
        }
    }

    void scenariosStandSideBySide() {
        viewmodels::ScenarioTable table;
        QAbstractItemModelTester tester(&table);
        table.show({{"As it is", {}, kept(std::make_shared<const Tried>())},
                    {"What if", {}, kept(std::make_shared<const Tried>())},
                    {"gone", "Scenario gone: it leads nowhere.", nullptr}});
        QCOMPARE(table.rowCount(), 1);
        QCOMPARE(table.columnCount(), 3);
        using Table = viewmodels::ScenarioTable;
        const auto verdict = [&](int column) { return table.index(0, column).data(Table::VerdictRole); };
        QCOMPARE(verdict(0).toInt(), static_cast<int>(freshness::Verdict::AtRisk));
        QVERIFY(!table.index(0, 1).data(Table::DiffersRole).toBool());
        QCOMPARE(table.index(0, 2).data(Qt::DisplayRole).toString(), QStringLiteral("–"));
        QVERIFY(table.index(0, 2).data(Qt::ToolTipRole).toString().contains("nowhere"));

        QSignalSpy changed(&table, &QAbstractItemModel::dataChanged);
        table.change(1, kept(std::make_shared<const Tried>(std::vector<std::pair<std::string, std::string>>{
                            {"contexts.stock.publishing.lag.poll", "200ms"}})));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(verdict(1).toInt(), static_cast<int>(freshness::Verdict::Proven));
        QVERIFY(table.index(0, 1).data(Table::DiffersRole).toBool());
        QVERIFY(table.index(0, 1).data(Qt::AccessibleTextRole).toString().contains("kept for certain"));
        table.show({});
        QCOMPARE(table.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(WhatIfModelsTest)
#include "tst_what_if_models.moc"
