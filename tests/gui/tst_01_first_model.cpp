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

/// What somebody types in 25 s at 40 words a minute.
constexpr int keysIn25Seconds = 83;

} // namespace

/// From an empty canvas, by keyboard alone: a context, a fact, an event, a view and a subscription.
class FirstModel : public QObject {
    Q_OBJECT
private slots:
    void standsAfterAFewKeys();
};

void FirstModel::standsAfterAFewKeys() {
    User user;
    user.press(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(user.canvas().hasFocus());
    QCOMPARE(user.text(), QString("factline: 1\nmodel: Untitled\n"));

    Onlooker onlooker;
    user.say(Qt::Key_C, "orders");
    user.say(Qt::Key_T, "order");
    user.say(Qt::Key_E, "OrderPlaced");
    user.say(Qt::Key_R, "open-orders");
    QCOMPARE(user.text(), QString(R"(factline: 1
model: Untitled
contexts:
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
)"));
    user.settle();
    QCOMPARE(user.places().size(), std::size_t(4));
    QCOMPARE(user.canvas().diagram().edges.size(), std::size_t(2)); // the announcement, the subscription
    QVERIFY2(onlooker.keys > 30, qPrintable(QString::number(onlooker.keys))); // they are counted
    QVERIFY2(onlooker.keys <= keysIn25Seconds, qPrintable(QString::number(onlooker.keys)));
    QCOMPARE(onlooker.dialogs, QStringList());
    QCOMPARE(user.steps(), 4);
    user.picture("first-model");
}

QTEST_MAIN(FirstModel)
#include "tst_01_first_model.moc"
