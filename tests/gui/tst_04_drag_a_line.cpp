// SPDX-License-Identifier: Apache-2.0
#include "canvas/handle.h"
#include "canvas/quick_insert.h"

#include "user.h"

using namespace factline;
using namespace factline::testing;

/// A line drawn from a node ends at what it can mean something to, or makes it.
class DragALine : public QObject {
    Q_OBJECT
private slots:
    void onBlankSpace();
    void onWhatItCannotMean();
    void onWhatItCan();
};

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
        const QPoint from = canvas::handleOf(*node, canvas().viewport()).toPoint();
        drag(from, to - from);
    }
};

} // namespace

void DragALine::onBlankSpace() {
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

void DragALine::onWhatItCannotMean() {
    Linker user;
    const QString before = user.text();
    user.pull("event orders/OrderPlaced", user.at("decision orders/ship-parcel"));
    QCOMPARE(user.text(), before);
    QCOMPARE(user.steps(), 0);
    QVERIFY2(user.toasted().contains("decision"), qPrintable(user.toasted()));
    QVERIFY2(user.toasted().size() > 30, qPrintable(user.toasted())); // a reason, not a verdict
    QVERIFY(!user.canvas().findChild<canvas::QuickInsert*>()->isOpen());
}

void DragALine::onWhatItCan() {
    Linker user;
    user.pull("fact orders/order", user.at("event orders/OrderPaid"));
    QCOMPARE(user.steps(), 1);
    QCOMPARE(user.model().contexts[0]->events[1]->announces.size(), std::size_t(1));
}

QTEST_MAIN(DragALine)
#include "tst_04_drag_a_line.moc"
