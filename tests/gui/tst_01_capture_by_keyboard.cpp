// SPDX-License-Identifier: Apache-2.0
#include <QDialog>

#include "user.h"

using namespace factline;
using namespace factline::testing;

namespace {

/// Counts the keys that somebody presses, and notes every dialog that comes up meanwhile.
class Onlooker : public QObject {
public:
    int keys = 0;
    QStringList dialogs;

    Onlooker() { qApp->installEventFilter(this); }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::KeyPress && watched->isWindowType()) ++keys;
        if (event->type() == QEvent::Show)
            if (const auto* dialog = qobject_cast<QDialog*>(watched)) dialogs += dialog->windowTitle();
        return QObject::eventFilter(watched, event);
    }
};

constexpr int keysIn25Seconds = 50; ///< two a second: who speaks meanwhile types no faster
constexpr int keysOfATypist = 83;   ///< in 25 s at 40 words a minute

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
class CaptureByKeyboard : public QObject {
    Q_OBJECT
private slots:
    /// Fast enough for who speaks, and nothing that has to be answered between.
    void fiveThingsInTwentyFiveSeconds_data() {
        QTest::addColumn<bool>("fromStart");
        QTest::newRow("New model on the start page") << true;
        QTest::newRow("Ctrl+N") << false;
    }
    void fiveThingsInTwentyFiveSeconds() {
        QFETCH(bool, fromStart);
        const auto begun =
            fromStart ? std::shared_ptr<User>(std::make_shared<Builder>()) : std::make_shared<User>();
        User& user = *begun;
        if (!fromStart) user.press(Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(user.canvas().hasFocus());
        QCOMPARE(user.text(), Builder::untitled);
        const Onlooker onlooker;
        const int before = User::keys;
        user.say(Qt::Key_C, "orders");
        user.say(Qt::Key_T, "order");
        user.say(Qt::Key_E, "OrderPlaced");
        user.say(Qt::Key_R, "open-orders"); // and what feeds it: the event that is selected
        const int pressed = User::keys - before;
        QCOMPARE(user.text(), Builder::untitled + R"(contexts:
  orders:
    facts:
      order: {}
    events:
      OrderPlaced:
        announces: [order]
    views:
      open-orders:
        shows: [order]
        fedBy:
          OrderPlaced: {}
)");
        user.settle();
        QCOMPARE(user.places().size(), std::size_t(4));
        QCOMPARE(user.canvas().diagram().edges.size(), std::size_t(2)); // the announcement, the subscription
        QVERIFY2(onlooker.keys > 30, qPrintable(QString::number(onlooker.keys))); // they are counted
        QVERIFY2(onlooker.keys <= keysOfATypist, qPrintable(QString::number(onlooker.keys)));
        QVERIFY2(pressed <= keysIn25Seconds, qPrintable(QString::number(pressed)));
        QCOMPARE(onlooker.dialogs, QStringList());
        QCOMPARE(user.steps(), 4);
        user.picture("first-model");
    }

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
        QCOMPARE(user.text(), Builder::untitled);
        while (user.document().history().canRedo())
            user.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!user.text().contains("OrderSettled:\n")); // the last one: it was deleted
        user.settle();
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
};

QTEST_MAIN(CaptureByKeyboard)
#include "tst_01_capture_by_keyboard.moc"
