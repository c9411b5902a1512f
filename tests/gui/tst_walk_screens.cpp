// SPDX-License-Identifier: Apache-2.0
#include <QMenuBar>
#include <QSlider>

#include "app/verification/shop.h"
#include "outage.h"
#include "shell/compare_window.h"
#include "walker.h"

using namespace factline;
using namespace factline::testing;

/// The screens beside the map that come up in the course of work, in each language, on a projector and on a
/// desk: to be looked at.
class WalkScreens : public QObject {
    Q_OBJECT
private slots:
    void walks_data();
    void walks();
};

void WalkScreens::walks_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<QSize>("size");
    for (const char* language : {"en", "de"}) // the last one stays
        for (const QSize size : {QSize(1280, 720), QSize(1920, 1080)})
            QTest::addRow("%s-%d", language, size.width()) << QString(language) << size;
}

void WalkScreens::walks() {
    QFETCH(QString, language);
    QFETCH(QSize, size);
    Place::furnished = true; // in this language, and not in that of the desktop on top of it
    shell::furnish(*qApp, language);
    Walker user(QStringLiteral("screens-%1-%2").arg(language).arg(size.width()));
    user.window->resize(size);
    user.open(retail);
    const auto front = [&](const char* id) {
        user.window->docks().show(id);
        QTRY_VERIFY(user.window->docks().panel(id)->isVisible());
        QTest::qWait(1500); // it works something out
    };

    // What if: nothing assumed yet, then an outage and a hop.
    user.click("view stores/shelf-display");
    user.press(Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(user.window->whatIf().isUpToDate(), 30'000);
    QTest::qWait(500);
    user.step("what-if");
    const auto turn = [&](const char* name) {
        auto* dial = user.window->findChild<QWidget*>(name)->findChild<QSlider*>();
        dial->setValue(dial->minimum() + (dial->maximum() - dial->minimum()) / 4);
    };
    turn("dial0");
    letFail(user, "availability");
    QTRY_VERIFY_WITH_TIMEOUT(user.window->whatIf().isUpToDate(), 30'000);
    QVERIFY(!user.window->whatIf().scenario().set.empty() &&
            !user.window->whatIf().scenario().outage.empty());
    QTest::qWait(500);
    user.step("assumed");
    // From afar, what is tried out can still be told from what is.
    turn("dial2");
    QTRY_VERIFY_WITH_TIMEOUT(user.window->whatIf().isUpToDate(), 30'000);
    user.canvas().lookAt({user.canvas().extent().center(), 0.2});
    user.step("afar");
    user.activate();
    user.backToTheMap();
    user.press(Qt::Key_0);
    user.press(Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!user.window->whatIf().isOn());

    // Nothing but the map.
    user.window->docks().hide("inspector");
    user.click("view stores/shelf-display");
    user.step("map-alone");
    user.press(Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
    user.press(Qt::Key_Escape);
    QVERIFY(user.canvas().hasFocus());

    // The languages, in their menu.
    for (QAction* action : user.window->menuBar()->actions())
        for (QAction* each : action->menu()->actions())
            if (each->menu() && each->menu()->actions().size() == 3 &&
                each->menu()->actions().back()->text() == "Deutsch") {
                each->menu()->popup(user.window->mapToGlobal(QPoint(100, 60)));
                QTRY_VERIFY(each->menu()->isVisible());
                user.step("language", each->menu());
                each->menu()->close();
                action->menu()->popup(user.window->mapToGlobal(QPoint(100, 60)));
                QTRY_VERIFY(action->menu()->isVisible());
                user.step("view-menu", action->menu());
                action->menu()->close();
            }
    QVERIFY(user.taken == 6);
    user.activate();

    // Compare: no difference yet, then one of each sort.
    const auto compare = [&](const char* name) {
        user.press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        auto* shown = user.window->findChild<shell::CompareWindow*>();
        QVERIFY(shown != nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(!shown->isBusy() && shown->shown(), 20'000);
        shown->resize(size.width() * 3 / 4, size.height() * 3 / 4);
        QTest::qWait(100);
        user.step(name, shown);
        shown->close();
        user.activate();
        user.backToTheMap();
    };
    compare("compare-same");
    user.click("event orders/OrderCompleted");
    user.say(Qt::Key_F2, "CheckoutFinished");
    user.settle();
    user.click("view search/stock-badge");
    user.press(Qt::Key_Delete);
    user.settle();
    user.click("context finance");
    user.say(Qt::Key_T, "ledger");
    user.settle();
    compare("compare");
    while (user.document().history().canUndo())
        user.press(Qt::Key_Z, Qt::ControlModifier);
    user.settle();

    // Generate and ask, first where there is nothing to do so with.
    front("generate");
    user.step("generate-nothing");
    front("database");
    user.step("database-nothing");
    const auto model = user.place.file("orders.factline.yaml");
    write(model, ordersOnSqlite);
    user.open(model); // in a window of its own
    user.window = user.windows.all().back();
    user.window->resize(size);
    user.activate();
    user.settle();
    front("generate");
    auto* folder = user.window->docks().panel("generate")->findChild<QLineEdit*>("folder");
    user.click(*folder);
    user.press(Qt::Key_A, Qt::ControlModifier);
    user.type("out");
    auto* writing = user.window->docks().panel("generate")->findChild<QPushButton*>("write");
    QTRY_VERIFY_WITH_TIMEOUT(writing->isEnabled(), 60'000);
    user.step("generate");
    user.click(*writing);
    QTRY_VERIFY_WITH_TIMEOUT(writing->isVisible() && !writing->isEnabled(), 60'000);
    QTest::qWait(300);
    user.step("generated");
    const Shop shop;
    shop.run("DROP TRIGGER outbox_event_declared");
    front("database");
    auto* url = user.window->docks().panel("database")->findChild<QLineEdit*>("url");
    user.click(*url);
    user.enter(shop.url());
    auto* sentences = user.window->docks().panel("database")->findChild<QListWidget*>("sentences");
    QTRY_VERIFY_WITH_TIMEOUT(sentences->count() > 0, 20'000);
    QTest::qWait(300);
    user.step("database");
}

QTEST_MAIN(WalkScreens)
#include "tst_walk_screens.moc"
