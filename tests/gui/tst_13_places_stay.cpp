// SPDX-License-Identifier: Apache-2.0
#include "user.h"

using namespace factline;
using namespace factline::testing;

/// What somebody has put in its place stays there: through undo and redo, to disk and back.
class PlacesStay : public QObject {
    Q_OBJECT
private slots:
    void samePicture();
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

    user.press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(!user.document().isDirty());
    QCOMPARE(read(file), read(retail));
    user.press(Qt::Key_W, Qt::ControlModifier);
    QTRY_VERIFY(user.window.isNull());
    user.start();
    user.open(file);
    QCOMPARE(user.places(), second);
    QVERIFY(!user.document().isDirty());
}

QTEST_MAIN(PlacesStay)
#include "tst_13_places_stay.moc"
