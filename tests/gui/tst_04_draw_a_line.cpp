// SPDX-License-Identifier: Apache-2.0
#include "sketch.h"

using namespace factline;
using namespace factline::testing;

/// A line drawn by the mouse: on blank space it offers what it may lead to, on what it may not it says why.
class DrawALine : public QObject {
    Q_OBJECT
private slots:
    void blankSpaceOffersWhatIsLegal_data();
    void blankSpaceOffersWhatIsLegal();
    void whatIsOfferedIsMadeAndLinked();
    void aLegalDropLinks();
    void anIllegalDropSaysWhy_data();
    void anIllegalDropSaysWhy();
    void onBlankSpace();
    void onWhatItCannotMean();
    void onWhatItCan();
    void theHandleHidesNoHead();
};

void DrawALine::blankSpaceOffersWhatIsLegal_data() {
    QTest::addColumn<QString>("from");
    QTest::addColumn<QStringList>("kinds");
    QTest::newRow("event") << "event orders/OrderPlaced" << QStringList({"Fact", "View", "Policy"});
    QTest::newRow("fact") << "fact orders/order" << QStringList({"Fact", "Event", "View", "Decision"});
    QTest::newRow("view") << "view finance/open-orders" << QStringList({"Fact", "Event", "Decision"});
    QTest::newRow("decision") << "decision finance/bill" << QStringList({"Fact", "View"});
}

void DrawALine::blankSpaceOffersWhatIsLegal() {
    QFETCH(QString, from);
    QFETCH(QStringList, kinds);
    Sketcher user;
    user.draw(from, user.blank());
    QVERIFY(user.insert().isOpen());
    QCOMPARE(Sketcher::textsOf(user.insert().rows()), kinds);
    QVERIFY(user.insert().remark().contains("can be linked to these"));
    user.picture("line-to-blank");
    user.press(Qt::Key_Escape);
    QCOMPARE(user.steps(), 0);
}

void DrawALine::whatIsOfferedIsMadeAndLinked() {
    Sketcher user;
    const std::size_t lines = user.canvas().diagram().edges.size();
    user.draw("event orders/OrderPlaced", user.blank());
    user.enter("policy");
    user.enter("confirm-order");
    user.settle();
    QCOMPARE(user.steps(), 1);
    QVERIFY(user.text().contains("when: [OrderPlaced]"));
    QCOMPARE(user.canvas().diagram().edges.size(), lines + 1);
    user.press(Qt::Key_Z, Qt::ControlModifier);
    user.settle();
    QVERIFY(!user.id("policy orders/confirm-order"));
    QCOMPARE(user.canvas().diagram().edges.size(), lines);
}

void DrawALine::aLegalDropLinks() {
    Sketcher user;
    user.draw("fact orders/order", user.at("decision finance/bill"));
    QCOMPARE(user.steps(), 1);
    QVERIFY2(user.text().contains("orders/order: {ask: owner}"), qPrintable(user.text()));
}

void DrawALine::anIllegalDropSaysWhy_data() {
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("why");
    QTest::newRow("no such line") << "event orders/OrderPlaced"
                                  << "decision finance/bill"
                                  << "decision";
    QTest::newRow("there already") << "event orders/OrderPlaced"
                                   << "view finance/open-orders"
                                   << "already";
    QTest::newRow("declared nowhere") << "view finance/open-orders"
                                      << "event tax/RateSet"
                                      << "Nobody declares";
}

void DrawALine::anIllegalDropSaysWhy() {
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, why);
    Sketcher user;
    const QString before = user.text();
    QVERIFY(!user.at(to).isNull());
    user.draw(from, user.at(to));
    QVERIFY(!user.insert().isOpen());
    QVERIFY2(user.toasted().contains(why), qPrintable(user.toasted()));
    QCOMPARE(user.text(), before);
    QCOMPARE(user.steps(), 0);
    user.picture("refused");
}

namespace {

struct Linker : User {
    Linker() {
        const auto file = place.file("link.factline.yaml");
        write(file, R"(factline: 1
model: Link
contexts:
  orders:
    facts:
      order: {}
    events:
      OrderPlaced: {announces: [order]}
      OrderPaid: {}
    decisions:
      ship-parcel: {}
)");
        open(file);
    }
    /// Draws from the handle of a node.
    void pull(const QString& name, const QPoint& to) {
        click(name);
        const auto& nodes = canvas().diagram().nodes;
        const auto node =
            std::ranges::find_if(nodes, [&](const auto& each) { return nameOf(each.key) == name; });
        QVERIFY(node != nodes.end());
        const auto index = static_cast<std::size_t>(node - nodes.begin());
        const QPoint from = canvas::handleOf(canvas().diagram(), index, canvas().viewport()).toPoint();
        drag(from, to - from);
    }
};

} // namespace

void DrawALine::onBlankSpace() {
    Linker user;
    const auto& kinds = *user.canvas().findChild<canvas::QuickInsert*>();
    user.pull("event orders/OrderPlaced", user.blank());
    QTRY_VERIFY(kinds.isOpen());
    QStringList offered;
    for (int row = 0; row < kinds.rows().count(); ++row)
        offered += kinds.rows().item(row)->text();
    QCOMPARE(offered, (QStringList{"Fact", "View", "Policy"}));
    user.enter("view");
    user.enter("open-orders");
    QVERIFY2(user.text().contains(
                 "open-orders:\n        shows: [order]\n        fedBy:\n          OrderPlaced: {}"),
             qPrintable(user.text()));
}

void DrawALine::onWhatItCannotMean() {
    Linker user;
    const QString before = user.text();
    user.pull("event orders/OrderPlaced", user.at("decision orders/ship-parcel"));
    QCOMPARE(user.text(), before);
    QCOMPARE(user.steps(), 0);
    QVERIFY2(user.toasted().contains("decision"), qPrintable(user.toasted()));
    QVERIFY2(user.toasted().size() > 30, qPrintable(user.toasted())); // a reason, not a verdict
    QVERIFY(!user.canvas().findChild<canvas::QuickInsert*>()->isOpen());
}

void DrawALine::onWhatItCan() {
    Linker user;
    user.pull("fact orders/order", user.at("event orders/OrderPaid"));
    QCOMPARE(user.steps(), 1);
    QCOMPARE(user.model().contexts[0]->events[1]->announces.size(), std::size_t(1));
}

/// Where a line comes in from the right, the circle that new ones are drawn from leaves its head free.
void DrawALine::theHandleHidesNoHead() {
    User user;
    user.open(retail);
    const auto& shown = user.canvas().diagram();
    int fromTheRight = 0;
    for (const double scale : {0.5, 1.0}) {
        user.canvas().zoomTo(scale);
        for (const auto& edge : shown.edges) {
            const QPointF tip(edge.path.back().x, edge.path.back().y);
            if (tip.x() < shown.nodes[edge.to].rect.right() - 1) continue;
            ++fromTheRight;
            const auto& viewport = user.canvas().viewport();
            const QPointF handle = canvas::handleOf(shown, edge.to, viewport);
            for (const double along : {0.0, 5.0, 10.0}) // of the head
                QVERIFY2(QLineF(handle, viewport.toScreen(tip + QPointF(along, 0))).length() > 7,
                         qPrintable(User::nameOf(shown.nodes[edge.to].key)));
        }
    }
    QVERIFY2(fromTheRight > 0, "no line comes in from the right");
}

QTEST_MAIN(DrawALine)
#include "tst_04_draw_a_line.moc"
