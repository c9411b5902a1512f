// SPDX-License-Identifier: Apache-2.0
#include <QClipboard>
#include <QMimeData>
#include <QPlainTextEdit>

#include "panels/problems/mend_card.h"
#include "shell/sample_card.h"
#include "walker.h"

using namespace factline;
using namespace factline::testing;

/// The first ten minutes of a newcomer, from the start page to the same view after a restart.
class WalkNewcomer : public QObject {
    Q_OBJECT
private slots:
    void walks();
};

void WalkNewcomer::walks() {
    Walker user("newcomer");
    const auto cards = user.window->findChildren<shell::SampleCard*>();
    QCOMPARE(cards.size(), 3);
    user.step("start");

    // A sample, a view and its path.
    user.click(*cards[1]);
    user.settle();
    user.step("sample");
    user.click("view search/stock-badge");
    user.step("view");
    user.click("fact erp/stock-on-hand");
    QTRY_VERIFY_WITH_TIMEOUT(user.canvas().contours() != nullptr, 20'000);
    user.step("fact");

    // What if.
    user.press(Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(user.window->whatIf().isOn());
    user.click("view stores/shelf-display");
    QTRY_VERIFY_WITH_TIMEOUT(user.window->whatIf().isUpToDate(), 30'000);
    user.step("what-if");
    user.press(Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);

    // A problem and its fix, and back.
    const QString before = user.text();
    auto* card = user.window->docks().panel("problems")->findChild<panels::MendCard*>();
    auto* apply = card->findChild<QPushButton*>("applyFix");
    for (int i = 0; i < 30 && !apply->isVisible(); ++i) {
        user.press(Qt::Key_F8);
        if (i == 0) user.step("problem");
        user.press(Qt::Key_Period, Qt::ControlModifier);
        QTRY_VERIFY(card->isVisible());
    }
    user.step("fix");
    user.click(*apply);
    QCOMPARE(user.steps(), 1);
    user.step("fixed");
    user.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(user.text(), before);

    // A model of one's own, by the keyboard alone; the text beside it.
    user.start(); // in a window of its own
    user.window->resize(1280, 720);
    user.press(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(user.canvas().hasFocus());
    user.step("new");
    user.say(Qt::Key_C, "orders");
    user.say(Qt::Key_T, "order");
    user.press(Qt::Key_E);
    user.type("OrderPlaced");
    user.step("name");
    user.press(Qt::Key_Return);
    user.say(Qt::Key_R, "open-orders");
    user.say(Qt::Key_C, "finance");
    user.say(Qt::Key_R, "bills");
    user.say(Qt::Key_L, "orders/OrderPlaced");
    user.press(Qt::Key_0);
    user.step("own");
    user.press(Qt::Key_Y, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(user.window->docks().panel("yaml")->isAncestorOf(QApplication::focusWidget()));
    user.step("yaml");
    user.press(Qt::Key_Escape);
    QVERIFY(user.canvas().hasFocus());

    // Into slides, to disk, and back.
    user.copy();
    QVERIFY(QGuiApplication::clipboard()->mimeData()->hasImage());
    user.step("copied");
    const auto file = user.place.file("mine.factline.yaml");
    user.choose(file, Qt::Key_S, Qt::ControlModifier);
    QVERIFY(!user.document().isDirty());
    user.step("saved");
    const auto places = user.places();
    user.jump("finance bills");
    user.press(Qt::Key_1);
    const auto seen = user.canvas().look();
    user.press(Qt::Key_W, Qt::ControlModifier);
    QTRY_VERIFY(user.window.isNull());
    user.start();
    user.window->resize(1280, 720);
    user.step("recent");
    user.open(file);
    QCOMPARE(user.places(), places);
    QCOMPARE(user.selected(), QString("view finance/bills"));
    QCOMPARE(user.canvas().look().scale, seen.scale);
    QVERIFY((user.canvas().look().centre - seen.centre).manhattanLength() < 1);
    user.step("reopened");
}

QTEST_MAIN(WalkNewcomer)
#include "tst_walk_newcomer.moc"
