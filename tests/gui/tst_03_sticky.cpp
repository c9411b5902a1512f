// SPDX-License-Identifier: Apache-2.0
#include "sketch.h"

using namespace factline;
using namespace factline::testing;

/// Tab in the list of kinds: one after the other of the same kind, until Esc.
class Sticky : public QObject {
    Q_OBJECT
private slots:
    void addsUntilEsc_data();
    void addsUntilEsc();
    void tabAtANameGoesOn();
};

void Sticky::addsUntilEsc_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("contexts") << "context" << QStringList({"returns", "stores", "stock"});
    QTest::newRow("facts") << "fact" << QStringList({"bill", "payment", "refund"});
    QTest::newRow("events") << "event" << QStringList({"BillSent", "BillPaid", "BillLost"});
    QTest::newRow("views") << "view" << QStringList({"bills", "payments", "refunds"});
    QTest::newRow("policies") << "policy" << QStringList({"remind", "dun", "write-off"});
    QTest::newRow("decisions") << "decision" << QStringList({"dun-customer", "write-off", "refund"});
    QTest::newRow("hotspots") << "hotspot" << QStringList({"Who pays?", "Who asks?", "Who knows?"});
}

void Sticky::addsUntilEsc() {
    QFETCH(QString, kind);
    QFETCH(QStringList, names);
    Sketcher user;
    user.moveTo({2, 2});
    user.click("view finance/open-orders");
    user.press(Qt::Key_Space, Qt::ControlModifier);
    user.type(kind);
    user.press(Qt::Key_Tab);
    for (int i = 0; i < 3; ++i) {
        QVERIFY(user.editor().isOpen());
        user.enter(names[i]);
        QCOMPARE(user.steps(), i + 1);
    }
    // Still asking; what was begun is dropped by Esc, and nothing more comes.
    QVERIFY(user.editor().isOpen());
    user.type("never-mind");
    user.press(Qt::Key_Escape);
    QVERIFY(!user.editor().isOpen() && !user.insert().isOpen());
    QVERIFY(user.canvas().hasFocus());
    QCOMPARE(user.steps(), 3);
    const QString text = user.text();
    for (const QString& name : names)
        QVERIFY2(text.contains(name), qPrintable(text));
    QVERIFY(!text.contains("never-mind"));
}

void Sticky::tabAtANameGoesOn() {
    Sketcher user;
    user.moveTo({2, 2});
    user.click("view finance/open-orders");
    user.press(Qt::Key_T);
    user.type("bill");
    user.press(Qt::Key_Tab); // this one, and another one
    QVERIFY(user.editor().isOpen());
    user.enter("refund");
    QVERIFY(!user.editor().isOpen());
    QVERIFY(user.id("fact finance/bill") && user.id("fact finance/refund"));
    user.press(Qt::Key_H);
    user.type("Who pays?");
    user.press(Qt::Key_Tab);
    user.enter("Who asks?");
    QVERIFY(!user.editor().isOpen());
    QCOMPARE(user.steps(), 4);
    QVERIFY(user.text().contains("Who pays?") && user.text().contains("Who asks?"));
}

QTEST_MAIN(Sticky)
#include "tst_03_sticky.moc"
