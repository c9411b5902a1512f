// SPDX-License-Identifier: Apache-2.0
#include "canvas/name_editor.h"
#include "canvas/quick_insert.h"

#include "user.h"

using namespace factline;
using namespace factline::testing;

/// Everything that is said in the room has its key or its line in the quick insert, where the pointer is.
class QuickInserting : public QObject {
    Q_OBJECT
private slots:
    void everyKindHasItsKey();
    void opensWhereThePointerIs();
    void linksToWhatIsNotThereYet();
};

void QuickInserting::everyKindHasItsKey() {
    Builder user;
    user.say(Qt::Key_C, "orders");
    user.say(Qt::Key_T, "order");
    user.say(Qt::Key_E, "OrderPlaced");
    user.say(Qt::Key_R, "open-orders");
    user.say(Qt::Key_D, "ship-parcel");
    user.say(Qt::Key_P, "settle-order");
    user.say(Qt::Key_H, "Who settles when nobody pays?");
    user.say(Qt::Key_C, "finance");
    QVERIFY(user.id("fact orders/order"));
    QVERIFY(user.id("event orders/OrderPlaced"));
    QVERIFY(user.id("view orders/open-orders"));
    QVERIFY(user.id("decision orders/ship-parcel"));
    QVERIFY(user.id("policy orders/settle-order"));
    QVERIFY(user.text().contains("Who settles when nobody pays?"));
    user.settle();
    user.press(Qt::Key_0);
    user.click("policy orders/settle-order");
    user.say(Qt::Key_M, "finance");
    QVERIFY(user.id("policy finance/settle-order"));
    QVERIFY(!user.id("policy orders/settle-order"));
}

void QuickInserting::opensWhereThePointerIs() {
    Builder user;
    user.say(Qt::Key_C, "orders");
    user.settle();
    const auto& kinds = *user.canvas().findChild<canvas::QuickInsert*>();
    // By double click on blank ground: a context, for nothing else can stand there.
    const QPoint blank = user.blank();
    user.doubleClick(blank);
    QTRY_VERIFY(kinds.isOpen());
    QVERIFY(kinds.geometry().adjusted(-8, -8, 8, 8).contains(blank));
    user.press(Qt::Key_Return);
    QTRY_VERIFY(!kinds.isOpen());
    user.enter("finance");
    QVERIFY(user.id("context finance"));
    user.settle();
    // By Ctrl+Space where the pointer rests, its name in edit.
    const QPoint inside = user.at("context finance");
    user.point(inside);
    user.press(Qt::Key_Space, Qt::ControlModifier);
    QTRY_VERIFY(kinds.isOpen());
    QVERIFY(kinds.geometry().adjusted(-8, -8, 8, 8).contains(inside));
    user.enter("fact");
    auto* line = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QVERIFY(line != nullptr);
    QCOMPARE(line->placeholderText(), QString("Name of the fact"));
    user.enter("bill");
    QVERIFY(user.id("fact finance/bill"));
}

void QuickInserting::linksToWhatIsNotThereYet() {
    Builder user;
    user.say(Qt::Key_C, "orders");
    user.say(Qt::Key_E, "OrderPlaced");
    const int before = user.steps();
    user.press(Qt::Key_L);
    user.type("confirm");
    const auto& names = *user.canvas().findChild<canvas::NameEditor*>();
    for (int row = 0; row < names.rows().count(); ++row)
        QVERIFY(names.rows().item(row)->text().contains("Create"));
    user.press(Qt::Key_Up); // fact, view, policy: the last one
    user.press(Qt::Key_Return);
    QCOMPARE(user.steps(), before + 1);
    QVERIFY(user.text().contains("confirm:\n        when: [OrderPlaced]\n"));
}

QTEST_MAIN(QuickInserting)
#include "tst_02_quick_insert.moc"
