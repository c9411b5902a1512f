// SPDX-License-Identifier: Apache-2.0
#include "sketch.h"

using namespace factline;
using namespace factline::testing;

/// One utterance after the other: the kind stays until Esc.
class ManyOfAKind : public QObject {
    Q_OBJECT
private slots:
    void tabMakesAnother();
    void tabAfterAName();
    void addsUntilEsc_data();
    void addsUntilEsc();
    void tabAtANameGoesOn();
};

void ManyOfAKind::tabMakesAnother() {
    Builder user;
    user.say(Qt::Key_C, "orders");
    user.say(Qt::Key_C, "finance");
    user.press(Qt::Key_Space, Qt::ControlModifier);
    user.type("fact");
    user.press(Qt::Key_Tab);
    for (const char* name : {"bill", "payment", "refund"})
        user.enter(name);
    QVERIFY(!user.canvas().hasFocus()); // the next one is asked for
    user.press(Qt::Key_Escape);
    QVERIFY(user.canvas().hasFocus());
    QCOMPARE(user.model().contexts[1]->facts.size(), std::size_t(3));
    QCOMPARE(user.steps(), 5);
    user.say(Qt::Key_M, "orders");
    QVERIFY(user.id("fact orders/refund"));
    user.press(Qt::Key_D, Qt::ControlModifier);
    QVERIFY(user.id("fact orders/refund-2"));
}

void ManyOfAKind::tabAfterAName() {
    Builder user;
    user.say(Qt::Key_C, "orders");
    user.press(Qt::Key_T);
    user.type("stock");
    user.press(Qt::Key_Tab);
    user.enter("price");
    QVERIFY(user.id("fact orders/stock"));
    QVERIFY(user.id("fact orders/price"));
    QVERIFY(user.canvas().hasFocus());
}

void ManyOfAKind::addsUntilEsc_data() {
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

void ManyOfAKind::addsUntilEsc() {
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

void ManyOfAKind::tabAtANameGoesOn() {
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

QTEST_MAIN(ManyOfAKind)
#include "tst_03_many_of_a_kind.moc"
