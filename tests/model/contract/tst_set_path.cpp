// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "contract/read.h"
#include "contract/set_path.h"
#include "contract/write.h"

using namespace factline;

namespace {

const std::string text = R"(factline: 1
contexts:
  orders:
    publishing: {through: outbox, lag: {poll: 500ms}}
    facts: {order: {}}
    channels: {orders.order: {partitions: 3}}
    events:
      OrderPlaced: {announces: [order], channel: orders.order}
  billing:
    views:
      open:
        shows: [orders/order]
        fedBy:
          orders/OrderPlaced: {lag: [{fixed: 1s}, {p50: 1s, p99: 2s, p99.9: 3s}]}
        freshness: {within: 30s}
    policies:
      bill: {when: {orders/OrderPlaced: {lag: {fixed: 1s}}}, then: [], lag: {fixed: 2s}}
audiences:
  clerk: {sees: [billing/open], of: orders/order, mayDisagreeFor: 10s}
)";

Model model() {
    return contract::parseModel({{"m", text}}).model;
}

} // namespace

/// Values set by the keys down to them, for trying things out.
class SetPathTest : public QObject {
    Q_OBJECT
private slots:
    void sets_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::newRow("a number of a lag") << "contexts.orders.publishing.lag.poll"
                                           << "200ms"
                                           << "poll: 500ms"
                                           << "poll: 200ms";
        QTest::newRow("a whole lag") << "contexts.orders.publishing.lag"
                                     << "{fixed: 7ms}"
                                     << "lag: {poll: 500ms}"
                                     << "lag: {fixed: 7ms}";
        QTest::newRow("a name with a dot") << "contexts.orders.channels.orders.order.partitions"
                                           << "12"
                                           << "partitions: 3"
                                           << "partitions: 12";
        QTest::newRow("a hop by number") << "contexts.billing.views.open.fedBy.orders/OrderPlaced.lag.0.fixed"
                                         << "5s"
                                         << "fixed: 1s}, {p50"
                                         << "fixed: 5s}, {p50";
        QTest::newRow("a key with a dot")
            << "contexts.billing.views.open.fedBy.orders/OrderPlaced.lag.1.p99.9"
            << "9s"
            << "p99.9: 3s"
            << "p99.9: 9s";
        QTest::newRow("a promise") << "contexts.billing.views.open.freshness.within"
                                   << "5s"
                                   << "within: 30s"
                                   << "within: 5s";
        QTest::newRow("a key that is not there yet") << "contexts.billing.views.open.freshness.for"
                                                     << "95%"
                                                     << "within: 30s"
                                                     << "within: 30s, for: 95%";
        QTest::newRow("a policy's subscription")
            << "contexts.billing.policies.bill.when.orders/OrderPlaced.lag.fixed"
            << "4s"
            << "{lag: {fixed: 1s}}"
            << "{lag: {fixed: 4s}}";
        QTest::newRow("an audience") << "audiences.clerk.mayDisagreeFor"
                                     << "1s"
                                     << "mayDisagreeFor: 10s"
                                     << "mayDisagreeFor: 1s";
    }
    void sets() {
        QFETCH(QString, path);
        QFETCH(QString, value);
        QFETCH(QString, before);
        QFETCH(QString, after);
        const auto made = contract::withValueAt(model(), path.toStdString(), value.toStdString());
        QVERIFY2(made.has_value(), made ? "" : made.error().message.english().c_str());
        std::string expected = text;
        const auto at = expected.find(before.toStdString());
        QVERIFY(at != std::string::npos);
        expected.replace(at, before.toStdString().size(), after.toStdString());
        const auto wanted = contract::parseModel({{"m", expected}});
        QVERIFY(wanted.problems.empty());
        QCOMPARE(QString::fromStdString(contract::renderCanonical(*made)),
                 QString::fromStdString(contract::renderCanonical(wanted.model)));
    }

    void refuses_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("value");
        QTest::newRow("no such context") << "contexts.nowhere.publishing.lag.poll"
                                         << "1s";
        QTest::newRow("no such view") << "contexts.billing.views.shut.freshness.within"
                                      << "1s";
        QTest::newRow("no such subscription") << "contexts.billing.views.open.fedBy.orders/OrderLost.lag"
                                              << "{fixed: 1s}";
        QTest::newRow("no such key") << "contexts.orders.publishing.lag.pole"
                                     << "1s";
        QTest::newRow("no such hop") << "contexts.billing.views.open.fedBy.orders/OrderPlaced.lag.2.fixed"
                                     << "1s";
        QTest::newRow("no value it can have") << "contexts.orders.publishing.lag.poll"
                                              << "soon";
        QTest::newRow("nothing") << ""
                                 << "1s";
        QTest::newRow("a whole context") << "contexts.orders"
                                         << "{}";
    }
    void refuses() {
        QFETCH(QString, path);
        QFETCH(QString, value);
        QVERIFY(!contract::withValueAt(model(), path.toStdString(), value.toStdString()));
    }

    void theModelItselfStaysAsItIs() {
        const Model before = model();
        QVERIFY(contract::withValueAt(before, "contexts.orders.publishing.lag.poll", "200ms"));
        QVERIFY(before == model());
    }

    void aScenarioSetsAllOrSaysWhere() {
        Scenario scenario{"rush",
                          {{"contexts.orders.publishing.lag.poll", "1s"},
                           {"contexts.billing.views.open.freshness.within", "5s"}}};
        const auto made = contract::withScenario(model(), scenario);
        QVERIFY(made.has_value());
        QVERIFY(made->contexts[1]->views[0]->freshness->within == std::chrono::seconds(5));
        scenario.set.emplace_back("contexts.billing.views.shut.freshness.within", "1s");
        const auto failed = contract::withScenario(model(), scenario);
        QVERIFY(!failed);
        QVERIFY(failed.error().message.english().find("rush") != std::string::npos);
        QVERIFY(failed.error().message.english().find("shut") != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(SetPathTest)
#include "tst_set_path.moc"
