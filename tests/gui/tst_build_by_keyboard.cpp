// SPDX-License-Identifier: Apache-2.0
#include <QClipboard>

#include "shell/toast.h"
#include "user.h"

using namespace factline;
using namespace factline::testing;

namespace {

const QString untitled = "factline: 1\nmodel: Untitled\n";

/// Somebody who has just begun a model on the start page, with nothing but a keyboard.
struct Builder : User {
    Builder() {
        for (int i = 0; i < 9 && focused() != "New model"; ++i)
            press(Qt::Key_Tab);
        QCOMPARE(focused(), QString("New model"));
        press(Qt::Key_Space);
        QTRY_VERIFY(canvas().hasFocus());
        QCOMPARE(text(), untitled);
    }
    static QString focused() {
        const auto* button = qobject_cast<QAbstractButton*>(QApplication::focusWidget());
        return button ? button->text() : QString();
    }
    QString toasted() { return window->findChild<shell::Toast*>()->text(); }
};

const char* const built = R"(factline: 1
model: Untitled
contexts:
  orders:
    facts:
      order: {}
    events:
      OrderPlaced:
        announces: [order]
        hotspots: ["Who still needs this event, and what for?"]
    views:
      open-orders:
        shows: [order]
        fedBy:
          OrderPlaced: {}
          finance/OrderSettled: {}
    decisions:
      ship-parcel:
        reads:
          open-orders: {}
  finance:
    facts:
      bill: {}
    events:
      BillPaid:
        announces: [bill]
      OrderSettled: {}
    policies:
      settle-order:
        when: [BillPaid]
        then: [OrderSettled]
)";

} // namespace

/// A small model from nothing: no mouse, no dialog, and a file that reads like one written by hand.
class BuildByKeyboard : public QObject {
    Q_OBJECT
private slots:
    void buildsAModel() {
        Builder user;
        user.say(Qt::Key_C, "orders");
        user.say(Qt::Key_T, "order");
        user.say(Qt::Key_E, "OrderPlaced");
        user.say(Qt::Key_H, "Who still needs this event, and what for?");
        user.say(Qt::Key_R, "open-orders");
        user.say(Qt::Key_D, "ship-parcel");
        user.say(Qt::Key_C, "finance");
        user.say(Qt::Key_T, "bill");
        user.say(Qt::Key_E, "BillPaid");
        user.say(Qt::Key_P, "settle-order");
        user.say(Qt::Key_E, "OrderClosed");
        user.say(Qt::Key_L, "orders/open-orders"); // a subscription
        user.say(Qt::Key_F2, "OrderSettled");
        QCOMPARE(user.window->noticed(), QString());
        QCOMPARE(user.text(), QString(built));
        user.settle();
        const auto places = user.places();
        QVERIFY(!places.at("context orders").intersects(places.at("context finance")));
        const auto file = user.place.file("shop.factline.yaml");
        user.choose(file, Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(read(file), std::string(built));
        QCOMPARE(user.window->windowTitle(), QString("shop.factline.yaml — Factline"));
        QTRY_VERIFY(user.canvas().hasFocus());

        user.press(Qt::Key_Delete);
        QVERIFY(!user.text().contains("OrderSettled:\n"));
        user.picture("toast");
        QVERIFY2(user.toasted().contains("2 reference"), qPrintable(user.toasted()));
        user.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(user.text(), QString(built));
        while (user.document().history().canUndo())
            user.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(user.text(), untitled);
        while (user.document().history().canRedo())
            user.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!user.text().contains("OrderSettled:\n")); // the last one: it was deleted
        user.settle();
    }

    void quickInsertMakesSeveral() {
        Builder user;
        user.say(Qt::Key_C, "orders");
        user.say(Qt::Key_C, "finance");
        user.press(Qt::Key_Space, Qt::ControlModifier);
        user.type("fact");
        user.press(Qt::Key_Tab);
        for (const char* name : {"bill", "payment", "refund"})
            user.enter(name);
        user.press(Qt::Key_Escape);
        QVERIFY(user.canvas().hasFocus());
        QCOMPARE(user.model().contexts[1]->facts.size(), std::size_t(3));
        user.say(Qt::Key_M, "orders");
        QVERIFY(user.id("fact orders/refund"));
        user.press(Qt::Key_D, Qt::ControlModifier);
        QVERIFY(user.id("fact orders/refund-2"));
        user.press(Qt::Key_T);
        user.type("stock");
        user.press(Qt::Key_Tab);
        user.enter("price");
        QVERIFY(user.id("fact orders/stock"));
        QVERIFY(user.id("fact orders/price"));
        QVERIFY(user.canvas().hasFocus());
    }

    void linksToWhatIsNotThereYet() {
        Builder user;
        user.say(Qt::Key_C, "orders");
        user.say(Qt::Key_E, "OrderPlaced");
        const int before = user.steps();
        user.press(Qt::Key_L);
        user.type("confirm");
        user.press(Qt::Key_Up); // fact, view, policy: the last one
        user.press(Qt::Key_Return);
        QCOMPARE(user.steps(), before + 1);
        QVERIFY(user.text().contains("confirm:\n        when: [OrderPlaced]\n"));
    }

    void saysWhatToDoFirst() {
        Builder user;
        user.press(Qt::Key_E);
        QVERIFY(user.bar("Press C") != nullptr);
        QVERIFY(user.canvas().hasFocus());
        user.press(Qt::Key_L);
        QVERIFY(user.toasted().contains("press L"));
        user.press(Qt::Key_C);
        user.press(Qt::Key_Escape);
        QVERIFY(user.canvas().hasFocus());
        QCOMPARE(user.steps(), 0);
        // The bar goes when what it asked for is done.
        user.say(Qt::Key_C, "orders");
        QVERIFY(user.bar("Press C") == nullptr);
    }

    void thirtyPastedLinesAreThirtyEvents() {
        Builder user;
        user.say(Qt::Key_C, "orders");
        QStringList lines;
        for (int i = 1; i <= 30; ++i)
            lines << QStringLiteral("Step %1 done").arg(i);
        QGuiApplication::clipboard()->setText(lines.join('\n'));
        user.press(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(user.model().contexts[0]->events.size(), std::size_t(30));
        QCOMPARE(user.steps(), 2);
    }
};

QTEST_MAIN(BuildByKeyboard)
#include "tst_build_by_keyboard.moc"
