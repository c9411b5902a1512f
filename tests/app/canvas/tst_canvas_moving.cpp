// SPDX-License-Identifier: Apache-2.0
#include "app/canvas/easel.h"

#include "canvas/moving.h"

using namespace factline;
using testing::Easel;

/// Shapes are moved by mouse and keys; one gesture is one step, and undo puts everything back.
class TestMoving : public QObject {
    Q_OBJECT
private slots:
    void dragIsOneStepOnTheGrid();
    void ghostStaysUntilThePicture();
    void selectedOnesMoveTogether();
    void contextTakesItsNodesAlong();
    void contextGrowsAroundItsNodes();
    void nothingIsPutOnSomethingElse();
    void dropOnAnotherContextMovesThere();
    void escapeGivesUp();
    void keysNudgeInOneStep();
    void changeWhileDraggingGivesUp();
    void theViewMovesOnAtItsEdge();
    void theViewMovesOnForAContextAsWell();
    void whatNobodyDeclaresMovesAsWell();
    void deleteOffersUndo();
};

void TestMoving::dragIsOneStepOnTheGrid() {
    Easel easel;
    const auto before = easel.positions();
    const auto viewport = easel.canvas->viewport();
    easel.drag(easel.onOrderPlaced(), easel.onOrderPlaced() + QPoint(3, 131));
    QCOMPARE(easel.document.history().count(), 1);
    QCOMPARE(easel.document.history().undoText(), QString("Move OrderPlaced"));
    auto after = easel.positions();
    const auto moved = after["event orders/OrderPlaced"];
    QCOMPARE(std::fmod(moved.x, 8), 0.0);
    QCOMPARE(std::fmod(moved.y, 8), 0.0);
    QVERIFY(moved.y > 200);
    easel.drawn();
    QCOMPARE(easel.place(ElementKind::Event, "orders/OrderPlaced").topLeft(), QPointF(moved.x, moved.y));
    after["event orders/OrderPlaced"] = before.at("event orders/OrderPlaced");
    QVERIFY(after == before); // nothing else has moved
    easel.document.history().undo();
    QVERIFY(easel.positions() == before);
    easel.drawn();
    QCOMPARE(easel.place(ElementKind::Event, "orders/OrderPlaced").topLeft(), QPointF(16, 120));
    QCOMPARE(easel.canvas->viewport(), viewport);
}

void TestMoving::ghostStaysUntilThePicture() {
    Easel easel;
    const QPoint from = easel.onOrderPlaced();
    const QPoint to = easel.at(128, 320);
    easel.drag(from, to, false);
    QCOMPARE(easel.document.history().count(), 0);
    const QColor fill = easel.theme.event.fill;
    const auto colourAt = [&](const QPoint& at) {
        return easel.canvas->grab().toImage().pixelColor(at + QPoint(0, 12));
    };
    QCOMPARE(colourAt(to), fill);
    QVERIFY(colourAt(from) != fill);
    QTest::mouseRelease(easel.canvas.get(), Qt::LeftButton, {}, to);
    QCOMPARE(easel.document.history().count(), 1);
    QCOMPARE(colourAt(to), fill); // the new picture is not here yet
    QVERIFY(colourAt(from) != fill);
    easel.drawn();
    QCOMPARE(colourAt(to), fill);
    QVERIFY(colourAt(from) != fill);
}

void TestMoving::selectedOnesMoveTogether() {
    Easel easel;
    auto before = easel.positions();
    easel.selection.set({easel.placed(), easel.order()});
    easel.drag(easel.onOrderPlaced(), easel.onOrderPlaced() + QPoint(0, -160));
    auto after = easel.positions();
    QCOMPARE(easel.document.history().undoText(), QString("Move 2 shapes"));
    const double dy = after["fact orders/order"].y - before["fact orders/order"].y;
    QVERIFY(dy < -100);
    QCOMPARE(after["event orders/OrderPlaced"].y - before["event orders/OrderPlaced"].y, dy);
    QCOMPARE(after["event orders/OrderCancelled"], before["event orders/OrderCancelled"]);
}

void TestMoving::contextTakesItsNodesAlong() {
    Easel easel;
    auto before = easel.positions();
    const QPoint from = easel.on(ElementKind::Context, "finance");
    easel.drag(from, from + QPoint(80, 160));
    auto after = easel.positions();
    const double dx = after["context finance"].x - before["context finance"].x;
    QVERIFY(dx > 0);
    QCOMPARE(after["view finance/open-orders"].x - before["view finance/open-orders"].x, dx);
    QCOMPARE(after["decision finance/bill"].x - before["decision finance/bill"].x, dx);
    QCOMPARE(after["event orders/OrderPlaced"], before["event orders/OrderPlaced"]);
    QCOMPARE(easel.document.history().undoText(), QString("Move finance"));
    easel.document.history().undo();
    QVERIFY(easel.positions() == before);
}

void TestMoving::contextGrowsAroundItsNodes() {
    Easel easel;
    easel.drag(easel.onOrderPlaced(), easel.at(128, 320));
    easel.drawn();
    const QRectF context = easel.place(ElementKind::Context, "orders");
    QVERIFY(context.contains(easel.place(ElementKind::Event, "orders/OrderPlaced")));
    QCOMPARE(context.topLeft(), QPointF(0, 0));
}

void TestMoving::nothingIsPutOnSomethingElse() {
    Easel easel;
    easel.drag(easel.onOrderPlaced(), easel.on(ElementKind::Fact, "orders/order") + QPoint(4, 2));
    easel.drawn();
    const auto& diagram = easel.canvas->diagram();
    for (const auto& a : diagram.nodes)
        for (const auto& b : diagram.nodes)
            QVERIFY2(&a == &b || !a.rect.intersects(b.rect), (a.fullName + " on " + b.fullName).c_str());
    const QPoint title = easel.on(ElementKind::Context, "finance");
    easel.drag(title, easel.at(30, 20));
    easel.drawn();
    for (const auto& a : easel.canvas->diagram().contexts)
        for (const auto& b : easel.canvas->diagram().contexts)
            QVERIFY2(&a == &b || !a.rect.intersects(b.rect), (a.title + " on " + b.title).c_str());
}

void TestMoving::dropOnAnotherContextMovesThere() {
    Easel easel;
    const auto id = easel.placed();
    const auto before = easel.positions();
    easel.drag(easel.onOrderPlaced(), easel.at(500, 20));
    QCOMPARE(easel.id(ElementKind::Event, "finance/OrderPlaced"), id);
    QCOMPARE(easel.document.history().count(), 1);
    easel.drawn();
    QVERIFY(easel.place(ElementKind::Context, "finance")
                .contains(easel.place(ElementKind::Event, "finance/OrderPlaced")));
    QVERIFY(easel.selects({id}));
    easel.document.history().undo();
    QCOMPARE(easel.placed(), id);
    easel.drawn();
    QVERIFY(easel.place(ElementKind::Context, "orders")
                .contains(easel.place(ElementKind::Event, "orders/OrderPlaced")));
    QVERIFY(easel.positions() == before);
}

void TestMoving::escapeGivesUp() {
    Easel easel;
    const auto before = easel.positions();
    easel.drag(easel.onOrderPlaced(), easel.at(128, 320), false);
    easel.key(Qt::Key_Escape);
    QTest::mouseRelease(easel.canvas.get(), Qt::LeftButton, {}, easel.at(128, 320));
    QVERIFY(easel.positions() == before);
    QCOMPARE(easel.document.history().count(), 0);
    QVERIFY(easel.selects({easel.placed()}));
}

void TestMoving::keysNudgeInOneStep() {
    Easel easel;
    auto before = easel.positions();
    easel.selection.set({easel.id(ElementKind::Event, "orders/OrderCancelled")});
    const auto press = [&](bool repeats) {
        QKeyEvent event(QEvent::KeyPress, Qt::Key_Down, Qt::ControlModifier, {}, repeats);
        QCoreApplication::sendEvent(easel.canvas.get(), &event);
    };
    press(false);
    press(true);
    press(true);
    auto after = easel.positions();
    QCOMPARE(after["event orders/OrderCancelled"].y, before["event orders/OrderCancelled"].y + 24);
    QCOMPARE(easel.document.history().count(), 1);
    press(false); // pressed once more: a step of its own
    QCOMPARE(easel.document.history().count(), 2);
    easel.document.history().undo();
    easel.document.history().undo();
    QVERIFY(easel.positions() == before);
    easel.drawn();
    easel.selection.set({easel.placed()}); // something is in the way: over it
    easel.key(Qt::Key_Down, Qt::ControlModifier);
    after = easel.positions();
    QVERIFY(after["event orders/OrderPlaced"].y >= 200 + 36 + 8 ||
            after["event orders/OrderPlaced"].y <= 160);
    easel.selection.clear();
    const int count = easel.document.history().count();
    easel.key(Qt::Key_Down, Qt::ControlModifier); // nothing is selected
    QCOMPARE(easel.document.history().count(), count);
}

void TestMoving::changeWhileDraggingGivesUp() {
    Easel easel;
    const auto cancelled = easel.id(ElementKind::Event, "orders/OrderCancelled");
    easel.drag(easel.on(ElementKind::Event, "orders/OrderCancelled"), easel.at(128, 320), false);
    QVERIFY(easel.document.apply(edit::RemoveElements{{cancelled}}));
    QTest::mouseRelease(easel.canvas.get(), Qt::LeftButton, {}, easel.at(128, 320));
    QCOMPARE(easel.document.history().count(), 1);
    easel.drawn();
    QCOMPARE(easel.canvas->diagram().nodes.size(), std::size_t(4));
}

void TestMoving::theViewMovesOnAtItsEdge() {
    Easel easel;
    const QPointF offset = easel.canvas->viewport().offset;
    const QPoint edge(easel.canvas->width() - 3, easel.onOrderPlaced().y());
    easel.drag(easel.onOrderPlaced(), edge, false);
    QTRY_VERIFY(easel.canvas->viewport().offset.x() < offset.x() - 200);
    QCOMPARE(easel.canvas->viewport().offset.y(), offset.y());
    QTest::mouseRelease(easel.canvas.get(), Qt::LeftButton, {}, edge);
    const double there = easel.positions()["event orders/OrderPlaced"].x;
    const double seen = easel.canvas->viewport().toDiagram(QPointF(edge)).x();
    QVERIFY2(std::abs(there + 80 - seen) < 120,
             qPrintable(QString::number(there))); // still below the pointer
    const auto stopped = easel.canvas->viewport();
    easel.drawn();
    QTest::qWait(60);
    QCOMPARE(easel.canvas->viewport(), stopped);
}

void TestMoving::theViewMovesOnForAContextAsWell() {
    Easel easel;
    const auto before = easel.positions();
    const QPointF offset = easel.canvas->viewport().offset;
    const QPoint from = easel.on(ElementKind::Context, "finance");
    const QPoint edge(from.x(), easel.canvas->height() - 3);
    easel.drag(from, edge, false);
    QTRY_VERIFY(easel.canvas->viewport().offset.y() < offset.y() - 200);
    QCOMPARE(easel.canvas->viewport().offset.x(), offset.x());
    QTest::mouseRelease(easel.canvas.get(), Qt::LeftButton, {}, edge);
    const auto after = easel.positions();
    const double way = after.at("context finance").y - before.at("context finance").y;
    QVERIFY2(way > 200, qPrintable(QString::number(way)));
    QCOMPARE(after.at("view finance/open-orders").y - before.at("view finance/open-orders").y, way);
    QCOMPARE(after.at("event orders/OrderPlaced"), before.at("event orders/OrderPlaced"));
    QCOMPARE(easel.document.history().count(), 1);
}

void TestMoving::whatNobodyDeclaresMovesAsWell() {
    Easel easel(std::string(testing::shop) + "  shops: {views: {shelf: {fedBy: {tax/RateSet: {}}}}}\n");
    const auto before = easel.positions();
    const QPoint from = easel.on(ElementKind::Event, "tax/RateSet");
    easel.drag(from, from + QPoint(160, 240));
    QCOMPARE(easel.document.history().count(), 1);
    QCOMPARE(easel.document.history().undoText(), QString("Move RateSet"));
    const auto place = [&] { return easel.place(ElementKind::Event, "tax/RateSet"); };
    easel.drawn();
    QVERIFY2(std::abs(QRectF(place()).center().x() -
                      easel.canvas->viewport().toDiagram(QPointF(from + QPoint(160, 240))).x()) < 100,
             "it stands where it was put");
    auto after = easel.positions();
    for (const auto& [key, at] : before)
        if (key.find("tax") == std::string::npos) QCOMPARE(after[key], at);
    const QRectF there = place();
    easel.key(Qt::Key_Right, Qt::ControlModifier); // selected by the drag, it goes on by key
    easel.drawn();
    QVERIFY(place().left() > there.left());
    easel.document.history().undo();
    easel.document.history().undo();
    QVERIFY(easel.positions() == before);
}

void TestMoving::deleteOffersUndo() {
    Easel easel;
    const auto before = easel.positions();
    const auto viewport = easel.canvas->viewport();
    easel.click(easel.on(ElementKind::Event, "orders/OrderCancelled"));
    easel.key(Qt::Key_Delete);
    QVERIFY(!easel.id(ElementKind::Event, "orders/OrderCancelled"));
    QCOMPARE(easel.told.toasts.size(), 1);
    easel.drawn();
    QCOMPARE(easel.canvas->diagram().nodes.size(), std::size_t(4));
    easel.told.action();
    QVERIFY(easel.id(ElementKind::Event, "orders/OrderCancelled"));
    easel.drawn();
    QVERIFY(easel.positions() == before);
    QCOMPARE(easel.canvas->viewport(), viewport);
}

QTEST_MAIN(TestMoving)
#include "tst_canvas_moving.moc"
