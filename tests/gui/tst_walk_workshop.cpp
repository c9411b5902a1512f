// SPDX-License-Identifier: Apache-2.0
#include "guard.h"
#include "outage.h"
#include "panels/problems/mend_card.h"
#include "shell/compare_window.h"
#include "walker.h"

using namespace factline;
using namespace factline::testing;

/// An hour with a room full of people: what they say becomes a model, and nothing of it is lost.
class WalkWorkshop : public QObject {
    Q_OBJECT
private slots:
    void walks();
};

void WalkWorkshop::walks() {
    const Guard guard;
    Walker user("workshop");
    user.press(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(user.canvas().hasFocus());
    user.say(Qt::Key_C, "ordering");
    // Events, one an utterance.
    user.press(Qt::Key_Space, Qt::ControlModifier);
    user.type("event");
    user.press(Qt::Key_Tab);
    for (const char* said : {"OrderPlaced", "OrderConfirmed", "OrderCancelled", "PaymentReceived",
                             "PaymentRefused", "GoodsPicked", "ParcelShipped", "ParcelLost", "InvoiceIssued"})
        user.enter(said);
    user.step("capturing");
    user.press(Qt::Key_Escape);
    QCOMPARE(user.model().contexts[0]->events.size(), std::size_t(9));
    user.step("events");

    // Who owns what.
    user.say(Qt::Key_C, "payment");
    user.say(Qt::Key_C, "shipping");
    user.say(Qt::Key_C, "finance");
    user.settle();
    const auto move = [&](const char* event, const char* context) {
        user.jump(QString("ordering ") + event);
        user.say(Qt::Key_M, context);
    };
    for (const char* event : {"PaymentReceived", "PaymentRefused"})
        move(event, "payment");
    for (const char* event : {"GoodsPicked", "ParcelShipped", "ParcelLost"})
        move(event, "shipping");
    move("InvoiceIssued", "finance");
    QVERIFY(user.id("event finance/InvoiceIssued"));
    user.press(Qt::Key_0);
    user.step("owners");

    // Facts behind them, readers of them, and what they promise.
    user.jump("context ordering");
    user.say(Qt::Key_T, "order");
    user.say(Qt::Key_L, "OrderPlaced");
    user.jump("context shipping");
    user.say(Qt::Key_T, "parcel");
    user.say(Qt::Key_L, "ParcelShipped");
    user.jump("context shipping");
    user.say(Qt::Key_R, "picking-list");
    user.say(Qt::Key_L, "ordering/OrderPlaced");
    user.jump("context finance");
    user.say(Qt::Key_R, "open-invoices");
    user.say(Qt::Key_L, "ordering/OrderPlaced");
    user.jump("finance open-invoices");
    user.say(Qt::Key_L, "shipping/ParcelShipped");
    user.jump("shipping picking-list");
    user.say(Qt::Key_D, "pick-goods");
    user.press(Qt::Key_0);
    user.step("readers");

    // How old may what they read be?
    user.jump("finance open-invoices");
    user.goInto("Freshness", "Within");
    user.enter("4h");
    user.press(Qt::Key_Escape);
    QVERIFY(user.canvas().hasFocus());
    QVERIFY2(user.text().contains("within: 4h"), qPrintable(user.text()));
    user.step("promise");

    // A disagreement stays as a question.
    user.jump("ordering OrderPlaced");
    user.say(Qt::Key_H, "Is an order placed before it is paid?");
    QVERIFY(user.text().contains("Is an order placed before it is paid?"));
    user.step("hotspot");
    const auto file = user.place.file("workshop.factline.yaml");
    user.choose(file, Qt::Key_S, Qt::ControlModifier);
    QVERIFY(!user.document().isDirty());

    // What if ordering is down for ten minutes: the promise to finance says so, and the model stays as it is.
    const QString before = user.text();
    user.jump("finance open-invoices");
    user.press(Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(user.window->whatIf().isUpToDate(), 30'000);
    letFail(user, "ordering");
    QTRY_VERIFY_WITH_TIMEOUT(
        user.window->whatIf().isUpToDate() && user.window->whatIf().scenario().outage.size() == 1 &&
            user.window->whatIf().latest() && user.window->whatIf().latest()->analysis->outages.size() == 1,
        30'000);
    user.step("what-if");
    QCOMPARE(user.text(), before);
    user.activate();
    user.canvas().setFocus();
    user.press(Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(user.canvas().hasFocus()); // so that the next thing said can be typed at once

    // What is wrong, and the first of it that one step mends.
    auto* card = user.window->docks().panel("problems")->findChild<panels::MendCard*>();
    auto* apply = card->findChild<QPushButton*>("applyFix");
    const auto problems = user.window->judge().latest()->findings.size();
    for (std::size_t i = 0; i < problems && !apply->isVisible(); ++i) {
        user.press(Qt::Key_F8);
        user.press(Qt::Key_Period, Qt::ControlModifier);
        QTRY_VERIFY(card->isVisible());
    }
    user.step("problem");
    QVERIFY(apply->isVisible());
    const int steps = user.steps();
    user.press(Qt::Key_Return); // the card has the keyboard
    QCOMPARE(user.steps(), steps + 1);
    user.settle();
    QVERIFY(user.window->judge().latest()->findings.size() < problems);
    user.press(Qt::Key_F8);
    user.step("next-problem");

    // One new layout.
    const int index = user.document().history().index();
    user.press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE_WITH_TIMEOUT(user.document().history().index(), index + 1, 20'000);
    QTRY_VERIFY(!user.canvas().arrangement().way().isShown());
    user.press(Qt::Key_0);
    user.step("laid-out");
    user.jump("ordering OrderPlaced");
    user.step("path");
    user.jump("ordering order");
    user.press(Qt::Key_2);
    user.step("near");

    // What has come of the hour, and what goes home with everybody.
    user.press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    auto* compared = user.window->findChild<shell::CompareWindow*>();
    QVERIFY(compared != nullptr);
    QTRY_VERIFY_WITH_TIMEOUT(!compared->isBusy() && compared->shown(), 20'000);
    QVERIFY(compared->height() <= user.window->height()); // on the projector, too
    user.step("compared", compared);
    compared->close();
    user.activate();
    user.press(Qt::Key_0);
    const auto picture = user.place.file("workshop.svg");
    user.choose(picture, Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(read(picture).find("OrderPlaced") != std::string::npos);
    user.step("exported");
    QVERIFY2(guard.seen.isEmpty(), qPrintable(guard.seen.join('\n'))); // nothing stood in the way for an hour
}

QTEST_MAIN(WalkWorkshop)
#include "tst_walk_workshop.moc"
