// SPDX-License-Identifier: Apache-2.0
#include "app/canvas/easel.h"

#include <QAnimationDriver>
#include <QContextMenuEvent>
#include <QMenu>
#include <QPushButton>

#include "canvas/busy_note.h"
#include "canvas/minimap.h"

using namespace factline;
using testing::Easel;

namespace {

picture::LayoutProcess realWorker() {
    return {std::filesystem::path(FACTLINE_BIN_DIR) / "factline-layout"};
}

picture::LayoutProcess hangingWorker() {
    return {FACTLINE_SOURCE_DIR "/tests/app/picture/workers/hangs", std::chrono::minutes(1)};
}

} // namespace

/// Laying out again is one step that can be given up; the minimap shows and moves what is seen.
class TestArranging : public QObject {
    Q_OBJECT
private slots:
    void arrangeIsOneStep();
    void shapesAreSeenOnTheirWay();
    void arrangeCanBeGivenUp();
    void givenUpAfterAnEditTheEditIsShown();
    void failureLeavesEverything();
    void minimapMovesTheView();
    void contextMenuOffersCommands();
};

void TestArranging::arrangeIsOneStep() {
    Easel easel(testing::shop, realWorker());
    const auto before = easel.positions();
    easel.canvas->action("arrange")->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(easel.document.history().count(), 1, 20'000);
    QCOMPARE(easel.document.history().undoText(), QString("Lay out again"));
    const auto after = easel.positions();
    QVERIFY(after != before);
    QCOMPARE(after.size(), before.size());
    // On its way nothing is grabbed, and in the end everything stands where the document says.
    QTRY_COMPARE(easel.place(ElementKind::View, "finance/open-orders").topLeft(),
                 QPointF(after.at("view finance/open-orders").x, after.at("view finance/open-orders").y));
    easel.document.history().undo();
    QVERIFY(easel.positions() == before);
    easel.drawn();
    QTRY_COMPARE(easel.place(ElementKind::View, "finance/open-orders").topLeft(), QPointF(416, 40));
}

void TestArranging::shapesAreSeenOnTheirWay() {
    Easel easel(testing::shop, realWorker());
    canvas::Rearranging& way = easel.canvas->arrangement().way();
    QSignalSpy frames(&way, &canvas::Rearranging::changed);
    QSignalSpy moved(&way, &canvas::Rearranging::moved);
    easel.canvas->action("arrange")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(way.isMoving(), 20'000);
    QVERIFY(way.isShown());
    easel.click(easel.onOrderPlaced()); // nothing is grabbed meanwhile
    QVERIFY(easel.selection.ids().empty());
    QVERIFY(moved.wait());
    QVERIFY2(frames.size() > 3, qPrintable(QString::number(frames.size())));
    QTRY_VERIFY(!way.isShown());
}

void TestArranging::arrangeCanBeGivenUp() {
    Easel easel(testing::shop, hangingWorker());
    const auto before = easel.positions();
    auto* note = easel.canvas->findChild<canvas::BusyNote*>();
    QVERIFY(!note->isVisible());
    easel.key(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(note->isVisible());
    easel.key(Qt::Key_Escape);
    QVERIFY(!note->isVisible());
    easel.canvas->action("arrange")->trigger();
    QTest::mouseClick(note->findChild<QPushButton*>(), Qt::LeftButton);
    QVERIFY(!note->isVisible());
    QVERIFY(!easel.drawing.isBusy());
    QVERIFY(easel.positions() == before);
    QCOMPARE(easel.document.history().count(), 0);
}

/// The picture with what was added while shapes were on their way comes all the same.
void TestArranging::givenUpAfterAnEditTheEditIsShown() {
    Easel easel(testing::shop, realWorker());
    canvas::Rearranging& way = easel.canvas->arrangement().way();
    easel.canvas->action("arrange")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(way.isMoving(), 20'000);
    QAnimationDriver still; // nobody moves it on: however slow the machine, shapes are on their way
    still.install();
    Fact fact;
    fact.name = "price";
    QVERIFY(easel.document.apply(edit::AddElement{fact, easel.model().contexts[0]->id, {}}));
    QTRY_VERIFY(!easel.drawing.isBusy());
    QVERIFY(way.isMoving());
    QVERIFY(easel.place(ElementKind::Fact, "orders/price").isNull()); // it waits
    easel.key(Qt::Key_Escape);
    QVERIFY(!way.isShown());
    QVERIFY(!easel.place(ElementKind::Fact, "orders/price").isNull());
    QVERIFY(easel.document.history().undoText().contains("price")); // and stays
}

void TestArranging::failureLeavesEverything() {
    Easel easel; // its layout program is missing
    QSignalSpy failed(&easel.drawing, &jobs::Drawing::failed);
    easel.canvas->action("arrange")->trigger();
    QVERIFY(failed.wait(10'000));
    QVERIFY(!easel.canvas->findChild<canvas::BusyNote*>()->isVisible());
    QCOMPARE(easel.document.history().count(), 0);
    QVERIFY(easel.canvas->hasDiagram());
}

void TestArranging::minimapMovesTheView() {
    Easel easel;
    auto* map = easel.canvas->findChild<canvas::Minimap*>();
    QVERIFY(!map->isVisible()); // everything is seen
    easel.canvas->zoomTo(4);
    QVERIFY(map->isVisible());
    QVERIFY(easel.canvas->rect().contains(map->geometry()));
    const auto middle = [&] {
        return easel.canvas->viewport().toDiagram(QRectF(easel.canvas->rect())).center();
    };
    QTest::mouseClick(map, Qt::LeftButton, {}, {10, 10});
    const QPointF first = middle();
    QTest::mousePress(map, Qt::LeftButton, {}, {10, 10});
    QTest::mouseMove(map, {map->width() - 10, map->height() - 10});
    QTest::mouseRelease(map, Qt::LeftButton, {}, {map->width() - 10, map->height() - 10});
    QVERIFY(middle().x() > first.x() && middle().y() > first.y());
    QVERIFY(easel.selection.ids().empty());
    easel.canvas->fit();
    QVERIFY(!map->isVisible());
}

void TestArranging::contextMenuOffersCommands() {
    Easel easel;
    QContextMenuEvent event(QContextMenuEvent::Mouse, easel.onOrderPlaced(),
                            easel.canvas->mapToGlobal(easel.onOrderPlaced()));
    QCoreApplication::sendEvent(easel.canvas.get(), &event);
    QVERIFY(easel.selects({easel.placed()}));
    auto* menu = easel.canvas->findChild<QMenu*>();
    QVERIFY(menu != nullptr && menu->actions().contains(easel.canvas->action("arrange")));
    menu->close();
}

QTEST_MAIN(TestArranging)
#include "tst_canvas_arranging.moc"
