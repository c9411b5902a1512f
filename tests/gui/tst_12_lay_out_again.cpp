// SPDX-License-Identifier: Apache-2.0
#include <QAbstractButton>
#include <QElapsedTimer>

#include "canvas/busy_note.h"

#include "user.h"

using namespace factline;
using namespace factline::testing;

/// A new layout comes only where somebody asks for it, and one step takes it back.
class LayOutAgain : public QObject {
    Q_OBJECT
private slots:
    void everything();
    void neverByItself();
    void onlyWhatIsSelected();
    void canBeGivenUp();
    void canBeGivenUpOnItsWay();
};

namespace {

/// What is remembered of where everything stands.
std::map<std::string, diagram::Point> remembered(User& user) {
    const auto& nodes = user.document().snapshot()->positions->nodes;
    return {nodes.begin(), nodes.end()};
}

/// Looks at each frame of a new layout.
struct Film {
    User& user;
    std::vector<QImage> frames; ///< in which shapes are on their way
    QElapsedTimer clock;
    qint64 moving = -1, all = -1; ///< milliseconds until shapes stand, and until their lines are back

    explicit Film(User& at)
        : user(at) {
        auto& way = user.canvas().arrangement().way();
        QObject::connect(&way, &canvas::Rearranging::changed, &user.canvas(), [this, &way] {
            if (!clock.isValid()) clock.start();
            all = clock.elapsed();
            if (way.isMoving()) frames.push_back(user.canvas().grab().toImage());
        });
        QObject::connect(&way, &canvas::Rearranging::moved, &user.canvas(),
                         [this] { moving = clock.elapsed(); });
    }
};

} // namespace

void LayOutAgain::everything() {
    User user;
    user.open(retail);
    user.drag("view search/stock-badge", {0, 24});
    user.settle();
    const auto before = user.places();
    const auto kept = remembered(user);
    const QImage still = user.canvas().grab().toImage();
    auto& way = user.canvas().arrangement().way();
    Film film(user);
    user.press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE_WITH_TIMEOUT(user.steps(), 2, 20'000);
    QTRY_VERIFY(!way.isShown());
    user.settle();
    // Seen on its way: not where it was, and not yet where it ends.
    QTRY_COMPARE(way.lines(), 1.0);
    const QImage after = user.canvas().grab().toImage();
    QVERIFY(after != still);
    const auto between = [&](const QImage& frame) { return frame != still && frame != after; };
    QVERIFY(std::ranges::count_if(film.frames, between) > 1);
    QVERIFY(film.frames.front() != film.frames.back());
    // And not for long: shapes and then lines, apart from what a busy machine adds.
    static_assert(canvas::Rearranging::movingTime + canvas::Rearranging::appearingTime <= 300);
    QVERIFY2(film.moving >= 0 && film.moving < 300 + 200, qPrintable(QString::number(film.moving)));
    QVERIFY(user.places() != before);
    // One step back, and every coordinate is as it was; forward likewise.
    const auto arranged = user.places();
    const auto now = remembered(user);
    QVERIFY(now != kept);
    user.press(Qt::Key_Z, Qt::ControlModifier);
    user.settle();
    QTRY_COMPARE(user.places(), before);
    QVERIFY(remembered(user) == kept);
    user.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    user.settle();
    QTRY_COMPARE(user.places(), arranged);
    QVERIFY(remembered(user) == now);
}

/// Whatever is edited, nobody has asked for a new layout.
void LayOutAgain::neverByItself() {
    User user({FACTLINE_SOURCE_DIR "/tests/app/picture/workers/hangs", std::chrono::minutes(1)});
    const auto file = user.place.file("tiny.factline.yaml");
    write(file, tiny);
    write(user.place.file("tiny.layout.json"),
          R"({"format": 1, "nodes": {"context orders": [0, 0], "fact orders/order": [16, 40]}})");
    user.open(file);
    const auto before = user.places();
    user.click("context orders");
    user.say(Qt::Key_E, "OrderHeld");
    user.settle(); // the layout program, asked, would keep it waiting for a minute
    user.click("fact orders/order");
    user.say(Qt::Key_F2, "basket");
    user.settle();
    user.press(Qt::Key_Z, Qt::ControlModifier);
    user.settle();
    user.press(Qt::Key_Z, Qt::ControlModifier);
    user.settle();
    QCOMPARE(user.places(), before);
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
    user.click("context orders");
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
    // With the mouse likewise.
    user.press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(note->isVisible());
    user.click(*note->findChild<QAbstractButton*>());
    QVERIFY(!note->isVisible());
    QCOMPARE(user.places(), before);
    QCOMPARE(user.steps(), 0);
}

/// The layout is there and shapes begin to move: not like that.
void LayOutAgain::canBeGivenUpOnItsWay() {
    User user;
    user.open(retail);
    user.click("view search/stock-badge");
    user.drag("view search/stock-badge", {0, 24});
    user.drag("event orders/OrderCompleted", {24, 16});
    user.settle();
    const auto before = user.places();
    const auto kept = remembered(user);
    auto& way = user.canvas().arrangement().way();
    int given = 0;
    const auto giveUp = [&](Qt::Key key, Qt::KeyboardModifiers modifiers) {
        bool pressed = false; // once a layout, while its shapes move
        const auto film = QObject::connect(&way, &canvas::Rearranging::changed, &user.canvas(), [&] {
            if (!way.isMoving() || std::exchange(pressed, true)) return;
            QTimer::singleShot(0, &user.canvas(), [&] {
                User::press(Qt::Key_Escape);
                ++given;
            });
        });
        const int wanted = given + 1;
        user.press(key, modifiers);
        QTRY_COMPARE_WITH_TIMEOUT(given, wanted, 20'000);
        QObject::disconnect(film);
        QVERIFY(!way.isShown());
        user.settle();
        QCOMPARE(user.places(), before);
        QVERIFY(remembered(user) == kept);
        QCOMPARE(user.document().history().index(), 2);
        QCOMPARE(user.selected(), QString("event orders/OrderCompleted")); // Esc meant the layout
    };
    giveUp(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    giveUp(Qt::Key_L, Qt::ShiftModifier);
    user.press(Qt::Key_Escape); // and now it means what it means otherwise
    QCOMPARE(user.selected(), QString());
    // Who thinks better of it has it by a step.
    user.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    user.settle();
    QVERIFY(remembered(user) != kept);
}

QTEST_MAIN(LayOutAgain)
#include "tst_12_lay_out_again.moc"
