// SPDX-License-Identifier: Apache-2.0
#include "shell/docks.h"

#include <QDockWidget>
#include <QTabBar>

#include "canvas/canvas.h"
#include "place.h"
#include "shell/tab_pills.h"

using namespace factline;
using namespace factline::testing;
using shell::MainWindow;

/// The panels stand as docks where they belong, and can be moved, closed and put back.
class TestDocks : public QObject {
    Q_OBJECT
private slots:
    void everyPanelIsADock();
    void areHiddenWhileNothingIsOpen();
    void resetPutsThemBack();
    void resetKeepsTheKeyboard();
    void stateOutlivesTheWindow();
    void nonsenseGivesTheDefault();
    void titlesCount();
    void countsGrow();
    void smallWindowsLeaveRoomForTheMap();
    void keysShowAPanel();
};

namespace {

void showOpen(MainWindow& window) {
    window.resize(1400, 900);
    window.QWidget::show();
    QVERIFY(opens(window, retail));
}

} // namespace

void TestDocks::everyPanelIsADock() {
    Place place;
    MainWindow window(place.setup);
    showOpen(window);
    for (const auto& kind : panels::panelKinds()) {
        const QDockWidget* dock = window.docks().dock(kind.id);
        QVERIFY2(dock != nullptr, kind.id);
        QCOMPARE(window.dockWidgetArea(window.docks().dock(kind.id)), kind.area);
        QCOMPARE(!dock->isHidden(), kind.shown);
    }
}

void TestDocks::areHiddenWhileNothingIsOpen() {
    Place place;
    MainWindow window(place.setup);
    window.QWidget::show();
    for (const auto* dock : window.findChildren<QDockWidget*>())
        QVERIFY(dock->isHidden());
    QVERIFY(opens(window, retail));
    QVERIFY(window.docks().dock("outline")->isVisible());
}

void TestDocks::resetPutsThemBack() {
    Place place;
    MainWindow window(place.setup);
    showOpen(window);
    auto* outline = window.docks().dock("outline");
    window.addDockWidget(Qt::RightDockWidgetArea, outline);
    window.docks().dock("inspector")->hide();
    window.actions().find("reset-layout")->trigger();
    QCOMPARE(window.dockWidgetArea(outline), Qt::LeftDockWidgetArea);
    QVERIFY(window.docks().dock("inspector")->isVisible());
}

void TestDocks::resetKeepsTheKeyboard() {
    Place place;
    MainWindow window(place.setup);
    showOpen(window);
    QVERIFY(QTest::qWaitForWindowActive(&window));
    window.docks().show("outline");
    QWidget* keyboard = QApplication::focusWidget();
    QVERIFY(window.docks().panel("outline")->isAncestorOf(keyboard));
    window.actions().find("reset-layout")->trigger();
    QCOMPARE(QApplication::focusWidget(), keyboard);
}

void TestDocks::stateOutlivesTheWindow() {
    Place place;
    {
        MainWindow window(place.setup);
        showOpen(window);
        window.addDockWidget(Qt::RightDockWidgetArea, window.docks().dock("outline"));
        QVERIFY(window.close());
    }
    MainWindow again(place.setup);
    QCOMPARE(again.size(), QSize(1400, 900));
    showOpen(again);
    QCOMPARE(again.dockWidgetArea(again.docks().dock("outline")), Qt::RightDockWidgetArea);
}

void TestDocks::nonsenseGivesTheDefault() {
    Place place;
    place.setup.settings->setDocks("no state of any window");
    MainWindow window(place.setup);
    showOpen(window);
    QCOMPARE(window.dockWidgetArea(window.docks().dock("outline")), Qt::LeftDockWidgetArea);
    QVERIFY(window.docks().dock("outline")->isVisible());
    QVERIFY(window.docks().dock("problems")->isVisible());
}

void TestDocks::titlesCount() {
    Place place;
    MainWindow window(place.setup);
    showOpen(window);
    const auto counts = jobs::countsOf(*window.judge().latest());
    const auto all = counts.errors + counts.warnings + counts.hints;
    QCOMPARE(window.docks().dock("problems")->windowTitle(), QString("Problems"));
    const auto pill = [&]() -> QLabel* {
        for (const auto* bar : window.findChildren<QTabBar*>())
            for (int tab = 0; tab < bar->count(); ++tab)
                if (bar->tabText(tab) == "Problems")
                    return qobject_cast<QLabel*>(bar->tabButton(tab, QTabBar::RightSide));
        return nullptr;
    };
    QTRY_VERIFY(pill() != nullptr);
    QCOMPARE(pill()->text(), QString::number(all));
    QVERIFY(pill()->isVisible());
    window.docks().reset(); // the tabs are made anew
    QTRY_VERIFY(pill() != nullptr && pill()->isVisible());
    QCOMPARE(pill()->text(), QString::number(all));
}

void TestDocks::countsGrow() {
    QMainWindow window;
    auto* bar = new QTabBar(&window);
    bar->addTab("Problems");
    window.show();
    const auto theme = picture::loadTheme("light").value();
    for (const int count : {0, 3, 9, 10, 18, 100, 7}) {
        shell::showPills(window, {{"Problems", {count, shell::PillLook::Warning}}}, theme);
        const auto* label = qobject_cast<QLabel*>(bar->tabButton(0, QTabBar::RightSide));
        QCOMPARE(label != nullptr, count > 0);
        if (!label) continue;
        QCOMPARE(label->text(), QString::number(count));
        QVERIFY2(label->isVisible(), qPrintable(label->text()));
        QVERIFY(label->width() >= label->sizeHint().width());
    }
}

/// On a projector the map needs the room; who has chosen a height keeps it.
void TestDocks::smallWindowsLeaveRoomForTheMap() {
    Place place;
    MainWindow window(place.setup);
    showOpen(window);
    const auto* problems = window.docks().dock("problems");
    const auto resize = [&](int width, int height) {
        window.resize(width, height);
        QTest::qWait(50);
    };
    resize(1440, 900);
    const int usual = problems->height();
    resize(1280, 720);
    QTRY_VERIFY2(problems->height() <= usual - 50, qPrintable(QString::number(problems->height())));
    QVERIFY(problems->height() >= 120);
    resize(1440, 900);
    QTRY_COMPARE(problems->height(), usual);
    window.resizeDocks({window.docks().dock("problems")}, {usual + 100}, Qt::Vertical);
    QTRY_VERIFY(problems->height() > usual);
    const int chosen = problems->height();
    resize(1280, 720);
    QCOMPARE(problems->height(), chosen);
}

void TestDocks::keysShowAPanel() {
    Place place;
    MainWindow window(place.setup);
    showOpen(window);
    QVERIFY(QTest::qWaitForWindowActive(&window));
    auto* outline = window.docks().dock("outline");
    outline->hide();
    QTest::keyClick(&window, Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(outline->isVisible());
    QVERIFY(outline->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(&window, Qt::Key_O,
                    Qt::ControlModifier | Qt::ShiftModifier); // in it already: away with it
    QVERIFY(outline->isHidden());
    QVERIFY(window.view().hasFocus());
}

QTEST_MAIN(TestDocks)
#include "tst_docks.moc"
