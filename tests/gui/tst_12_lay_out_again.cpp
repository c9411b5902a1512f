// SPDX-License-Identifier: Apache-2.0
#include "canvas/busy_note.h"

#include "user.h"

using namespace factline;
using namespace factline::testing;

/// A new layout comes only where somebody asks for it, and one step takes it back.
class LayOutAgain : public QObject {
    Q_OBJECT
private slots:
    void everything();
    void onlyWhatIsSelected();
    void canBeGivenUp();
};

void LayOutAgain::everything() {
    User user;
    user.open(retail);
    user.drag("view search/stock-badge", {0, 24});
    user.settle();
    const auto before = user.places();
    auto& way = user.canvas().arrangement().way();
    QSignalSpy frames(&way, &canvas::Rearranging::changed);
    user.press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE_WITH_TIMEOUT(user.steps(), 2, 20'000);
    QTRY_VERIFY(!way.isShown());
    user.settle();
    QVERIFY(frames.size() > 2); // seen on its way, and not for long
    static_assert(canvas::Rearranging::movingTime + canvas::Rearranging::appearingTime <= 300);
    QVERIFY(user.places() != before);
    user.press(Qt::Key_Z, Qt::ControlModifier);
    user.settle();
    QTRY_COMPARE(user.places(), before);
}

void LayOutAgain::onlyWhatIsSelected() {
    User user;
    user.open(retail);
    const auto first = user.places();
    user.drag("view search/stock-badge", {0, 24});
    user.drag("event orders/OrderCompleted", {24, 16});
    user.settle();
    const auto moved = user.places();
    QVERIFY(moved.at("view search/stock-badge") != first.at("view search/stock-badge"));
    user.click("view search/stock-badge");
    user.press(Qt::Key_L, Qt::ShiftModifier);
    QTRY_COMPARE_WITH_TIMEOUT(user.steps(), 3, 20'000);
    QTRY_VERIFY(user.places().at("view search/stock-badge") != moved.at("view search/stock-badge"));
    user.settle();
    const auto now = user.places();
    for (const auto& [name, place] : moved)
        if (name != "view search/stock-badge")
            QVERIFY2(now.at(name).topLeft() == place.topLeft(), qPrintable(name));
    // A context: all that is in it, and nothing else.
    user.canvas().setFocus();
    user.window->selection().select(user.id("context orders"));
    user.press(Qt::Key_L, Qt::ShiftModifier);
    QTRY_COMPARE_WITH_TIMEOUT(user.steps(), 4, 20'000);
    QTRY_VERIFY(user.places().at("event orders/OrderCompleted") != now.at("event orders/OrderCompleted"));
    user.settle();
    const auto then = user.places();
    for (const auto& [name, place] : now)
        if (!name.contains("orders/")) QVERIFY2(then.at(name).topLeft() == place.topLeft(), qPrintable(name));
    user.press(Qt::Key_Z, Qt::ControlModifier);
    user.settle();
    QTRY_COMPARE(user.places(), now);
}

void LayOutAgain::canBeGivenUp() {
    User user({FACTLINE_SOURCE_DIR "/tests/app/picture/workers/hangs", std::chrono::minutes(1)});
    const auto file = user.place.file("tiny.factline.yaml");
    write(file, tiny);
    write(user.place.file("tiny.layout.json"),
          R"({"format": 1, "nodes": {"context orders": [0, 0], "fact orders/order": [16, 40]}})");
    user.open(file);
    const auto before = user.places();
    user.press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    auto* note = user.canvas().findChild<canvas::BusyNote*>();
    QTRY_VERIFY(note->isVisible());
    user.press(Qt::Key_Escape);
    QVERIFY(!note->isVisible());
    user.settle();
    QCOMPARE(user.places(), before);
    QCOMPARE(user.steps(), 0);
}

QTEST_MAIN(LayOutAgain)
#include "tst_12_lay_out_again.moc"
