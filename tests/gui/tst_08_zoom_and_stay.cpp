// SPDX-License-Identifier: Apache-2.0
#include "user.h"

using namespace factline;
using namespace factline::testing;

/// Zooming keeps what one looks at; nothing but the reader moves the view.
class ZoomAndStay : public QObject {
    Q_OBJECT
private slots:
    void zoomsAtThePointer();
    void staysWhileTheModelChanges();
};

void ZoomAndStay::zoomsAtThePointer() {
    User user;
    user.open(retail);
    auto& canvas = user.canvas();
    const auto fitted = canvas.viewport();
    const QPoint pointer = user.at("view search/stock-badge");
    const QPointF under = fitted.toDiagram(QPointF(pointer));
    const auto stays = [&] {
        return (canvas.viewport().toDiagram(QPointF(pointer)) - under).manhattanLength() < 0.01;
    };
    const QPoint global = canvas.mapToGlobal(pointer);
    QWheelEvent turn(pointer, global, {}, {0, 240}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(&canvas, &turn);
    QVERIFY(canvas.viewport().scale > fitted.scale);
    QVERIFY(stays());
    user.point(pointer);
    user.press(Qt::Key_Plus);
    user.press(Qt::Key_Plus);
    user.press(Qt::Key_Minus);
    QVERIFY(stays());
    user.press(Qt::Key_1);
    QCOMPARE(canvas.viewport().scale, 1.0);
    QVERIFY(stays());
    user.press(Qt::Key_0);
    QCOMPARE(canvas.viewport(), fitted);
    user.click("view search/stock-badge");
    user.press(Qt::Key_2);
    const QRectF place = user.places().at("view search/stock-badge");
    const QRectF seen = canvas.viewport().toDiagram(QRectF(canvas.rect()));
    QVERIFY(seen.contains(place));
    QVERIFY((seen.center() - place.center()).manhattanLength() < 1);
}

void ZoomAndStay::staysWhileTheModelChanges() {
    User user;
    const auto file = user.place.file("retail.factline.yaml");
    std::filesystem::copy_file(retail, file);
    user.open(file);
    user.click("event orders/OrderCompleted");
    user.press(Qt::Key_1);
    user.drag(user.canvas().rect().center(), {-60, 20}, Qt::MiddleButton);
    user.settle();
    const auto look = user.canvas().viewport();
    const auto unmoved = [&] {
        user.settle();
        return user.canvas().viewport() == look;
    };
    user.press(Qt::Key_F2);
    user.enter("CheckoutFinished");
    QVERIFY(unmoved());
    user.press(Qt::Key_Delete);
    QVERIFY(unmoved());
    user.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(unmoved());
    user.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(unmoved());
    std::string theirs = read(retail);
    theirs.replace(theirs.find("OrderCompleted"), 14, "OrderWasFilled");
    write(file, theirs);
    QTRY_VERIFY(user.text().contains("OrderWasFilled"));
    QVERIFY(unmoved());
}

QTEST_MAIN(ZoomAndStay)
#include "tst_08_zoom_and_stay.moc"
