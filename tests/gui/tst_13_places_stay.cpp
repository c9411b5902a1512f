// SPDX-License-Identifier: Apache-2.0
#include "user.h"

using namespace factline;
using namespace factline::testing;

/// What somebody has put in its place stays there: through undo and redo, to disk and back.
class PlacesStay : public QObject {
    Q_OBJECT
private slots:
    void samePicture();
    void byNameAndFormerName();
};

void PlacesStay::samePicture() {
    User user;
    const auto file = user.place.file("retail.factline.yaml");
    std::filesystem::copy_file(retail, file);
    user.open(file);
    const QString text = user.text();
    const auto before = user.places();

    user.drag("view search/stock-badge", {0, 24});
    user.settle();
    const auto first = user.places();
    QVERIFY(first.at("view search/stock-badge") != before.at("view search/stock-badge"));
    QCOMPARE(user.steps(), 1);
    user.drag("event orders/OrderCompleted", {24, 16});
    user.settle();
    const auto second = user.places();
    QVERIFY(second.at("event orders/OrderCompleted") != first.at("event orders/OrderCompleted"));
    QCOMPARE(second.at("view search/stock-badge"), first.at("view search/stock-badge"));

    user.press(Qt::Key_Z, Qt::ControlModifier);
    user.settle();
    QCOMPARE(user.places(), first);
    user.press(Qt::Key_Z, Qt::ControlModifier);
    user.settle();
    QCOMPARE(user.places(), before);
    QVERIFY(!user.document().isDirty());
    user.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    user.press(Qt::Key_Y, Qt::ControlModifier);
    user.settle();
    QCOMPARE(user.places(), second);
    QCOMPARE(user.text(), text); // where things stand is not in the model

    user.save();
    QVERIFY(!user.document().isDirty());
    QCOMPARE(read(file), read(retail));
    user.press(Qt::Key_W, Qt::ControlModifier);
    QTRY_VERIFY(user.window.isNull());
    user.start();
    user.open(file);
    QCOMPARE(user.places(), second);
    QVERIFY(!user.document().isDirty());
}

void PlacesStay::byNameAndFormerName() {
    User user;
    const auto file = user.place.file("tiny.factline.yaml");
    const auto sidecar = user.place.file("tiny.layout.json");
    write(file, tiny);
    write(sidecar, R"({"format": 1, "nodes": {
  "context orders": [0, 0],
  "event orders/OrderPlaced": [304, 128],
  "event nowhere/Forgotten": [5000, 5000],
  "fact orders/order": [16, 40]
}})");
    user.open(file);
    QCOMPARE(user.places().at("event orders/OrderPlaced").topLeft(), QPointF(304, 128));
    QVERIFY(user.canvas().extent().right() < 1000); // what is no more takes no room
    const QImage picture = user.canvas().grab().toImage();
    user.click("event orders/OrderPlaced");
    user.say(Qt::Key_F2, "OrderTaken");
    user.settle();
    QCOMPARE(user.places().at("event orders/OrderTaken").topLeft(), QPointF(304, 128));
    user.save();
    QVERIFY(read(sidecar).find("\"event orders/OrderTaken\": [304, 128]") != std::string::npos);
    QVERIFY(read(file).find("304") == std::string::npos);
    user.press(Qt::Key_Z, Qt::ControlModifier);
    user.save();
    user.press(Qt::Key_W, Qt::ControlModifier);
    QTRY_VERIFY(user.window.isNull());
    // The same model and sidecar: the same picture on every start.
    user.start();
    user.open(file);
    user.press(Qt::Key_Escape); // what was selected last is so again
    user.press(Qt::Key_0);
    QVERIFY(user.canvas().grab().toImage() == picture);
}

QTEST_MAIN(PlacesStay)
#include "tst_13_places_stay.moc"
