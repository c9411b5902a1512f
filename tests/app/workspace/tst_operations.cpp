// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "support/open_document.h"
#include "workspace/addition.h"
#include "workspace/linking.h"
#include "workspace/removal.h"

using namespace factline;
using namespace factline::testing;

namespace {

const char* const empty = "factline: 1\nmodel: Shop\n";

const char* const shop = R"(factline: 1
model: Shop
contexts:
  orders:
    facts:
      order: {means: What was asked for.}
    events:
      OrderPlaced: {announces: [order]}
    views:
      open-orders:
        shows: [order]
        fedBy: {OrderPlaced: {}}
  finance: {}
)";

using K = ElementKind;

int steps(const OpenDocument& open) {
    return open.document.history().count();
}

} // namespace

/// What is done to the document by canvas and panels: each one step, each as one would write it by hand.
class OperationsTest : public QObject {
    Q_OBJECT
private slots:
    void oneThingAfterTheOther() {
        OpenDocument open(empty);
        for (const auto& [kind, name] :
             std::vector<std::pair<ElementKind, std::string>>{{K::Context, "orders"},
                                                              {K::Fact, "order"},
                                                              {K::Event, "OrderPlaced"},
                                                              {K::View, "open-orders"},
                                                              {K::Decision, "may-ship"}}) {
            QVERIFY(workspace::add(open.around, kind, name));
            QCOMPARE(
                open.document.history().undoText(),
                QStringLiteral("Add %1 %2")
                    .arg(QString::fromStdString(std::string(kindName(kind))), QString::fromStdString(name)));
        }
        QCOMPARE(steps(open), 5);
        QVERIFY(open.told.notices.isEmpty());
        QCOMPARE(open.text(), QString(R"(factline: 1
model: Shop
contexts:
  orders:
    facts:
      order: {}
    events:
      OrderPlaced:
        announces: [order]
    views:
      open-orders:
        shows: [order]
        fedBy:
          OrderPlaced: {}
    decisions:
      may-ship:
        reads:
          open-orders: {}
)"));
        while (open.document.history().canUndo())
            open.document.history().undo();
        QCOMPARE(open.text(), QString(empty));
    }

    void policiesStandBetweenEvents() {
        OpenDocument open(shop);
        open.selection.select(open.id(K::Event, {"orders", "OrderPlaced"}));
        QVERIFY(workspace::add(open.around, K::Policy, "confirm"));
        QVERIFY(workspace::add(open.around, K::Event, "OrderConfirmed"));
        const auto& made = *open.model().contexts[0]->policies.at(0);
        QVERIFY(made.when.at(0)->event == (Ref{"orders", "OrderPlaced"}));
        QVERIFY(made.then == std::vector<Ref>({{"orders", "OrderConfirmed"}}));
        QCOMPARE(steps(open), 2);
    }

    void onlyAFactOfThatContextIsAnnounced() {
        OpenDocument open(shop);
        open.selection.select(open.id(K::Fact, {"orders", "order"}));
        QVERIFY(workspace::add(open.around, K::Event, "OrderBilled", open.id(K::Context, {{}, "finance"})));
        QVERIFY(open.model().contexts[1]->events.at(0)->announces.empty());
        QCOMPARE(open.selection.current(), open.model().contexts[1]->events[0]->id);
    }

    void theContextIsTheSelectedOneElseTheFirst() {
        OpenDocument open(shop);
        QCOMPARE(workspace::sensibleContext(open.around), open.id(K::Context, {{}, "orders"}));
        open.selection.select(open.id(K::Context, {{}, "finance"}));
        QVERIFY(workspace::add(open.around, K::Fact, "bill"));
        QVERIFY(open.id(K::Fact, {"finance", "bill"}));
        QVERIFY(workspace::add(open.around, K::Fact, "bill")); // a name that is taken is a finding
        QCOMPARE(open.model().contexts[1]->facts.size(), std::size_t(2));
    }

    void withoutAContextTheUserIsTold() {
        OpenDocument open(empty);
        QVERIFY(!workspace::add(open.around, K::Event, "OrderPlaced"));
        QVERIFY(open.told.notices.value(0).contains("Press C"));
        workspace::pasteLines(open.around, "OrderPlaced", K::Event);
        QCOMPARE(open.told.notices.size(), 2);
        QCOMPARE(steps(open), 0);
        QVERIFY(!workspace::add(open.around, ElementKind::Subscription, "x"));
        open.document.close();
        QVERIFY(!workspace::add(open.around, K::Context, "x"));
        QVERIFY(open.told.notices.last().contains("No model is open"));
    }

    void aNewThingStandsWhereItWasPut() {
        OpenDocument open(shop);
        open.selection.select(open.id(K::Event, {"orders", "OrderPlaced"}));
        QVERIFY(workspace::add(open.around, K::View, "late-orders", {}, diagram::Point{40, 50}));
        QCOMPARE(open.document.snapshot()->positions->wishes.at("view orders/late-orders"),
                 (diagram::Point{40, 50}));
    }

    void thirtyLinesAreOneStep() {
        OpenDocument open(shop);
        QStringList lines{"- Order placed again", "  2. OrderPaid", "", "OrderSent\r"};
        for (int i = 0; i < 27; ++i)
            lines << QStringLiteral("Step%1Done").arg(i);
        workspace::pasteLines(open.around, lines.join('\n'), K::Event);
        QCOMPARE(steps(open), 1);
        QCOMPARE(open.document.history().undoText(), QString("Paste 30 elements"));
        QCOMPARE(open.model().contexts[0]->events.size(), std::size_t(31));
        QCOMPARE(open.model().contexts[0]->events[1]->name, std::string("OrderPlacedAgain"));
        QCOMPARE(open.model().contexts[0]->events[3]->name, std::string("OrderSent"));
        QCOMPARE(open.selection.ids().size(), std::size_t(30));
        workspace::pasteLines(open.around, " \n\n/", K::Event);
        QCOMPARE(steps(open), 1);
        workspace::pasteLines(open.around, "Bill paid/sent", K::Fact, open.id(K::Context, {{}, "finance"}));
        QVERIFY(open.id(K::Fact, {"finance", "bill-paid-sent"}));
    }

    void copiesTakeTheNextFreeName() {
        OpenDocument open(shop);
        const auto placed = open.id(K::Event, {"orders", "OrderPlaced"});
        const auto orders = open.id(K::View, {"orders", "open-orders"});
        workspace::duplicate(open.around, {placed, orders});
        QCOMPARE(steps(open), 1);
        QCOMPARE(open.document.history().undoText(), QString("Duplicate 2 elements"));
        workspace::duplicate(open.around, {placed});
        QCOMPARE(open.document.history().undoText(), QString("Duplicate OrderPlaced"));
        const auto copy = open.id(K::Event, {"orders", "OrderPlaced3"});
        QCOMPARE(open.selection.ids(), std::vector{copy});
        QVERIFY(open.id(K::Event, {"orders", "OrderPlaced2"}));
        const auto& second = *open.model().contexts[0]->views.at(1);
        QCOMPARE(second.name, std::string("open-orders-2"));
        QCOMPARE(second.fedBy.size(), std::size_t(1));
        workspace::duplicate(open.around, {open.id(K::Context, {{}, "orders"})});
        QCOMPARE(open.selection.ids(), std::vector{open.id(K::Context, {{}, "orders-2"})});
        const int before = steps(open);
        workspace::duplicate(open.around, {second.fedBy[0]->id, ElementId{9999}});
        QCOMPARE(steps(open), before);
    }

    void linksAreMadeOrRefusedWithAReason() {
        OpenDocument open(shop);
        QVERIFY(workspace::add(open.around, K::Decision, "may-ship"));
        const auto ship = open.selection.current();
        QVERIFY(workspace::link(open.around, open.id(K::View, {"orders", "open-orders"}), ship));
        QCOMPARE(open.document.history().undoText(), QString("Link open-orders to may-ship"));
        QVERIFY(open.text().contains("        reads:\n          open-orders: {}\n"));
        QVERIFY(!workspace::link(open.around, open.id(K::Event, {"orders", "OrderPlaced"}), ship));
        QCOMPARE(open.told.toasts.size(), 1); // in passing, as everything else that is done or not
        QVERIFY(open.told.toasts[0].contains("cannot be fed by an event"));
        QCOMPARE(steps(open), 2);
    }

    void movingTakesReferencesAlong() {
        OpenDocument open(shop);
        const auto placed = open.id(K::Event, {"orders", "OrderPlaced"});
        const auto finance = open.id(K::Context, {{}, "finance"});
        QVERIFY(workspace::moveTo(open.around, {placed, open.id(K::Fact, {"orders", "order"})}, finance,
                                  diagram::Point{7, 8}));
        QCOMPARE(steps(open), 1);
        QVERIFY(open.text().contains("fedBy: {finance/OrderPlaced: {}}"));
        QVERIFY(open.told.toasts.value(0).contains("reference"));
        QVERIFY(workspace::moveTo(open.around, {placed}, finance)); // is there
        QCOMPARE(steps(open), 1);
        QVERIFY(!workspace::moveTo(open.around, {open.id(K::Context, {{}, "orders"})}, finance));
        QVERIFY(open.told.toasts.last().contains("does not stand in a context"));
        QCOMPARE(steps(open), 1);
    }

    void whatIsOnlyReferredToIsDeclared() {
        OpenDocument open(std::string(shop) +
                          "  books: {views: {bills: {shows: [orders/bill, tax/rate]}}}\n");
        QVERIFY(workspace::declare(open.around, {K::Fact, "orders/bill"}));
        QCOMPARE(steps(open), 1);
        QCOMPARE(open.document.history().undoText(), QString("Declare orders/bill"));
        QCOMPARE(open.selection.current(), open.id(K::Fact, {"orders", "bill"}));
        QVERIFY(workspace::declare(open.around, {K::Fact, "tax/rate"})); // its context comes with it
        QCOMPARE(steps(open), 2);
        QCOMPARE(open.selection.current(), open.id(K::Fact, {"tax", "rate"}));
        QVERIFY2(open.text().contains("  tax:\n    facts:\n      rate: {}\n"), qPrintable(open.text()));
        open.document.history().undo();
        QVERIFY(!open.id(K::Context, {{}, "tax"}));
        QVERIFY(workspace::declare(open.around, {K::Context, "tax"}));
        QVERIFY(open.id(K::Context, {{}, "tax"}));
        QVERIFY(!workspace::declare(open.around, {K::Subscription, "orders/x"}));
    }

    void questionsAreKeptAtWhatTheyAreAbout() {
        OpenDocument open(shop);
        workspace::addHotspot(open.around, open.id(K::Event, {"orders", "OrderPlaced"}),
                              "  Who\nneeds this? ");
        QCOMPARE(open.document.history().undoText(), QString("Add a hotspot to OrderPlaced"));
        QCOMPARE(open.model().contexts[0]->events[0]->hotspots, std::vector<std::string>{"Who needs this?"});
        QVERIFY2(open.text().contains(R"(hotspots: ["Who needs this?"])"), qPrintable(open.text()));
        workspace::addHotspot(open.around, {}, "What next?");
        QCOMPARE(open.model().hotspots, std::vector<std::string>{"What next?"});
        workspace::addHotspot(open.around, {}, "  ");
        QCOMPARE(steps(open), 2);
    }
};

QTEST_MAIN(OperationsTest)
#include "tst_operations.moc"
