// SPDX-License-Identifier: Apache-2.0
#include "app/canvas/easel.h"

#include "picture/light.h"

using namespace factline;
using testing::Easel;

/// Clicks, bands and steps select, on the canvas as everywhere.
class TestSelecting : public QObject {
    Q_OBJECT
private slots:
    void clickSelects();
    void modifiersToggle();
    void bandSelectsWhatItTouches();
    void bandAddsAndIsTakenBack();
    void bandReachesWhatNobodyDeclares();
    void middleButtonAndSpacePan();
    void allAndNothing();
    void stepsFollowLines();
    void stepsReachWhatNobodyDeclares();
    void chosenElsewhereComesIntoView();
    void whatIsSelectedBeforeThereIsAPictureHarmsNothing();
    void pathOfTheSelectedIsLit();
    void focusWidensAndEnds();
    void hoverPaintsOverThePicture();
    void panningPaintsTheSamePicture();
};

void TestSelecting::clickSelects() {
    Easel easel;
    easel.click(easel.onOrderPlaced());
    QVERIFY(easel.selects({easel.placed()}));
    easel.click(easel.on(ElementKind::Context, "finance"));
    QVERIFY(easel.selects({easel.id(ElementKind::Context, "finance")}));
    easel.click(easel.at(-20, -20));
    QVERIFY(easel.selection.ids().empty());
}

void TestSelecting::modifiersToggle() {
    Easel easel;
    easel.click(easel.onOrderPlaced());
    easel.click(easel.on(ElementKind::Fact, "orders/order"), Qt::ControlModifier);
    QVERIFY(easel.selects({easel.placed(), easel.order()}));
    QCOMPARE(easel.selection.current(), easel.order());
    easel.click(easel.onOrderPlaced(), Qt::ShiftModifier);
    QVERIFY(easel.selects({easel.order()}));
    easel.click(easel.at(-20, -20), Qt::ControlModifier); // on nothing: all stays
    QVERIFY(easel.selects({easel.order()}));
}

void TestSelecting::bandSelectsWhatItTouches() {
    Easel easel;
    const auto before = easel.canvas->viewport();
    easel.drag(easel.at(300, -20), easel.at(430, 90));
    QVERIFY(easel.selects({easel.id(ElementKind::View, "finance/open-orders")}));
    QCOMPARE(easel.canvas->viewport(), before);
    easel.drag(easel.at(-20, -20), easel.at(300, 300));
    QVERIFY(easel.selects({easel.id(ElementKind::Context, "orders"), easel.order(), easel.placed(),
                           easel.id(ElementKind::Event, "orders/OrderCancelled")}));
}

void TestSelecting::bandAddsAndIsTakenBack() {
    Easel easel;
    easel.click(easel.onOrderPlaced());
    easel.drag(easel.at(300, -20), easel.at(430, 90), true, Qt::ControlModifier);
    const auto view = easel.id(ElementKind::View, "finance/open-orders");
    QVERIFY(easel.selects({easel.placed(), view}));
    easel.drag(easel.at(-20, -20), easel.at(300, 300), false);
    QCOMPARE(easel.selection.ids().size(), std::size_t(4));
    easel.key(Qt::Key_Escape);
    QVERIFY(easel.selects({easel.placed(), view}));
    QTest::mouseRelease(easel.canvas.get(), Qt::LeftButton, {}, easel.at(300, 300));
    QVERIFY(easel.selects({easel.placed(), view}));
}

void TestSelecting::bandReachesWhatNobodyDeclares() {
    Easel easel(std::string(testing::shop) + "  shops: {views: {shelf: {fedBy: {prices/PriceSet: {}}}}}\n");
    const QRectF around = easel.place(ElementKind::Context, "prices");
    const QPointF from = around.topLeft() - QPointF(12, 12);
    const QPointF to = easel.place(ElementKind::Event, "prices/PriceSet").center();
    easel.drag(easel.at(from.x(), from.y()), easel.at(to.x(), to.y()));
    QVERIFY(easel.selection.undeclared());
    QCOMPARE(easel.selection.undeclared()->name, std::string("prices/PriceSet"));
    easel.drag(easel.at(300, -20), easel.at(430, 90), false);
    QVERIFY(!easel.selection.undeclared());
    easel.key(Qt::Key_Escape);
    QVERIFY(easel.selection.undeclared());
}

void TestSelecting::middleButtonAndSpacePan() {
    Easel easel;
    const QPointF before = easel.canvas->viewport().offset;
    QTest::mousePress(easel.canvas.get(), Qt::MiddleButton, {}, {300, 300});
    QTest::mouseMove(easel.canvas.get(), {340, 320});
    QTest::mouseRelease(easel.canvas.get(), Qt::MiddleButton, {}, {340, 320});
    QCOMPARE(easel.canvas->viewport().offset, before + QPointF(40, 20));
    QTest::keyPress(easel.canvas.get(), Qt::Key_Space);
    easel.drag({340, 320}, {300, 300});
    QTest::keyRelease(easel.canvas.get(), Qt::Key_Space);
    QCOMPARE(easel.canvas->viewport().offset, before);
    QVERIFY(easel.selection.ids().empty());
}

void TestSelecting::allAndNothing() {
    Easel easel;
    easel.key(Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(easel.selection.ids().size(), easel.canvas->diagram().nodes.size());
    easel.key(Qt::Key_Escape);
    QVERIFY(easel.selection.ids().empty());
}

void TestSelecting::stepsReachWhatNobodyDeclares() {
    Easel easel(std::string(testing::shop) + "  shops: {views: {shelf: {fedBy: {prices/PriceSet: {}}}}}\n");
    easel.selection.select(easel.id(ElementKind::View, "shops/shelf"));
    const QPointF shelf = easel.place(ElementKind::View, "shops/shelf").center();
    const QPointF price = easel.place(ElementKind::Event, "prices/PriceSet").center();
    const QPointF way = price - shelf;
    const bool across = std::abs(way.x()) > std::abs(way.y());
    easel.key(across ? (way.x() > 0 ? Qt::Key_Right : Qt::Key_Left)
                     : (way.y() > 0 ? Qt::Key_Down : Qt::Key_Up),
              Qt::ShiftModifier);
    QVERIFY(easel.selection.undeclared());
    QCOMPARE(easel.selection.undeclared()->name, std::string("prices/PriceSet"));
    easel.key(Qt::Key_Escape);
    QVERIFY(!easel.selection.undeclared());
}

void TestSelecting::stepsFollowLines() {
    Easel easel;
    easel.key(Qt::Key_Right, Qt::ShiftModifier); // from nothing: the first one
    QVERIFY(easel.selects({easel.order()}));
    easel.key(Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(easel.selects({easel.placed()}));
    easel.key(Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(easel.selects({easel.id(ElementKind::View, "finance/open-orders")}));
    easel.key(Qt::Key_Down, Qt::ShiftModifier);
    const auto bill = easel.id(ElementKind::Decision, "finance/bill");
    QVERIFY(easel.selects({bill}));
    easel.key(Qt::Key_Left, Qt::ShiftModifier); // no line that way: the nearest there
    QVERIFY(easel.selects({easel.placed()}));
    easel.key(Qt::Key_Left, Qt::ShiftModifier); // nothing there
    QVERIFY(easel.selects({easel.placed()}));
}

void TestSelecting::chosenElsewhereComesIntoView() {
    Easel easel;
    easel.canvas->zoomTo(6);
    easel.selection.select(easel.id(ElementKind::Decision, "finance/bill"));
    const QRectF seen = easel.canvas->viewport().toDiagram(QRectF(easel.canvas->rect()));
    QVERIFY(seen.contains(easel.place(ElementKind::Decision, "finance/bill").center()));
}

void TestSelecting::whatIsSelectedBeforeThereIsAPictureHarmsNothing() {
    Easel easel;
    auto other = document::openText("factline: 1\ncontexts:\n  orders: {events: {OrderPlaced: {}}}\n");
    other.file = "/nowhere/other.factline.yaml";
    easel.document.show(std::move(other));
    QVERIFY(!easel.canvas->hasDiagram()); // nothing has a place, and no program finds one
    easel.selection.select(easel.placed());
    QVERIFY(easel.selects({easel.placed()}));
    easel.canvas->setTheme(picture::loadTheme("dark").value());
    QVERIFY(!easel.canvas->grab().isNull());
}

void TestSelecting::pathOfTheSelectedIsLit() {
    Easel easel;
    const auto& diagram = easel.canvas->diagram();
    const picture::Light path = picture::pathOf(diagram, *canvas::nodeOf(diagram, easel.placed()));
    QVERIFY(path.shapes.contains({ElementKind::Fact, "orders/order"}));
    QVERIFY(path.shapes.contains({ElementKind::Decision, "finance/bill"}));
    QVERIFY(path.shapes.contains({ElementKind::Context, "finance"}));
    QVERIFY(!path.shapes.contains({ElementKind::Event, "orders/OrderCancelled"}));
    QCOMPARE(path.edges.size(), std::size_t(3));
    // On the screen: what is not on the path pales.
    const QPoint aside = easel.on(ElementKind::Event, "orders/OrderCancelled") + QPoint(0, 12);
    const QColor before = easel.canvas->grab().toImage().pixelColor(aside);
    easel.click(easel.onOrderPlaced());
    const QColor dimmed = easel.canvas->grab().toImage().pixelColor(aside);
    QVERIFY(dimmed.saturation() < before.saturation());
    easel.click(easel.on(ElementKind::Fact, "orders/order"), Qt::ControlModifier); // two: no path
    QCOMPARE(easel.canvas->grab().toImage().pixelColor(aside), before);
}

void TestSelecting::focusWidensAndEnds() {
    Easel easel;
    easel.click(easel.on(ElementKind::Decision, "finance/bill"));
    const QPoint far = easel.on(ElementKind::Event, "orders/OrderCancelled") + QPoint(0, 12);
    const auto isPale = [&] {
        return easel.canvas->grab().toImage().pixelColor(far) != easel.theme.event.fill;
    };
    QVERIFY(isPale()); // it is not on the path of what is selected
    for (int hops = 1; hops <= 3; ++hops) {
        easel.key(Qt::Key_F);
        QVERIFY(isPale());
    }
    easel.key(Qt::Key_F); // bill, open-orders, OrderPlaced, order, OrderCancelled
    QVERIFY(!isPale());
    easel.key(Qt::Key_Escape);
    QVERIFY(isPale()); // the path of the selected one again
    QVERIFY(!easel.selection.ids().empty());
    easel.key(Qt::Key_Escape);
    QVERIFY(!isPale());
    QVERIFY(easel.selection.ids().empty());
}

void TestSelecting::hoverPaintsOverThePicture() {
    Easel easel;
    QTest::mouseMove(easel.canvas.get(), easel.at(-30, -30));
    const QImage before = easel.canvas->grab().toImage();
    QTest::mouseMove(easel.canvas.get(), easel.onOrderPlaced());
    QVERIFY(easel.canvas->grab().toImage() != before);
    QTest::mouseMove(easel.canvas.get(), easel.at(-30, -30));
    QCOMPARE(easel.canvas->grab().toImage(), before);
}

void TestSelecting::panningPaintsTheSamePicture() {
    Easel easel;
    easel.key(Qt::Key_1);
    (void)easel.canvas->grab();
    for (const auto key :
         {Qt::Key_Right, Qt::Key_Right, Qt::Key_Down, Qt::Key_Left, Qt::Key_Up, Qt::Key_Up}) {
        easel.key(key);
        const QImage scrolled = easel.canvas->grab().toImage();
        easel.canvas->refresh();
        QCOMPARE(scrolled, easel.canvas->grab().toImage());
    }
}

QTEST_MAIN(TestSelecting)
#include "tst_canvas_selecting.moc"
