// SPDX-License-Identifier: Apache-2.0
#include "user.h"

using namespace factline;
using namespace factline::testing;

/// One utterance after the other: the kind stays until Esc.
class ManyOfAKind : public QObject {
    Q_OBJECT
private slots:
    void tabMakesAnother();
    void tabAfterAName();
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

QTEST_MAIN(ManyOfAKind)
#include "tst_03_many_of_a_kind.moc"
